package org.diurna.run;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.diurna.edition.Happening;
import org.diurna.edition.Office;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.press.Order;
import org.diurna.press.PublicVersion;

/**
 * Finds which sheets depend on some happenings, and the facts for them: the release in all its languages, the pages of
 * lists on which it stands, and what shows the newest. Nothing else is printed again.
 */
final class Gathering {
    /** The news sitemap holds what is younger than this. */
    private static final Duration NEWS = Duration.ofDays(2);

    private static final int NEWS_MAX_PER_LANGUAGE = 100;

    private final Database database;
    private final Releases releases;
    private final ReleaseTypes types;
    private final Lists lists;
    private final Versions versions;
    private final Changes changes;
    private final Agenda agenda;

    Gathering(Database database, Releases releases, ReleaseTypes types) {
        this.database = database;
        this.releases = releases;
        this.types = types;
        this.lists = new Lists(database, types, releases.plates());
        this.versions = new Versions(database, releases, types, lists);
        this.changes = new Changes(database);
        this.agenda = new Agenda(database);
    }

    /** The orders for these happenings, on one state of the database. */
    List<Order> orders(List<Happening> happenings, Instant now) {
        return database.read(() -> {
            // keyed by what they print, so that ten happenings of one day print its lists once
            Map<String, Order> orders = new LinkedHashMap<>();
            Map<String, Office> offices = new LinkedHashMap<>();
            happenings.stream().map(Happening::release).distinct().forEach(id -> {
                Release release = releases.find(id).orElseThrow();
                offices.put(release.office().code(), release.office());
                List<PublicVersion> all = new ArrayList<>();
                for (Language language : versions.published(id)) {
                    PublicVersion version = versions.version(release, language);
                    all.add(version);
                    orders.put("release " + id + language, new Order.Release(version));
                    touched(release.office(), id, language, orders);
                    changes.touched(release.office(), id, language, orders);
                    fronts(release.office(), language, now, orders);
                }
                if (!all.isEmpty()) {
                    orders.put("record " + id, new Order.AllVersions(all));
                }
            });
            offices.values().forEach(office -> maps(office, now, orders));
            return List.copyOf(orders.values());
        });
    }

    /** The pages of lists on which a version stands. */
    private void touched(Office office, ReleaseId release, Language language, Map<String, Order> orders) {
        for (Lists.Place place : lists.places(release, language)) {
            if (place.list().equals(Lists.ALL)) {
                feedArchives(office, language, place, orders);
                continue;
            }
            listPage(office, language, place.list(), place.page(), orders);
            if (place.opensPage()) {
                listPage(office, language, place.list(), place.page() - 1, orders);
            }
            if (place.ordinal() == 1 && place.list().startsWith(Lists.MONTH)) {
                neighbours(office, language, place.list(), orders);
            }
            if (place.list().startsWith(Lists.MONTH)) {
                YearMonth month = Lists.monthOf(place.list());
                orders.computeIfAbsent(
                        "map " + office.code() + month,
                        _ -> new Order.MonthMap(office, month, lists.month(office, month)));
            }
        }
    }

    /** A month's first release changes the links of the months around it. */
    private void neighbours(Office office, Language language, String list, Map<String, Order> orders) {
        List<Lists.Head> months = lists.heads(office, language, Lists.MONTH);
        for (int i = 0; i < months.size(); i++) {
            boolean beside = (i > 0 && months.get(i - 1).list().equals(list))
                    || (i + 1 < months.size() && months.get(i + 1).list().equals(list));
            if (beside) {
                listPage(office, language, months.get(i).list(), months.get(i).pages(), orders);
            }
        }
    }

    void listPage(Office office, Language language, String list, int page, Map<String, Order> orders) {
        orders.computeIfAbsent(list + " " + office.code() + language + page, _ -> {
            int pages = head(office, language, list).pages();
            if (list.startsWith(Lists.TYPE)) {
                return new Order.TypePage(
                        office,
                        language,
                        types.of(list.substring(Lists.TYPE.length())),
                        page,
                        pages,
                        lists.page(office, language, list, Lists.Body.NONE, page));
            }
            return monthPage(office, language, list, page, pages);
        });
    }

    /** The archive document that holds the release, and the one before it, whose link to the next may be new. */
    private void feedArchives(Office office, Language language, Lists.Place place, Map<String, Order> orders) {
        int full = head(office, language, Lists.ALL).fullPages();
        for (int number = Math.max(1, place.page() - 1); number <= Math.min(place.page(), full); number++) {
            feedArchive(office, language, number, full, orders);
        }
    }

