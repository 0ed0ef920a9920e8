package org.diurna.press;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Kind;
import org.diurna.edition.Office;
import org.diurna.house.Language;
import org.jspecify.annotations.Nullable;

/** Everything that an office changed after publication, for readers and for feed readers. The list grows at its end. */
final class ChangeSheets {
    private final Frames frames;
    private final Printer printer;

    ChangeSheets(Frames frames, Printer printer) {
        this.frames = frames;
        this.printer = printer;
    }

    List<Sheet> page(Order.ChangePage order) {
        Office office = order.office();
        Language language = order.language();
        Speech speech = frames.speech(office, language);
        boolean newest = order.page() == order.pages();
        String path = newest ? Paths.changes(language) : Paths.changes(language, order.page());
        String title = order.page() == 1 || newest
                ? speech.say("changes")
                : speech.say("changes") + " · " + speech.say("list.page", "page", order.page());
        @Nullable
        Link older = order.page() == 1
                ? null
                : Link.to(Paths.changes(language, order.page() - 1), page(speech, order.page() - 1));
        @Nullable
        Link newer = newest ? null : Link.to(Paths.changes(language, order.page() + 1), page(speech, order.page() + 1));
        ChangesPage page = new ChangesPage(
                frames.frame(office, speech, subject(office, speech, title, path)),
                title,
                speech.say("changes.text"),
                speech.say("changes.none"),
                order.entries().reversed().stream()
                        .map(changed -> entry(changed, speech, office))
                        .toList(),
                older,
                newer);
        Sheet sheet = new Sheet.Printed(
                office.host(),
                path,
                "text/html; charset=utf-8",
                Caching.PAGE,
                modified(order.entries()),
                Map.of(),
                printer.print("changes", page));
        return newest
                ? List.of(
                        sheet,
                        new Sheet.Moved(
                                office.host(), Paths.changes(language, order.page()), Paths.changes(language), 302))
                : List.of(sheet);
    }

    private static String page(Speech speech, int number) {
        return speech.say("list.page", "page", number);
    }

    private Subject subject(Office office, Speech speech, String title, String path) {
        String feed = frames.address(office, Paths.changeFeed(speech.language()));
        return new Subject(
                title,
                speech.say("changes.text"),
                Optional.of(path),
                Optional.empty(),
                path.equals(Paths.changes(speech.language())) ? Frames.everywhere(office, Paths::changes) : List.of(),
                List.of(new Frame.Related("alternate", "application/atom+xml", feed)),
                List.of(),
                Optional.empty());
    }

    private ChangesPage.Entry entry(Changed changed, Speech speech, Office office) {
        String root = changed.root();
        String history = root + "/history#" + (changed.kind() == Kind.WITHDRAWAL ? "W" : "E" + changed.edition());
        return new ChangesPage.Entry(
                Link.to(root, changed.headline().isEmpty() ? frames.address(office, root) : changed.headline()),
                speech.say("kind." + changed.kind().word()),
                mark(changed),
                speech.moment(changed.at()),
                changed.note(),
                speech.say("ledger.entry", "index", speech.number(changed.index())),
                changed.removed() ? null : Link.to(history, speech.say("history")));
    }

    private static String mark(Changed changed) {
        return switch (changed.kind()) {
            case WITHDRAWAL, ERASURE -> "withdrawn";
            case RELEASE, TRANSLATION, UPDATE, CORRECTION, REFILE, RESTORE -> "corrected";
        };
    }

    /** Atom (RFC 4287); an entry is one change and never changes itself. */
    Sheet feed(Order.ChangeFeed order) {
        Office office = order.office();
        Language language = order.language();
        Speech speech = frames.speech(office, language);
        Xml feed = new Xml("feed", "", "http://www.w3.org/2005/Atom");
        feed.attributes("xml:lang", language.tag());
        feed.leaf("id", frames.tag(office.code() + "/" + language + "/changes"));
        feed.leaf("title", office.name(language) + " – " + speech.say("changes"));
        feed.leaf(
                "updated",
                AtomFeeds.time(modified(order.latest())
                        .orElse(Instant.parse(frames.site().since() + "T00:00:00Z"))));
        feed.open("author").leaf("name", office.name(language)).close();
        link(feed, "self", "application/atom+xml", frames.address(office, Paths.changeFeed(language)));
        link(feed, "alternate", "text/html", frames.address(office, Paths.changes(language)));
        for (Changed changed : order.latest()) {
            ChangesPage.Entry entry = entry(changed, speech, office);
            feed.open("entry");
            feed.leaf("id", frames.tag("changes/" + changed.index()));
            feed.leaf("title", entry.kind() + ": " + entry.release().text());
            feed.leaf("updated", AtomFeeds.time(changed.at()));
            link(
                    feed,
                    "alternate",
                    "text/html",
                    frames.address(office, changed.removed() ? changed.root() : changed.root() + "/history"));
            feed.leaf("summary", changed.note().isEmpty() ? entry.entry() : changed.note() + " · " + entry.entry());
            feed.close();
        }
        return new Sheet.Printed(
                office.host(),
                Paths.changeFeed(language),
                "application/atom+xml; charset=utf-8",
                Caching.FEED,
                modified(order.latest()),
                Map.of("Access-Control-Allow-Origin", "*"),
                feed.bytes());
    }

    private static void link(Xml feed, String rel, String type, String href) {
        feed.empty("link", "rel", rel, "type", type, "href", href);
    }

    private static Optional<Instant> modified(List<Changed> entries) {
        return entries.stream().map(Changed::at).max(Comparator.naturalOrder());
    }
}
