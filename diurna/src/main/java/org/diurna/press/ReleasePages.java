package org.diurna.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Blocks;
import org.diurna.edition.BodyHtml;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.Standing;
import org.diurna.house.Language;
import org.diurna.press.paper.QrSquares;
import org.jspecify.annotations.Nullable;

/** What stands on the page of a release and on the pages of its editions. */
final class ReleasePages {
    /** Search engines and share cards show about this much. */
    private static final int DESCRIPTION_MAX_CHARS = 200;

    private static final String OPENED = "<!--edition-->";
    private static final String CLOSED = "<!--/edition-->";

    private final Frames frames;
    private final Notices notices;
    private final StructuredData data;

    ReleasePages(Frames frames) {
        this.frames = frames;
        this.notices = new Notices();
        this.data = new StructuredData(frames);
    }

    /** The page at the release's own address. */
    ReleasePage newest(PublicVersion version, Papers papers) {
        PublicEdition shown = Editions.shown(version);
        Speech speech = speech(version);
        String description = description(version, shown);
        Subject subject = new Subject(
                headline(shown),
                description,
                Optional.of(version.path()),
                Optional.empty(),
                versions(version),
                found(version, shown),
                article(version, shown, speech),
                Optional.of(data.release(version, shown, speech, description, papers)));
        return page(version, shown, papers, speech, subject, notices.onRelease(version, speech));
    }

    /** The permanent page of one edition. */
    ReleasePage edition(PublicVersion version, PublicEdition edition, Papers papers) {
        Speech speech = speech(version);
        Subject subject = new Subject(
                headline(edition),
                description(version, edition),
                Optional.empty(),
                Optional.of("noindex"),
                List.of(),
                related(version, edition),
                List.of(),
                Optional.empty());
        return page(version, edition, papers, speech, subject, notices.onEdition(version, edition, speech));
    }

    /** What stands no more is not given out either; the terms say whom to write to. */
    private static String asking(PublicVersion version) {
        return version.withdrawn().isPresent()
                ? Paths.standing(version.language(), "rights")
                : Paths.licence(version.release(), version.language());
    }

    private ReleasePage page(
            PublicVersion version,
            PublicEdition shown,
            Papers papers,
            Speech speech,
            Subject subject,
            List<ReleasePage.Notice> notes) {
        Language language = version.language();
        String brief = frames.address(version.office(), version.root());
        return new ReleasePage(
                frames.frame(version.office(), speech, subject).askedAt(asking(version)),
                Link.to(Paths.type(language, version.type()), version.type().label(language)),
                version.number().map(ReleaseNumber::printed).orElse(null),
                shown.wording().date().map(speech::day).orElseGet(() -> speech.day(version.firstPublished())),
                shown.wording().place(),
                headline(shown),
                shown.wording().decks(),
                notes,
                body(version, shown),
                also(version),
                standing(version, speech),
                speech.moment(version.firstPublished()),
                Link.to(OtherForms.text(version), speech.say("text.plain")),
                paper(version, shown, papers, speech),
                Sharing.links(speech, headline(shown), brief),
                brief,
                shown.seal().code(),
                QrSquares.drawing(frames.address(version.office(), Paths.verify(language)) + "#"
                        + shown.seal().code()),
                Link.to(Paths.verify(language) + "#" + shown.seal().code(), speech.say("verify")),
                Link.to(asking(version), speech.say("rights.contact")),
                history(version, shown, speech),
                Link.to(Editions.history(version), speech.say("history")),
                PicturesPart.of(version, shown, papers, speech),
                events(version, shown));
    }

    /** Names the format and the length, as the files of pictures are named. */
    private static @Nullable Link paper(PublicVersion version, PublicEdition shown, Papers papers, Speech speech) {
        return papers.length(shown)
                .map(length -> Link.to(Papers.path(version, shown), "PDF · " + speech.length(length)))
                .orElse(null);
    }

    /**
     * The body as it was logged, between its marks. Where a picture inside of it may be shown no more, the text is set
     * again without the picture and without the marks: what is no longer whole does not claim to be.
     */
    private static String body(PublicVersion version, PublicEdition shown) {
        return shown.torn()
                ? BodyHtml.of(version.language(), shown.wording().body(), shown.plates())
                : OPENED + shown.bodyHtml() + CLOSED;
    }

