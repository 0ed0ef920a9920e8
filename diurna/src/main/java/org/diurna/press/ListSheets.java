package org.diurna.press;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diurna.edition.Office;
import org.diurna.house.Language;
import org.jspecify.annotations.Nullable;

/**
 * Front page, archive and lists. A list grows at its end: page 1 holds the oldest entries, a full page has an address
 * with its number and names nothing that grows, and the newest page stands at the list's own address.
 */
final class ListSheets {
    private static final String HTML = "text/html; charset=utf-8";

    private final Frames frames;
    private final Printer printer;
    private final StructuredData data;

    ListSheets(Frames frames, Printer printer) {
        this.frames = frames;
        this.printer = printer;
        this.data = new StructuredData(frames);
    }

    /** The front page at its own address and, in the default language, at the root too: a reader who types the host waits for one answer only. */
    List<Sheet> homes(Order.Home order) {
        Sheet.Printed home = home(order);
        boolean first = order.language().equals(order.office().defaultLanguage());
        return first ? List.of(home, home.at("/")) : List.of(home);
    }

    private Sheet.Printed home(Order.Home order) {
        Office office = order.office();
        Language language = order.language();
        Speech speech = frames.speech(office, language);
        List<Entry> entries = order.latest().stream()
                .map(listed -> Entries.of(office, speech, listed))
                .toList();
        String name = office.name(language);
        Subject subject = new Subject(
                name,
                speech.say("home.description", "office", name),
                Optional.of(Paths.home(language)),
                Optional.empty(),
                Frames.everywhere(office, Paths::home),
                List.of(),
                List.of(),
                Optional.of(data.office(office, speech)));
        ListPage page = new ListPage(
                frames.frame(office, speech, subject),
                speech.say("home"),
                speech.say("archive.none"),
                entries.isEmpty() ? null : entries.getFirst(),
                entries.isEmpty() ? entries : entries.subList(1, entries.size()),
                Link.to(Paths.archive(language), speech.say("home.all")),
                null,
                margin(order, speech),
                order.events().stream()
                        .map(planned -> EventPart.of(frames, planned))
                        .toList(),
                order.events().isEmpty() ? null : Link.to(Calendars.path(language), speech.say("events.calendar")));
        return sheet(office, Paths.home(language), modified(order.latest(), order.changed()), "home", page);
    }

    private static List<ListPage.Group> margin(Order.Home order, Speech speech) {
        Language language = order.language();
        List<ListPage.Tally> types = order.types().stream()
                .map(type -> tally(Paths.type(language, type), type.label(language), ""))
                .toList();
        List<ListPage.Tally> years = order.years().stream()
                .map(year -> tally(Paths.archive(language) + "#Y" + year, speech.year(year), ""))
                .toList();
        List<ListPage.Group> groups = new ArrayList<>();
        if (!types.isEmpty()) {
            groups.add(new ListPage.Group("Types", speech.say("types"), types));
        }
        if (!years.isEmpty()) {
            groups.add(new ListPage.Group("Years", speech.say("years"), years));
        }
        return groups;
    }

    Sheet archive(Order.Archive order) {
        Office office = order.office();
        Language language = order.language();
        Speech speech = frames.speech(office, language);
        Map<Integer, List<ListPage.Tally>> years = new TreeMap<>(Comparator.reverseOrder());
        for (Order.Month month : order.months()) {
            years.computeIfAbsent(month.month().getYear(), _ -> new ArrayList<>())
                    .add(tally(
                            Paths.month(language, month.month()),
                            speech.monthName(month.month()),
                            speech.say("archive.releases", "count", month.releases())));
        }
        List<ListPage.Group> groups = years.entrySet().stream()
                .map(year -> new ListPage.Group("Y" + year.getKey(), speech.year(year.getKey()), year.getValue()))
                .toList();
        String title = speech.say("archive.title");
        Subject subject = Subject.plain(
                title,
                title + ": " + office.name(language),
                Paths.archive(language),
                Frames.everywhere(office, Paths::archive));
        ListPage page = new ListPage(
                frames.frame(office, speech, subject),
                title,
                speech.say("archive.none"),
                null,
                List.of(),
                null,
                null,
                groups);
        return sheet(office, Paths.archive(language), Optional.empty(), "archive", page);
    }

