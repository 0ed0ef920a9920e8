package org.diurna.press;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.diurna.edition.Office;
import org.diurna.house.Language;
import org.jspecify.annotations.Nullable;

/** Puts the frame around each page: one masthead, one foot and one kind of head for the whole site. */
final class Frames {
    /** The picture that is shown beside a link. */
    static final String CARD = "og:image";

    private final Site site;
    private final Map<String, Speech> speeches = new ConcurrentHashMap<>();
    private final Map<Office.Brand, Asset> icons = new ConcurrentHashMap<>();
    private final Map<String, Asset> cards = new ConcurrentHashMap<>();
    private final Map<Office.Brand, Asset> sheets = new ConcurrentHashMap<>();

    Frames(Site site) {
        this.site = site;
    }

    Site site() {
        return site;
    }

    Speech speech(Office office, Language language) {
        return speech(language, office.zone());
    }

    /** Times as clocks in that zone show them. */
    Speech speech(Language language, ZoneId zone) {
        return speeches.computeIfAbsent(language + " " + zone, _ -> new Speech(language, zone));
    }

    Asset styleSheet(Office office) {
        return sheets.computeIfAbsent(office.brand(), Asset::styleSheet);
    }

    Asset card(Office office) {
        return cards.computeIfAbsent(office.code(), _ -> Asset.card(office, this));
    }

    Asset icon(Office office) {
        return icons.computeIfAbsent(office.brand(), Asset::icon);
    }

    String organisation(Language language) {
        return site.organisation()
                .getOrDefault(
                        language,
                        site.organisation()
                                .getOrDefault(
                                        Language.of("en"),
                                        site.offices().getFirst().name(language)));
    }

    Frame frame(Office office, Speech speech, Subject subject) {
        Language language = speech.language();
        List<Link> versions = ordered(office, subject.versions());
        String name = office.name(language);
        String organisation = organisation(language);
        return new Frame(
                language,
                speech.words(),
                head(office, speech, subject, versions),
                organisation.equals(name) ? null : organisation,
                Link.to(Paths.home(language), name),
                versions.size() > 1 ? versions : List.of(),
                List.of(
                        Link.to(Paths.archive(language), speech.say("archive")),
                        Link.to(Paths.standing(language, "about"), speech.say("about"))),
                foot(speech),
                contacts(office, language),
                Paths.standing(language, "rights"));
    }

    private Frame.Head head(Office office, Speech speech, Subject subject, List<Link> versions) {
        Language language = speech.language();
        String name = office.name(language);
        @Nullable
        String canonical = subject.path().map(path -> address(office, path)).orElse(null);
        List<Link> alternates = versions.size() > 1 && canonical != null
                ? versions.stream()
                        .map(link -> new Link(address(office, link.href()), "", link.language()))
                        .toList()
                : List.of();
        return new Frame.Head(
                subject.title().equals(name) ? name : subject.title() + " – " + name,
                subject.description(),
                canonical,
                subject.robots().orElse(null),
                styleSheet(office).path(),
                icon(office).path(),
                office.brand().ink(),
                Link.to(address(office, Paths.feed(language)), name),
                alternates,
                alternates.isEmpty() ? null : alternates.getFirst().href(),
                subject.related(),
                metas(office, speech, subject, canonical),
                subject.data().orElse(null));
    }

    private List<Frame.Meta> metas(Office office, Speech speech, Subject subject, @Nullable String canonical) {
        if (canonical == null) {
            return List.of();
        }
        List<Frame.Meta> metas = new ArrayList<>();
        metas.add(new Frame.Meta("og:title", subject.title()));
        metas.add(new Frame.Meta("og:url", canonical));
        metas.add(new Frame.Meta("og:description", subject.description()));
        metas.add(new Frame.Meta("og:site_name", office.name(speech.language())));
        metas.add(new Frame.Meta("og:locale", Speech.territorial(speech.language())));
        if (subject.metas().stream().noneMatch(meta -> meta.property().equals(CARD))) {
            metas.add(new Frame.Meta(CARD, address(office, card(office).path())));
            metas.add(new Frame.Meta("og:image:type", "image/png"));
            metas.add(new Frame.Meta("og:image:width", String.valueOf(ShareCard.WIDTH)));
            metas.add(new Frame.Meta("og:image:height", String.valueOf(ShareCard.HEIGHT)));
            metas.add(new Frame.Meta("og:image:alt", office.name(speech.language())));
        }
        if (subject.metas().isEmpty()) {
            metas.add(new Frame.Meta("og:type", "website"));
        }
        metas.addAll(subject.metas());
        return metas;
    }

    private List<Link> foot(Speech speech) {
        Language language = speech.language();
        List<Link> foot = new ArrayList<>();
        foot.add(Link.to(Paths.home(language), speech.say("home")));
        foot.add(Link.to(Paths.archive(language), speech.say("archive")));
        for (String name : StandingPages.NAMES) {
            foot.add(Link.to(Paths.standing(language, name), speech.say(name)));
        }
        foot.add(Link.to(Paths.verify(language), speech.say("verify")));
        foot.add(Link.to(Paths.changes(language), speech.say("changes")));
        foot.add(Link.to(Paths.feed(language), speech.say("feed")));
        return foot;
    }

    private static List<Frame.Contact> contacts(Office office, Language language) {
        return office.contacts().stream()
                .map(contact -> new Frame.Contact(
                        contact.role()
                                .getOrDefault(language, contact.role().getOrDefault(office.defaultLanguage(), "")),
                        contact.name(),
                        contact.mail(),
                        contact.phone()))
                .toList();
    }

    /** RFC 4151: for ever the same, whatever becomes of hosts and slugs. */
    String tag(String specific) {
        return "tag:" + site.authority() + "," + site.since() + ":" + specific;
    }

    /** The whole address of a path on the office's host. */
    String address(Office office, String path) {
        return site.address(office, Paths.encoded(path));
    }

    /** A page that exists in every language of its office. */
    static List<Link> everywhere(Office office, Function<Language, String> path) {
        return office.languages().stream()
                .map(language -> new Link(path.apply(language), Speech.ownName(office, language), language))
                .toList();
    }

    /** In the order of the office's own list, others last: the first one is for readers of any other language. */
    static List<Link> ordered(Office office, List<Link> versions) {
        return versions.stream()
                .sorted(Comparator.comparingInt(link -> rank(office, link)))
                .toList();
    }

    private static int rank(Office office, Link link) {
        int rank = link.language() == null ? -1 : office.languages().indexOf(link.language());
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }
}
