package org.diurna.run;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.ledger.Ledger;
import org.diurna.press.Order;
import org.diurna.press.Press;
import org.diurna.press.PublicVersion;
import org.diurna.press.Sheet;

/**
 * Prints again what time or a new version of the program has changed, from the editions alone. What is derived can be
 * thrown away: a lost shelf comes back with {@link #everything}.
 */
public final class Renewal {
    /** Releases that are printed, laid and turned together. */
    private static final int BATCH = 200;

    /** RFC 9116 asks for less than a year; the day moves once a month so that it is never near. */
    private static final int SECURITY_EXPIRES_MONTHS = 9;

    private final PressRun run;
    private final Gathering gathering;
    private final Sites sites;
    private final Offices offices;
    private final Releases releases;
    private final Database database;
    private final Ledger ledger;
    private final Clock clock;

    Renewal(Workshop shop, PressRun run) {
        this.run = run;
        this.gathering = run.gathering();
        this.sites = shop.sites();
        this.offices = shop.offices();
        this.releases = shop.releases();
        this.database = shop.database();
        this.ledger = shop.ledger();
        this.clock = shop.clock();
    }

    /** Is told how far a long renewal has come. */
    public interface Progress {
        void at(int done, int all);
    }

    /** What changes with the calendar or with the offices: error pages, policies, home pages, the news sitemap. */
    public void fronts() {
        run.renew(this::printedFronts);
    }

    /**
     * What follows from a change of an office: first its own front pages, so that it is there at once, then those of the
     * others, which name it, then the pages of its releases, newest last.
     */
    public void office(String code) {
        offices.find(code).ifPresent(office -> {
            run.renew(() -> printedFronts(office));
            fronts();
            List<ReleaseId> its = database.read(() -> database.sql(
                            "select distinct release from publication where office = :office order by release")
                    .param("office", code)
                    .query((row, _) -> new ReleaseId(row.getString("release")))
                    .list());
            for (int from = 0; from < its.size(); from += BATCH) {
                List<ReleaseId> some = its.subList(from, Math.min(its.size(), from + BATCH));
                run.renewPictures(some);
                run.renew(() -> releases(some));
            }
            run.renew(() -> lists(office));
        });
    }

    private List<Sheet> printedFronts(Office office) {
        Press press = sites.press();
        List<Sheet> sheets = new ArrayList<>(press.print(chrome(office)));
        Map<String, Order> orders = database.read(() -> {
            Map<String, Order> fronts = new LinkedHashMap<>();
            office.languages().forEach(language -> {
                gathering.fronts(office, language, clock.instant(), fronts);
                gathering.changes().newest(office, language, fronts);
            });
            gathering.maps(office, clock.instant(), fronts);
            return fronts;
        });
        orders.values().forEach(order -> sheets.addAll(press.print(order)));
        return sheets;
    }

    private List<Sheet> printedFronts() {
        List<Sheet> sheets = new ArrayList<>();
        offices.all().forEach(office -> sheets.addAll(printedFronts(office)));
        sheets.addAll(run.nameFiles());
        // the checkpoint alone: tiles come with their leaves, and all of them again with everything
        sheets.addAll(run.ledgerFiles(ledger.publicPaths(ledger.size())));
        return sheets;
    }

    private Order chrome(Office office) {
        Instant month = clock.instant()
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .plusMonths(SECURITY_EXPIRES_MONTHS)
                .toInstant();
        return new Order.Chrome(office, month);
    }

    /** Everything, from the first release on. */
    public void everything(Progress progress) {
        fronts();
        run.renew(() -> run.ledgerFiles(ledger.publicPaths(0)));
        List<ReleaseId> all =
                database.read(() -> database.sql("select distinct release from publication order by release")
                        .query((row, _) -> new ReleaseId(row.getString("release")))
                        .list());
        for (int from = 0; from < all.size(); from += BATCH) {
            progress.at(from, all.size());
            List<ReleaseId> some = all.subList(from, Math.min(all.size(), from + BATCH));
            run.renewPictures(some);
            run.renew(() -> releases(some));
        }
        offices.all().forEach(office -> run.renew(() -> lists(office)));
        progress.at(all.size(), all.size());
    }

    private List<Sheet> releases(List<ReleaseId> ids) {
        Press press = sites.press();
        List<Order> orders = new ArrayList<>();
        for (ReleaseId id : ids) {
            database.read(() -> {
                Release release = releases.find(id).orElseThrow();
                List<PublicVersion> versions = gathering.versions().published(id).stream()
                        .map(language -> gathering.versions().version(release, language))
                        .toList();
                versions.forEach(version -> orders.add(new Order.Release(version)));
                orders.add(new Order.AllVersions(versions));
                return true;
            });
        }
        return run.papers().named(orders).parallelStream()
                .flatMap(order -> press.print(order).stream())
                .toList();
    }

    private List<Sheet> lists(Office office) {
        Press press = sites.press();
        Map<String, Order> orders = database.read(() -> {
            Map<String, Order> found = new LinkedHashMap<>();
            for (Language language : office.languages()) {
                gathering.everyPage(office, language, found);
                gathering.changes().everyPage(office, language, found);
            }
            gathering.everyMonth(office, found);
            return found;
        });
        return orders.values().parallelStream()
                .flatMap(order -> press.print(order).stream())
                .toList();
    }
}
