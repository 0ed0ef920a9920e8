package org.diurna.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.house.SearchWords;
import org.springframework.jdbc.core.RowMapper;

/**
 * The lists of the desk: one line for each language version, newest change first. Every question goes by an index, so a
 * page costs the same with ten releases and with a hundred thousand.
 */
public final class Lines {
    /** Words that more lines than this begin with are looked for along the list instead of in the index of words. */
    private static final int RARE_MAX = 1_000;

    private static final int RARE_TOGETHER_MAX = 20_000;

    /** More words than this are not looked for. */
    private static final int WORDS_MAX = 5;

    private static final RowMapper<DraftLine> ROW = (row, _) -> new DraftLine(
            new ReleaseId(row.getString("release")),
            Language.of(row.getString("lang")),
            row.getString("office"),
            row.getString("type"),
            DraftLine.At.of(row.getString("stage")),
            row.getString("headline"),
            Instant.ofEpochMilli(row.getLong("changed")),
            row.getString("changer"));

    private final Database database;

    public Lines(Database database) {
        this.database = database;
    }

    /**
     * What a list is narrowed down to; an empty value leaves that side open.
     *
     * @param words beginnings of words of the headline, all of them
     * @param within codes of the offices that the reader may see at all
     */
    public record Filter(
            Optional<String> office,
            Optional<String> type,
            Optional<Language> language,
            Optional<DraftLine.At> at,
            Optional<String> changer,
            String words,
            Optional<Set<String>> within) {
        public static final Filter NONE = new Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

        public Filter(
                Optional<String> office,
                Optional<String> type,
                Optional<Language> language,
                Optional<DraftLine.At> at,
                Optional<String> changer,
                String words) {
            this(office, type, language, at, changer, words, Optional.empty());
        }

        /** The same in these offices only; in none there is nothing. */
        public Filter within(Set<String> offices) {
            return new Filter(office, type, language, at, changer, words, Optional.of(Set.copyOf(offices)));
        }

        public Filter at(DraftLine.At stage) {
            return new Filter(office, type, language, Optional.of(stage), changer, words, within);
        }

        public Filter changedBy(String person) {
            return new Filter(office, type, language, at, Optional.of(person), words, within);
        }
    }

    /** The place in a list behind which the next page begins. */
    public record Key(long changed, String release, String language) {
        public static Key of(DraftLine line) {
            return new Key(
                    line.changed().toEpochMilli(),
                    line.release().value(),
                    line.language().tag());
        }
    }

    /** One page of a list, newest change first. */
    public List<DraftLine> find(Filter filter, Optional<Key> after, int most) {
        if (filter.within().filter(Set::isEmpty).isPresent()) {
            return List.of();
        }
        return database.read(() -> {
            Question question = question(filter, after);
            return database.sql(question.sql() + " order by l.changed desc, l.release desc, l.lang desc limit :most")
                    .params(question.parameters())
                    .param("most", most)
                    .query(ROW)
                    .list();
        });
    }

    /** A statement without its order. */
    record Question(String sql, Map<String, Object> parameters) {}