    /** Those that the shown edition announces; whether they take place is what is known today. */
    private List<EventPart> events(PublicVersion version, PublicEdition shown) {
        return Planned.of(version).stream()
                .filter(planned -> shown.wording().events().contains(planned.event()))
                .map(planned -> EventPart.of(frames, planned))
                .toList();
    }

    private List<ReleasePage.Line> history(PublicVersion version, PublicEdition shown, Speech speech) {
        List<ReleasePage.Line> lines = new ArrayList<>();
        for (PublicEdition edition : version.editions().reversed()) {
            boolean readable = edition.json().length > 0;
            lines.add(new ReleasePage.Line(
                    Link.to(
                            readable ? Paths.encoded(version.path(edition)) : "",
                            speech.say("edition", "number", edition.number())),
                    speech.say("kind." + edition.kind().word()),
                    speech.moment(edition.published()),
                    edition.note(),
                    readable ? Paths.encoded(Editions.json(version, edition)) : null,
                    Paths.encoded(Editions.proof(version, edition)),
                    edition.number() == shown.number()));
        }
        return lines;
    }

    private List<Frame.Meta> article(PublicVersion version, PublicEdition shown, Speech speech) {
        List<Frame.Meta> metas = new ArrayList<>(List.of(
                new Frame.Meta("og:type", "article"),
                new Frame.Meta("article:published_time", speech.machine(version.firstPublished())),
                new Frame.Meta(
                        "article:modified_time",
                        speech.machine(Editions.lastChange(version).published())),
                new Frame.Meta("article:section", version.type().label(version.language()))));
        shown.banner().ifPresent(plate -> {
            Plate.Print card = Media.main(plate);
            metas.add(new Frame.Meta(Frames.CARD, frames.address(version.office(), card.path())));
            metas.add(new Frame.Meta("og:image:type", card.type()));
            metas.add(new Frame.Meta("og:image:width", String.valueOf(card.width())));
            metas.add(new Frame.Meta("og:image:height", String.valueOf(card.height())));
            metas.add(new Frame.Meta("og:image:alt", plate.alt().isEmpty() ? headline(shown) : plate.alt()));
        });
        return metas;
    }

    /** What belongs to the release and to none of its editions comes on top. */
    private List<Frame.Related> found(PublicVersion version, PublicEdition shown) {
        List<Frame.Related> related = new ArrayList<>(related(version, shown));
        related.add(new Frame.Related(
                "alternate", "application/json+oembed", frames.address(version.office(), Embedding.path(version))));
        return related;
    }

    private static List<Frame.Related> related(PublicVersion version, PublicEdition edition) {
        return List.of(
                new Frame.Related("alternate", "application/json", Paths.encoded(Editions.json(version, edition))),
                new Frame.Related("alternate", "text/plain", OtherForms.text(version)),
                new Frame.Related("describedby", "text/plain", Paths.encoded(Editions.proof(version, edition))),
                new Frame.Related("license", "text/html", Paths.standing(version.language(), "rights")));
    }

    private static List<Link> versions(PublicVersion version) {
        List<Link> versions = also(version);
        versions.add(new Link(
                Paths.encoded(version.path()),
                Speech.ownName(version.office(), version.language()),
                version.language()));
        return versions;
    }

    private static List<Link> also(PublicVersion version) {
        List<Link> also = new ArrayList<>();
        for (PublicVersion.Sibling sibling : version.siblings()) {
            also.add(new Link(
                    Paths.encoded(sibling.path()),
                    Speech.ownName(version.office(), sibling.language()),
                    sibling.language()));
        }
        return also;
    }

    private static @Nullable String standing(PublicVersion version, Speech speech) {
        boolean alone = version.siblings().isEmpty() && version.standing() == Standing.ORIGINAL;
        return alone ? null : speech.say("standing." + version.standing().word());
    }

    static String headline(PublicEdition edition) {
        return edition.wording().headline();
    }

    /** The decks, or the beginning of the text, cut between words. */
    static String description(PublicVersion version, PublicEdition edition) {
        List<String> decks = edition.wording().decks();
        List<String> text = decks.isEmpty() ? Blocks.plain(edition.wording().body()) : decks;
        String whole = text.isEmpty() ? headline(edition) : String.join(" ", text.subList(0, Math.min(2, text.size())));
        return Sentences.beginning(whole, version.language(), DESCRIPTION_MAX_CHARS);
    }

    private Speech speech(PublicVersion version) {
        return frames.speech(version.office(), version.language());
    }
}