    List<Sheet> month(Order.MonthPage order) {
        Language language = order.language();
        Speech speech = frames.speech(order.office(), language);
        boolean newest = order.page() == order.pages();
        @Nullable
        Link older = order.page() > 1
                ? Link.to(Paths.month(language, order.month(), order.page() - 1), speech.say("list.older"))
                : order.before()
                        .filter(_ -> newest)
                        .map(month -> Link.to(Paths.month(language, month), speech.month(month)))
                        .orElse(null);
        @Nullable
        Link newer = newest
                ? order.after()
                        .map(month -> Link.to(Paths.month(language, month), speech.month(month)))
                        .orElse(null)
                : Link.to(Paths.month(language, order.month(), order.page() + 1), speech.say("list.newer"));
        Numbered numbered = new Numbered(
                speech.month(order.month()),
                order.page(),
                Paths.month(language, order.month()),
                Paths.month(language, order.month(), order.page()),
                newest);
        return numbered(order.office(), speech, numbered, order.entries(), older, newer);
    }

    List<Sheet> type(Order.TypePage order) {
        Language language = order.language();
        Speech speech = frames.speech(order.office(), language);
        boolean newest = order.page() == order.pages();
        @Nullable
        Link older = order.page() == 1
                ? null
                : Link.to(Paths.type(language, order.type(), order.page() - 1), speech.say("list.older"));
        @Nullable
        Link newer =
                newest ? null : Link.to(Paths.type(language, order.type(), order.page() + 1), speech.say("list.newer"));
        Numbered numbered = new Numbered(
                order.type().label(language),
                order.page(),
                Paths.type(language, order.type()),
                Paths.type(language, order.type(), order.page()),
                newest);
        return numbered(order.office(), speech, numbered, order.entries(), older, newer);
    }

    /** A page of a list that grows, with its two possible addresses. */
    private record Numbered(String title, int page, String own, String full, boolean newest) {}

    private List<Sheet> numbered(
            Office office,
            Speech speech,
            Numbered list,
            List<Listed> entries,
            @Nullable Link older,
            @Nullable Link newer) {
        String title = list.page() == 1 || list.newest()
                ? list.title()
                : list.title() + " · " + speech.say("list.page", "page", list.page());
        String path = list.newest() ? list.own() : list.full();
        Subject subject = Subject.plain(title, title + ": " + office.name(speech.language()), path, List.of());
        ListPage page = new ListPage(
                frames.frame(office, speech, subject),
                title,
                speech.say("archive.none"),
                null,
                Entries.newestFirst(office, speech, entries),
                older,
                newer,
                List.of());
        Sheet sheet = sheet(office, path, modified(entries), "list", page);
        return list.newest()
                ? List.of(sheet, new Sheet.Moved(office.host(), list.full(), list.own(), 302))
                : List.of(sheet);
    }

    private Sheet.Printed sheet(
            Office office, String path, Optional<Instant> modified, String template, ListPage page) {
        return new Sheet.Printed(
                office.host(), path, HTML, Caching.PAGE, modified, Map.of(), printer.print(template, page));
    }

    private static ListPage.Tally tally(String href, String text, String count) {
        return new ListPage.Tally(Link.to(href, text), count);
    }

    /** Never before what left the list. */
    static Optional<Instant> modified(List<Listed> entries, Optional<Instant> changed) {
        return Stream.concat(modified(entries).stream(), changed.stream()).max(Comparator.naturalOrder());
    }

    static Optional<Instant> modified(List<Listed> entries) {
        return entries.stream().map(Listed::updated).max(Comparator.naturalOrder());
    }
}
