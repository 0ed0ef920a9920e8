package org.diurna.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.diurna.edition.Happening;
import org.diurna.edition.Kind;
import org.diurna.edition.Office;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.press.Changed;
import org.diurna.press.Order;

/**
 * The list of everything that was changed after publication. A line keeps its ordinal for ever, so that a full page is
 * printed again only when the text of a release on it was removed.
 */
final class Changes {
    private static final String LINES = """
            select c.ordinal, c.idx, c.headline, c.note, l.release, l.lang, l.edition, l.kind, h.at, p.withdrawn
            from change_line c
            join leaf l on l.idx = c.idx
            join happening h on h.id = l.happening
            join publication p on p.release = l.release and p.lang = l.lang
            """;

    private final Database database;

    Changes(Database database) {
        this.database = database;
    }

    static boolean isChange(Kind kind) {
        return switch (kind) {
            case RELEASE, TRANSLATION -> false;
            case UPDATE, CORRECTION, REFILE, WITHDRAWAL, RESTORE, ERASURE -> true;
        };
    }

    /** Adds the line of a change whose leaf has just got its receipt. */
    void note(Release release, Happening happening, long index, String note) {
        database.sql("""
                        insert into change_line (office, lang, ordinal, idx, headline, note)
                        select p.office, p.lang,
                               (select coalesce(max(ordinal), 0) + 1 from change_line
                                where office = p.office and lang = p.lang),
                               :idx, p.headline, :note
                        from publication p where p.release = :release and p.lang = :lang
                        on conflict (idx) do nothing""")
                .param("idx", index)
                .param("note", note)
                .param("release", release.id().value())
                .param("lang", happening.language().tag())
                .update();
    }

    /** Adds what shows the newest changes, and the pages on which a release stands. */
    void touched(Office office, ReleaseId release, Language language, Map<String, Order> orders) {
        int lines = lines(office, language);
        List<Integer> ordinals = database.sql("""
                        select c.ordinal from leaf l join change_line c on c.idx = l.idx
                        where l.release = :release and l.lang = :lang order by c.ordinal""")
                .param("release", release.value())
                .param("lang", language.tag())
                .query((row, _) -> row.getInt("ordinal"))
                .list();
        if (ordinals.isEmpty()) {
            return;
        }
        newest(office, language, orders);
        for (int ordinal : ordinals) {
            page(office, language, pageOf(ordinal), lines, orders);
            if (ordinal > 1 && (ordinal - 1) % Order.LIST_PAGE == 0) {
                page(office, language, pageOf(ordinal) - 1, lines, orders);
            }
        }
    }

    /** The newest page, be it empty, and the feed. */
    void newest(Office office, Language language, Map<String, Order> orders) {
        int lines = lines(office, language);
        page(office, language, pages(lines), lines, orders);
        orders.computeIfAbsent(
                "change feed " + office.code() + language,
                _ -> new Order.ChangeFeed(
                        office,
                        language,
                        read(office, language, Math.max(0, lines - Order.LIST_PAGE), lines)
                                .reversed()));
    }

    void everyPage(Office office, Language language, Map<String, Order> orders) {
        int lines = lines(office, language);
        for (int page = 1; page <= pages(lines); page++) {
            page(office, language, page, lines, orders);
        }
    }

    private void page(Office office, Language language, int page, int lines, Map<String, Order> orders) {
        orders.computeIfAbsent(
                "changes " + office.code() + language + page,
                _ -> new Order.ChangePage(
                        office,
                        language,
                        page,
                        pages(lines),
                        read(office, language, (page - 1) * Order.LIST_PAGE, page * Order.LIST_PAGE)));
    }

    private static int pageOf(int ordinal) {
        return (ordinal - 1) / Order.LIST_PAGE + 1;
    }

    private static int pages(int lines) {
        return Math.max(1, pageOf(lines));
    }

    private int lines(Office office, Language language) {
        return database.sql("select coalesce(max(ordinal), 0) from change_line where office = :office and lang = :lang")
                .param("office", office.code())
                .param("lang", language.tag())
                .query(Integer.class)
                .single();
    }

    /** Those after one ordinal up to another, oldest first. */
    private List<Changed> read(Office office, Language language, int after, int upTo) {
        return database.sql(LINES + """
                        where c.office = :office and c.lang = :lang and c.ordinal > :after and c.ordinal <= :upto
                        order by c.ordinal""")
                .param("office", office.code())
                .param("lang", language.tag())
                .param("after", after)
                .param("upto", upTo)
                .query((row, _) -> line(row))
                .list();
    }

    /** A removed text takes its headline and the notes on it along; the note on the removal itself stays. */
    private static Changed line(ResultSet row) throws SQLException {
        boolean removed = "removed".equals(row.getString("withdrawn"));
        Kind kind = Kind.of(row.getString("kind"));
        boolean mute = removed && kind != Kind.WITHDRAWAL;
        return new Changed(
                new ReleaseId(row.getString("release")),
                Language.of(row.getString("lang")),
                row.getInt("edition"),
                kind,
                Instant.ofEpochMilli(row.getLong("at")),
                removed ? "" : row.getString("headline"),
                mute ? "" : row.getString("note"),
                row.getLong("idx"),
                removed);
    }
}
