package org.diurna.darkroom;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diurna.house.Database;
import org.diurna.house.SearchWords;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The library of pictures: what is known of each master. Reads and writes join a transaction that is under way. */
public final class Pictures {
    /** Pictures on one contact sheet. */
    public static final int SHEET = 48;

    /** More words than these narrow nothing down. */
    private static final int WORDS_MAX = 6;

    /** Looks that a new picture is compared with; older ones are not taken in again. */
    private static final int COMPARED_MAX = 20_000;

    /** Events to choose from; words find the rest. */
    private static final int EVENTS_MAX = 40;

    private static final RowMapper<Picture> PICTURE = (row, _) -> PictureJson.read(row);

    private final Database database;

    public Pictures(Database database) {
        this.database = database;
    }

    /** Which of them another one has taken the place of. */
    public Replacements replacements() {
        return new Replacements(database);
    }

    public Optional<Picture> find(String id) {
        return database.read(() -> database.sql("select * from picture where id = :id")
                .param("id", id)
                .query(PICTURE)
                .optional());
    }

    /**
     * The picture that an office holds of a file already; where the office has none, the one of all offices.
     *
     * @param master SHA-256 of the file
     */
    public Optional<Picture> held(String master, String office) {
        return database.read(() -> database.sql("""
                        select * from picture where master = :master and office in (:office, '')
                        order by office desc limit 1""")
                .param("master", master)
                .param("office", office)
                .query(PICTURE)
                .optional());
    }

    /**
     * Pictures of these offices, and of all offices, that look like this one but are another file; the newest first.
     *
     * @param most of them
     */
    public List<Picture> alike(Picture picture, Set<String> offices, int most) {
        Set<String> asked = withAll(offices);
        return database.read(() -> {
            List<String> ids = database
                    .sql("""
                            select id, look from picture where office in (:offices) and master <> :master
                            order by taken desc, id limit :compared""")
                    .param("offices", asked)
                    .param("master", picture.master().sha256())
                    .param("compared", COMPARED_MAX)
                    .query((row, _) -> new Looking(row.getString("id"), Look.parse(row.getString("look"))))
                    .list()
                    .stream()
                    .filter(each -> each.look().alike(picture.master().look()))
                    .map(Looking::id)
                    .limit(most)
                    .toList();
            return ids.stream().flatMap(id -> find(id).stream()).toList();
        });
    }

    private record Looking(String id, Look look) {}

    /** Events that pictures of these offices, or of all offices, were made at, with the number of pictures. */
    public Map<String, Integer> events(Set<String> offices) {
        Map<String, Integer> events = new LinkedHashMap<>();
        database.read(() -> database.sql("""
                        select event, count(*) as pictures, max(taken) as newest from picture
                        where office in (:offices) and event <> ''
                        group by event order by newest desc, event limit :most""")
                .param("offices", withAll(offices))
                .param("most", EVENTS_MAX)
                .query((row, _) -> events.put(row.getString("event"), row.getInt("pictures")))
                .list());
        return events;
    }

    private static Set<String> withAll(Set<String> offices) {
        Set<String> asked = new TreeSet<>(offices);
        asked.add("");
        return asked;
    }

    /**
     * Adds a picture, or a newer version of what is known of it.
     *
     * @param picture with the version that was seen; 0 for a new one
     * @return whether nobody was faster
     */
    public boolean put(Picture picture, String by, Instant at) {
        String sql = picture.version() == 0 ? """
                insert into picture (id, master, office, version, doc, expires, event, look, taken, taker, changed, changer)
                values (:id, :master, :office, :seen + 1, :doc, :expires, :event, :look, :taken, :taker, :at, :by)
                on conflict do nothing""" : """
                update picture set version = :seen + 1, doc = :doc, expires = :expires, event = :event, changed = :at,
                changer = :by where id = :id and version = :seen""";
        return database.write(() -> {
            JdbcClient.StatementSpec statement = database.sql(sql)
                    .param("id", picture.id())
                    .param("seen", picture.version())
                    .param("doc", PictureJson.write(picture))
                    .param(
                            "expires",
                            picture.facts().expires().map(LocalDate::toString).orElse(null))
                    .param("event", picture.facts().event())
                    .param("at", at.toEpochMilli())
                    .param("by", by);
            if (picture.version() == 0) {
                statement = statement
                        .param("master", picture.master().sha256())
                        .param("office", picture.office())
                        .param("look", picture.master().look().text())
                        .param("taken", picture.taken().toEpochMilli())
                        .param("taker", picture.taker());
            }
            boolean put = statement.update() == 1;
            if (put) {
                index(picture);
            }
            return put;
        });
    }

    private void index(Picture picture) {
        database.sql("delete from picture_word where picture = :picture")
                .param("picture", picture.id())
                .update();
        Picture.Facts facts = picture.facts();
        List<String> texts = new ArrayList<>(List.of(
                picture.name(),
                facts.creators(),
                facts.headline(),
                facts.credit(),
                facts.holder(),
                facts.licence(),
                facts.people(),
                facts.place(),
                facts.event(),
                facts.created().map(LocalDate::toString).orElse("")));
        texts.addAll(facts.captions().values());
        texts.addAll(facts.alts().values());
        Set<String> words = new TreeSet<>();
        texts.forEach(text -> words.addAll(SearchWords.of(text)));
        for (String word : words) {
            database.sql("insert into picture_word (word, picture) values (:word, :picture)")
                    .param("word", word)
                    .param("picture", picture.id())
                    .update();
        }
    }

    /**
     * Pictures of these offices and of all offices that fit every one of some words, the newest first; none whose place
     * another one has taken.
     *
     * @param offices of whose pictures the reader may know
     * @param words   the beginnings of words; none for all pictures
     * @param event   that they were made at, to the letter; empty for any
     * @param skip    so many of the first
     * @param most    at most this many
     */
    public List<Picture> search(Set<String> offices, String words, String event, int skip, int most) {
        List<String> begun = SearchWords.of(words).stream().limit(WORDS_MAX).toList();
        StringBuilder sql = new StringBuilder("select p.* from picture p where p.office in (:offices)"
                + " and not exists (select 1 from picture_replacement r where r.picture = p.id)");
        if (!event.isEmpty()) {
            sql.append(" and p.event = :event");
        }
        for (int i = 0; i < begun.size(); i++) {
            sql.append(" and p.id in (select picture from picture_word where word >= :from")
                    .append(i)
                    .append(" and word < :to")
                    .append(i)
                    .append(')');
        }
        sql.append(" order by p.taken desc, p.id limit :most offset :skip");
        return database.read(() -> {
            JdbcClient.StatementSpec statement = database.sql(sql.toString())
                    .param("offices", withAll(offices))
                    .param("most", most)
                    .param("skip", skip);
            if (!event.isEmpty()) {
                statement = statement.param("event", event);
            }
            for (int i = 0; i < begun.size(); i++) {
                statement =
                        statement.param("from" + i, begun.get(i)).param("to" + i, begun.get(i) + Character.MAX_VALUE);
            }
            return statement.query(PICTURE).list();
        });
    }

    /** Pictures of these offices and of all offices whose use ends on or before a day, the earliest first. */
    public List<Picture> expiring(Set<String> offices, LocalDate until) {
        return database.read(() -> database.sql("""
                        select * from picture where expires is not null and expires <= :until and office in (:offices)
                        order by expires, id limit :most""")
                .param("until", until.toString())
                .param("offices", withAll(offices))
                .param("most", SHEET)
                .query(PICTURE)
                .list());
    }
}
