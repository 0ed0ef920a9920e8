package org.diurna.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseNumber;
import org.diurna.house.Language;
import org.diurna.press.paper.Leaflet;
import org.diurna.press.paper.Part;
import org.diurna.press.paper.Span;
import org.diurna.press.paper.Typesetter;

/** An edition on paper: a PDF file that holds, beside its pages, the logged bytes and their proof. */
final class ReleasePaper {
    private final Frames frames;
    private final Notices notices = new Notices();

    ReleasePaper(Frames frames) {
        this.frames = frames;
    }

    /**
     * The sheet.
     *
     * @param pictures bytes by SHA-256 of the file
     * @throws org.diurna.press.paper.Unprintable when the program has no letters for a character
     */
    Sheet print(PublicVersion version, PublicEdition edition, Map<String, byte[]> pictures) {
        return new Sheet.Printed(
                version.office().host(),
                Papers.path(version, edition),
                "application/pdf",
                Caching.FEED,
                Optional.of(Papers.modified(version, edition)),
                Map.of("X-Robots-Tag", "noindex", "Link", canonical(version)),
                Typesetter.set(leaflet(version, edition, pictures)));
    }

    private String canonical(PublicVersion version) {
        return "<" + frames.address(version.office(), version.path()) + ">; rel=\"canonical\"";
    }

    private Leaflet leaflet(PublicVersion version, PublicEdition edition, Map<String, byte[]> files) {
        Office office = version.office();
        Language language = version.language();
        Speech speech = frames.speech(office, language);
        String name = office.name(language);
        String organisation = frames.organisation(language);
        Map<String, Part.Picture> pictures = PaperPictures.of(edition, files);
        PaperBody body = new PaperBody(language, edition, path -> frames.address(office, path), pictures);
        return new Leaflet(
                language.tag(),
                ReleasePages.headline(edition),
                ReleasePages.description(version, edition),
                name,
                edition.published(),
                version.root() + "/" + edition.number() + " " + edition.seal().leafHash(),
                office.brand().ink(),
                new Leaflet.Letterhead(organisation.equals(name) ? "" : organisation, name),
                facts(version, edition, speech),
                Optional.ofNullable(pictures.get(Plate.BANNER)),
                edition.wording().decks(),
                notices(version, edition, speech),
                body.parts(edition.wording().body()),
                contacts(office, speech),
                colophon(version, edition, speech),
                foot(version, name),
                attached(edition, speech));
    }

    private static List<String> facts(PublicVersion version, PublicEdition edition, Speech speech) {
        return Stream.of(
                        version.type().label(version.language()),
                        version.number().map(ReleaseNumber::printed).orElse(""),
                        edition.wording()
                                .date()
                                .map(speech::day)
                                .orElseGet(() -> speech.day(version.firstPublished()))
                                .text(),
                        edition.wording().place(),
                        edition.number() == 1 ? "" : speech.say("edition", "number", edition.number()))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Those of the edition's page but the first, which leads from edition to edition. */
    private List<Part.Notice> notices(PublicVersion version, PublicEdition edition, Speech speech) {
        return notices.onEdition(version, edition, speech).stream()
                .skip(1)
                .map(notice -> new Part.Notice(tone(notice.kind()), notice.title(), notice.text()))
                .toList();
    }

    private static Part.Tone tone(String kind) {
        return switch (kind) {
            case "withdrawn" -> Part.Tone.RED;
            case "courtesy", "machine" -> Part.Tone.GREY;
            default -> Part.Tone.AMBER;
        };
    }

    private static List<Part> contacts(Office office, Speech speech) {
        List<List<Span>> cards = office.contacts().stream()
                .map(contact -> contact(office, contact, speech.language()))
                .toList();
        return cards.isEmpty()
                ? List.of()
                : List.of(new Part.Section(speech.say("contacts"), List.of(new Part.Cards(cards))));
    }

    private static List<Span> contact(Office office, Office.Contact contact, Language language) {
        List<Span> lines = new ArrayList<>();
        String role = contact.role().getOrDefault(language, contact.role().getOrDefault(office.defaultLanguage(), ""));
        add(lines, role, Span::bold);
        add(lines, contact.name(), Span::plain);
        add(lines, contact.mail(), mail -> Span.link(mail, "mailto:" + mail));
        add(lines, contact.phone(), phone -> Span.link(alone(phone), "tel:" + phone.replaceAll("[^+0-9]", "")));
        return lines;
    }

    /** Figures that keep their order in a line that runs from right to left (UAX #9, isolates). */
    private static String alone(String figures) {
        return "\u2066" + figures + "\u2069";
    }

    private static void add(List<Span> lines, String text, Function<String, Span> span) {
        if (!text.isEmpty()) {
            if (!lines.isEmpty()) {
                lines.add(Span.plain("\n"));
            }
            lines.add(span.apply(text));
        }
    }

    private Leaflet.Colophon colophon(PublicVersion version, PublicEdition edition, Speech speech) {
        Office office = version.office();
        String check = frames.address(office, Paths.verify(version.language()));
        String brief = frames.address(office, version.root());
        String entry = Stream.of(
                        speech.say("edition", "number", edition.number()),
                        speech.moment(edition.published()).text(),
                        speech.say(
                                "ledger.entry",
                                "index",
                                speech.number(edition.seal().index())))
                .collect(Collectors.joining(" · "));
        return new Leaflet.Colophon(
                speech.say("verify") + ": " + check,
                check + "#" + edition.seal().code(),
                speech.say("genuine.code"),
                edition.seal().code(),
                List.of(
                        List.of(Span.plain(speech.say("verify") + ": "), Span.link(check, check)),
                        List.of(Span.plain(speech.say("share.brief") + ": "), Span.link(brief, brief)),
                        Span.text(entry),
                        Span.text(speech.say("rights.reserved") + " " + speech.say("rights.contact"))));
    }

    private String foot(PublicVersion version, String office) {
        return Stream.of(
                        office,
                        version.number().map(ReleaseNumber::printed).orElse(""),
                        frames.address(version.office(), version.root()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static List<Leaflet.Attached> attached(PublicEdition edition, Speech speech) {
        return List.of(
                new Leaflet.Attached(
                        "edition.json",
                        "application/json",
                        speech.say("edition.data"),
                        Leaflet.Relation.SOURCE,
                        edition.json()),
                new Leaflet.Attached(
                        "edition.tlog-proof",
                        "text/plain",
                        speech.say("edition.proof"),
                        Leaflet.Relation.DATA,
                        edition.seal().proof()));
    }
}