    void feedArchive(Office office, Language language, int number, int full, Map<String, Order> orders) {
        orders.computeIfAbsent(
                "archive feed " + office.code() + language + number,
                _ -> new Order.FeedArchive(
                        office,
                        language,
                        number,
                        full,
                        lists.page(office, language, Lists.ALL, Lists.Body.WHOLE, number)));
    }

    /** The newest entries, at least those that no archive document holds yet. */
    private Order feed(Office office, Language language, int full) {
        int loose = head(office, language, Lists.ALL).entries() - full * Order.LIST_PAGE;
        int most = Math.max(Order.LATEST, loose);
        return new Order.Feed(
                office,
                language,
                lists.latest(office, language, Lists.Body.WHOLE, most),
                full,
                lists.changed(office, language));
    }

    private Order monthPage(Office office, Language language, String list, int page, int pages) {
        List<YearMonth> months = lists.heads(office, language, Lists.MONTH).stream()
                .map(head -> Lists.monthOf(head.list()))
                .toList();
        int at = months.indexOf(Lists.monthOf(list));
        return new Order.MonthPage(
                office,
                language,
                Lists.monthOf(list),
                page,
                pages,
                lists.page(office, language, list, Lists.Body.NONE, page),
                at > 0 ? Optional.of(months.get(at - 1)) : Optional.empty(),
                at + 1 < months.size() ? Optional.of(months.get(at + 1)) : Optional.empty());
    }

    private Lists.Head head(Office office, Language language, String list) {
        return lists.heads(office, language, list).stream()
                .filter(head -> head.list().equals(list))
                .findFirst()
                .orElse(new Lists.Head(list, 0, 0));
    }

    /** What shows the newest of an office in a language. */
    void fronts(Office office, Language language, Instant now, Map<String, Order> orders) {
        orders.computeIfAbsent("home " + office.code() + language, _ -> home(office, language, now));
        orders.computeIfAbsent(
                "calendar " + office.code() + language,
                _ -> new Order.Calendar(office, language, agenda.calendar(office, language, now)));
        orders.computeIfAbsent("archive " + office.code() + language, _ -> archive(office, language));
        orders.computeIfAbsent(
                "feed " + office.code() + language,
                _ -> feed(office, language, head(office, language, Lists.ALL).fullPages()));
    }

    private Order home(Office office, Language language, Instant now) {
        TreeSet<Integer> years = new TreeSet<>();
        lists.heads(office, language, Lists.MONTH)
                .forEach(head -> years.add(Lists.monthOf(head.list()).getYear()));
        List<String> codes = lists.heads(office, language, Lists.TYPE).stream()
                .map(head -> head.list().substring(Lists.TYPE.length()))
                .toList();
        return new Order.Home(
                office,
                language,
                lists.latest(office, language, Lists.Body.NONE, Order.LATEST),
                types.all().stream().filter(type -> codes.contains(type.code())).toList(),
                new ArrayList<>(years.descendingSet()),
                lists.changed(office, language),
                agenda.upcoming(office, language, now));
    }

    private Order archive(Office office, Language language) {
        List<Order.Month> months = lists.heads(office, language, Lists.MONTH).stream()
                .map(head -> new Order.Month(Lists.monthOf(head.list()), head.entries() - head.gone()))
                .filter(month -> month.releases() > 0)
                .toList();
        return new Order.Archive(office, language, months.reversed());
    }

    void maps(Office office, Instant now, Map<String, Order> orders) {
        orders.put("maps " + office.code(), new Order.MapIndex(office, lists.mapped(office)));
        orders.put("news " + office.code(), news(office, now));
    }

    Order news(Office office, Instant now) {
        return new Order.NewsMap(office, lists.since(office, now.minus(NEWS), NEWS_MAX_PER_LANGUAGE));
    }

    /** Every page of every list of an office in a language. */
    void everyPage(Office office, Language language, Map<String, Order> orders) {
        for (Lists.Head head : lists.heads(office, language, "")) {
            if (head.list().equals(Lists.ALL)) {
                for (int number = 1; number <= head.fullPages(); number++) {
                    feedArchive(office, language, number, head.fullPages(), orders);
                }
            } else {
                for (int page = 1; page <= head.pages(); page++) {
                    listPage(office, language, head.list(), page, orders);
                }
            }
        }
    }

    /** The sitemap of every month of an office. */
    void everyMonth(Office office, Map<String, Order> orders) {
        for (Order.MappedMonth mapped : lists.mapped(office)) {
            orders.put(
                    "map " + office.code() + mapped.month(),
                    new Order.MonthMap(office, mapped.month(), lists.month(office, mapped.month())));
        }
    }

    Changes changes() {
        return changes;
    }

    Versions versions() {
        return versions;
    }
}