    Question question(Filter filter, Optional<Key> after) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> where = new ArrayList<>();
        equal("office", filter.office(), where, parameters);
        equal("type", filter.type(), where, parameters);
        equal("lang", filter.language().map(Language::tag), where, parameters);
        equal("stage", filter.at().map(DraftLine.At::word), where, parameters);
        equal("changer", filter.changer(), where, parameters);
        filter.within().ifPresent(offices -> {
            where.add("l.office in (:within)");
            parameters.put("within", offices);
        });
        after.ifPresent(key -> {
            where.add("(l.changed, l.release, l.lang) < (:changed, :release, :after)");
            parameters.put("changed", key.changed());
            parameters.put("release", key.release());
            parameters.put("after", key.language());
        });
        String from = " from draft_line l";
        List<Found> words = words(filter.words());
        for (int i = 0; i < words.size(); i++) {
            parameters.put("word" + i, words.get(i).word());
            parameters.put("beyond" + i, words.get(i).word() + Character.MAX_VALUE);
            String match = "w.word >= :word" + i + " and w.word < :beyond" + i;
            if (i == 0 && words.getFirst().rare()) {
                // a rare word leads to its few lines; the planner is told so by the order of the tables
                from = " from (select distinct w.release, w.lang from draft_word w where " + match
                        + ") f join draft_line l on l.release = f.release and l.lang = f.lang";
            } else {
                where.add("exists (select 1 from draft_word w where w.release = l.release and w.lang = l.lang and "
                        + match + ")");
            }
        }
        String conditions = where.isEmpty() ? "" : " where " + String.join(" and ", where);
        return new Question("select l.*" + from + conditions, parameters);
    }

    private static void equal(
            String column, Optional<String> value, List<String> where, Map<String, Object> parameters) {
        value.ifPresent(given -> {
            where.add("l." + column + " = :" + column);
            parameters.put(column, given);
        });
    }

    /** A word that is looked for, and whether it leads to few enough lines to begin with them. */
    private record Found(String word, int lines, boolean rare) {}

    /**
     * The rarest first. One common word is soon met among the newest lines; several common ones may never be met together,
     * so there it is worth more to begin with the rarest.
     */
    private List<Found> words(String text) {
        List<String> words = SearchWords.of(text).stream().limit(WORDS_MAX).toList();
        int most = words.size() > 1 ? RARE_TOGETHER_MAX : RARE_MAX;
        return words.stream()
                .map(word -> {
                    int lines = lines(word, most + 1);
                    return new Found(word, lines, lines <= most);
                })
                .sorted(Comparator.comparingInt(Found::lines))
                .toList();
    }

    private int lines(String word, int most) {
        return database.sql("""
                        select count(*) from (select 1 from draft_word w
                        where w.word >= :word and w.word < :beyond limit :most) few""")
                .param("word", word)
                .param("beyond", word + Character.MAX_VALUE)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** All language versions of these releases, in one question. */
    public Map<ReleaseId, List<DraftLine>> of(List<ReleaseId> releases) {
        Map<ReleaseId, List<DraftLine>> found = new LinkedHashMap<>();
        if (!releases.isEmpty()) {
            database.read(() -> database.sql(
                                    "select l.* from draft_line l where l.release in (:releases) order by l.lang")
                            .param(
                                    "releases",
                                    releases.stream()
                                            .map(ReleaseId::value)
                                            .distinct()
                                            .toList())
                            .query(ROW)
                            .list())
                    .forEach(line -> found.computeIfAbsent(line.release(), _ -> new ArrayList<>())
                            .add(line));
        }
        return found;
    }

    /** How many lines the list has; {@code most} when it has so many or more, which costs no more than those. */
    public int count(Filter filter, int most) {
        if (filter.within().filter(Set::isEmpty).isPresent()) {
            return 0;
        }
        return database.read(() -> {
            Question question = question(filter, Optional.empty());
            return database.sql("select count(*) from (" + question.sql() + " limit :most) counted")
                    .params(question.parameters())
                    .param("most", most)
                    .query(Integer.class)
                    .single();
        });
    }

    /** Writes the line of a draft anew, inside the caller's transaction. */
    static void write(Database database, ReleaseId id, Language language) {
        database.sql("""
                        insert into draft_line (release, lang, office, type, stage, headline, changed, changer)
                        select d.release, d.lang, r.office, r.type, 'drafted', d.headline, d.changed, d.changer
                        from draft d join release r on r.id = d.release where d.release = :release and d.lang = :lang
                        on conflict (release, lang) do update set headline = excluded.headline,
                            changed = excluded.changed, changer = excluded.changer""")
                .param("release", id.value())
                .param("lang", language.tag())
                .update();
    }

    static void words(Database database, ReleaseId id, Language language, String headline) {
        database.sql("delete from draft_word where release = :release and lang = :lang")
                .param("release", id.value())
                .param("lang", language.tag())
                .update();
        for (String word : SearchWords.of(headline)) {
            database.sql("insert into draft_word (word, release, lang) values (:word, :release, :lang)")
                    .param("word", word)
                    .param("release", id.value())
                    .param("lang", language.tag())
                    .update();
        }
    }

    static void stage(Database database, ReleaseId id, Language language, DraftLine.At at) {
        database.sql("update draft_line set stage = :stage where release = :release and lang = :lang")
                .param("stage", at.word())
                .param("release", id.value())
                .param("lang", language.tag())
                .update();
    }

    static void remove(Database database, ReleaseId id, Language language) {
        for (String table : List.of("draft_line", "draft_word")) {
            database.sql("delete from " + table + " where release = :release and lang = :lang")
                    .param("release", id.value())
                    .param("lang", language.tag())
                    .update();
        }
    }
}
