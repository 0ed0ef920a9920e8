package org.diurna.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.edition.Plates;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.ReleaseTypes;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.press.Listed;
import org.diurna.press.Order;
import org.diurna.press.PublicVersion;

/**
 * Reads the lines of lists, feeds and sitemaps. Every query walks an index over what it returns and no further, so that
 * its cost does not depend on how many releases there are.
 */
final class Lists {
    static final String ALL = "all";
    static final String MONTH = "month:";
    static final String TYPE = "type:";

    private static final String LINE = """
            select p.*, r.series, r.serial, r.year, r.printed, %s as body
            from publication p join release r on r.id = p.release %s
            """;
    private static final String WITH_TEXT =
            "join edition e on e.release = p.release and e.lang = p.lang and e.number = p.edition";

    private final Database database;
    private final ReleaseTypes types;
    private final Shown shown;

    Lists(Database database, ReleaseTypes types, Plates plates) {
        this.database = database;
        this.types = types;
        this.shown = new Shown(database, plates);
    }

    /** Whether lines carry the body of their newest edition. */
    enum Body {
        NONE,
        WHOLE
    }

    private static String line(Body body) {
        return body == Body.WHOLE ? LINE.formatted("e.body_html", WITH_TEXT) : LINE.formatted("''", "");
    }

    /** What stands, newest first. */
    List<Listed> latest(Office office, Language language, Body body, int most) {
        return lines(database.sql(line(body) + """
                        where p.office = :office and p.lang = :lang and p.withdrawn is null
                        order by p.published desc, p.release limit :most""")
                .param("office", office.code())
                .param("lang", language.tag())
                .param("most", most)
                .query(this::row)
                .list());
    }

    /** When any release of the office in a language last changed, was published or withdrawn. */
    Optional<Instant> changed(Office office, Language language) {
        return database.sql("select changed from list_head where office = :office and lang = :lang and list = :list")
                .param("office", office.code())
                .param("lang", language.tag())
                .param("list", ALL)
                .query((row, _) -> Instant.ofEpochMilli(row.getLong("changed")))
                .optional();
    }

    /** One page of a list, oldest first; what was withdrawn with its text leaves a gap. */
    List<Listed> page(Office office, Language language, String list, Body body, int page) {
        return range(office, language, list, body, (page - 1) * Order.LIST_PAGE + 1, page * Order.LIST_PAGE);
    }

    /** The entries of a list between two ordinals, oldest first. */
    List<Listed> range(Office office, Language language, String list, Body body, int first, int last) {
        return lines(database.sql(line(body) + """
                        join listing l on l.release = p.release and l.lang = p.lang
                        where l.office = :office and l.lang = :lang and l.list = :list
                          and l.ordinal between :first and :last
                          and (p.withdrawn is null or p.withdrawn = 'kept' or l.list = :archived)
                        order by l.ordinal""")
                // archive documents of feeds tell readers which entries are gone, and nothing else of them
                .param("archived", ALL)
                .param("office", office.code())
                .param("lang", language.tag())
                .param("list", list)
                .param("first", first)
                .param("last", last)
                .query(this::row)
                .list());
    }

    /** Everything of a month in all languages, oldest first, but for what was withdrawn with its text. */
    List<Listed> month(Office office, YearMonth month) {
        return lines(database.sql(line(Body.NONE) + """
                        where p.office = :office and p.month = :month and (p.withdrawn is null or p.withdrawn = 'kept')
                        order by p.published, p.release, p.lang""")
                .param("office", office.code())
                .param("month", month.toString())
                .query(this::row)
                .list());
    }

    /** What stands and was published after an instant, in all languages, oldest first. */
    List<Listed> since(Office office, Instant after, int most) {
        List<Listed> found = new ArrayList<>();
        for (Language language : office.languages()) {
            found.addAll(database.sql(line(Body.NONE) + """
                            where p.office = :office and p.lang = :lang and p.withdrawn is null and p.published > :after
                            order by p.published desc, p.release limit :most""")
                    .param("office", office.code())
                    .param("lang", language.tag())
                    .param("after", after.toEpochMilli())
                    .param("most", most)
                    .query(this::row)
                    .list());
        }
        return lines(found);
    }

    /** The newest change of any release of each month of an office, newest month first. */
    List<Order.MappedMonth> mapped(Office office) {
        return database.sql("""
                        select list, max(changed) as changed from list_head
                        where office = :office and list like 'month:%' group by list order by list desc""")
                .param("office", office.code())
                .query((row, _) -> new Order.MappedMonth(
                        monthOf(row.getString("list")), Instant.ofEpochMilli(row.getLong("changed"))))
                .list();
    }

    /** The lists of an office in one language whose names begin so, with their lengths, in ascending order of name. */
    List<Head> heads(Office office, Language language, String prefix) {
        return database.sql("""
                        select list, entries, gone from list_head
                        where office = :office and lang = :lang and list like :prefix order by list""")
                .param("office", office.code())
                .param("lang", language.tag())
                .param("prefix", prefix + "%")
                .query((row, _) -> new Head(row.getString("list"), row.getInt("entries"), row.getInt("gone")))
                .list();
    }

    /** A list's name and length. */
    record Head(String list, int entries, int gone) {
        int pages() {
            return (entries + Order.LIST_PAGE - 1) / Order.LIST_PAGE;
        }

        /** Pages that will never get another entry. */
        int fullPages() {
            return entries / Order.LIST_PAGE;
        }
    }

    /** Where a release stands in the lists of a language: name of the list and ordinal. */
    List<Place> places(ReleaseId release, Language language) {
        return database.sql("select list, ordinal from listing where release = :release and lang = :lang order by list")
                .param("release", release.value())
                .param("lang", language.tag())
                .query((row, _) -> new Place(row.getString("list"), row.getInt("ordinal")))
                .list();
    }

    /** A place in a list. */
    record Place(String list, int ordinal) {
        int page() {
            return (ordinal - 1) / Order.LIST_PAGE + 1;
        }

        /** The first entry of a page after the first: the page before it has just become full. */
        boolean opensPage() {
            return ordinal > 1 && (ordinal - 1) % Order.LIST_PAGE == 0;
        }
    }

    static YearMonth monthOf(String list) {
        return YearMonth.parse(list.substring(MONTH.length()));
    }

    private Listed row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        Language language = Language.of(row.getString("lang"));
        ReleaseId release = new ReleaseId(row.getString("release"));
        int serial = row.getInt("serial");
        Optional<ReleaseNumber> printed = row.wasNull()
                ? Optional.empty()
                : Optional.of(new ReleaseNumber(
                        row.getString("series"), serial, row.getInt("year"), row.getString("printed")));
        return new Listed(
                release,
                language,
                types.of(row.getString("type")),
                printed,
                row.getString("headline"),
                row.getString("summary"),
                row.getString("place"),
                LocalDate.parse(row.getString("day")),
                Instant.ofEpochMilli(row.getLong("published")),
                Instant.ofEpochMilli(row.getLong("updated")),
                "/" + language + "/" + release + "/" + row.getString("slug"),
                List.of(),
                row.getString("body"),
                row.getString("withdrawn") == null ? Listed.State.STANDS : Listed.State.WITHDRAWN);
    }

    /** Adds the other public languages of each line, with one query for all of them. */
    private List<Listed> lines(List<Listed> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<ReleaseId, List<Listed.Alternate>> versions = new HashMap<>();
        database.sql("""
                        select release, lang, slug from publication
                        where release in (:releases) and withdrawn is null order by release, lang""")
                .param(
                        "releases",
                        bare.stream()
                                .map(line -> line.release().value())
                                .distinct()
                                .toList())
                .query((row, _) -> versions.computeIfAbsent(
                                new ReleaseId(row.getString("release")), _ -> new ArrayList<>())
                        .add(new Listed.Alternate(
                                Language.of(row.getString("lang")),
                                "/" + row.getString("lang") + "/" + row.getString("release") + "/"
                                        + row.getString("slug"))))
                .list();
        return shown.with(bare).stream()
                .map(line -> line.alsoIn(versions.getOrDefault(line.release(), List.of()).stream()
                        .filter(other -> !other.language().equals(line.language()))
                        .toList()))
                .toList();
    }

    /** The other public versions of a release, in the order of its office's languages. */
    List<PublicVersion.Sibling> siblings(Office office, ReleaseId release, Language language) {
        List<PublicVersion.Sibling> found = new ArrayList<>(database.sql("""
                        select p.lang, p.slug, p.edition, p.headline, v.standing from publication p
                        join version v on v.release = p.release and v.lang = p.lang
                        where p.release = :release and p.lang <> :lang and p.withdrawn is null order by p.lang""")
                .param("release", release.value())
                .param("lang", language.tag())
                .query((row, _) -> new PublicVersion.Sibling(
                        Language.of(row.getString("lang")),
                        org.diurna.edition.Standing.of(row.getString("standing")),
                        "/" + row.getString("lang") + "/" + release + "/" + row.getString("slug"),
                        row.getInt("edition"),
                        row.getString("headline")))
                .list());
        found.sort(java.util.Comparator.comparingInt(sibling -> {
            int place = office.languages().indexOf(sibling.language());
            return place < 0 ? Integer.MAX_VALUE : place;
        }));
        return found;
    }
}
