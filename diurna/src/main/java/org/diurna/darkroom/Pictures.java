package org.diurna.darkroom;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.house.SearchWords;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The library of pictures: what is known of each master. Reads and writes join a transaction that is under way. */
public final class Pictures {
    /** Pictures on one contact sheet. */
    public static final int SHEET = 48;

    /** More words than these narrow nothing down. */
    private static final int WORDS_MAX = 6;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RowMapper<Picture> PICTURE = (row, _) -> read(
            row.getString("sha256"),
            row.getString("office"),
            row.getInt("version"),
            JSON.readTree(row.getString("doc")),
            Instant.ofEpochMilli(row.getLong("taken")),
            row.getString("taker"));

    private final Database database;

    public Pictures(Database database) {
        this.database = database;
    }

    public Optional<Picture> find(String sha256) {
        return database.read(() -> database.sql("select * from picture where sha256 = :sha256")
                .param("sha256", sha256)
                .query(PICTURE)
                .optional());
    }

    /**
     * Adds a picture, or a newer version of what is known of it.
     *
     * @param picture with the version that was seen; 0 for a new one
     * @return whether nobody was faster
     */
    public boolean put(Picture picture, String by, Instant at) {
        String sql = picture.version() == 0 ? """
                insert into picture (sha256, office, version, doc, expires, taken, taker, changed, changer)
                values (:sha256, :office, :seen + 1, :doc, :expires, :taken, :taker, :at, :by)
                on conflict (sha256) do nothing""" : """
                update picture set office = :office, version = :seen + 1, doc = :doc, expires = :expires, changed = :at,
                changer = :by where sha256 = :sha256 and version = :seen""";
        return database.write(() -> {
            JdbcClient.StatementSpec statement = database.sql(sql)
                    .param("sha256", picture.master().sha256())
                    .param("office", picture.office())
                    .param("seen", picture.version())
                    .param("doc", JSON.writeValueAsString(write(picture)))
                    .param(
                            "expires",
                            picture.facts().expires().map(LocalDate::toString).orElse(null))
                    .param("at", at.toEpochMilli())
                    .param("by", by);
            if (picture.version() == 0) {
                statement =
                        statement.param("taken", picture.taken().toEpochMilli()).param("taker", picture.taker());
            }
            boolean put = statement.update() == 1;
            if (put) {
                index(picture);
            }
            return put;
        });
    }

    private void index(Picture picture) {
        database.sql("delete from picture_word where sha256 = :sha256")
                .param("sha256", picture.master().sha256())
                .update();
        Picture.Facts facts = picture.facts();
        List<String> texts = new ArrayList<>(List.of(
                picture.name(),
                facts.creators(),
                facts.headline(),
                facts.credit(),
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
            database.sql("insert into picture_word (word, sha256) values (:word, :sha256)")
                    .param("word", word)
                    .param("sha256", picture.master().sha256())
                    .update();
        }
    }

    /**
     * Pictures of these offices and of all offices that fit every one of some words, the newest first.
     *
     * @param offices codes; none for the pictures of all offices alone
     * @param words   beginnings of words; none for all pictures
     * @param skip    this many
     * @param most    at most this many
     */
    public List<Picture> search(Set<String> offices, String words, int skip, int most) {
        Set<String> asked = new TreeSet<>(offices);
        asked.add("");
        List<String> begun = SearchWords.of(words).stream().limit(WORDS_MAX).toList();
        StringBuilder sql = new StringBuilder("select p.* from picture p where p.office in (:offices)");
        for (int i = 0; i < begun.size(); i++) {
            sql.append(" and p.sha256 in (select sha256 from picture_word where word >= :from")
                    .append(i)
                    .append(" and word < :to")
                    .append(i)
                    .append(')');
        }
        sql.append(" order by p.taken desc, p.sha256 limit :most offset :skip");
        return database.read(() -> {
            JdbcClient.StatementSpec statement = database.sql(sql.toString())
                    .param("offices", asked)
                    .param("most", most)
                    .param("skip", skip);
            for (int i = 0; i < begun.size(); i++) {
                statement =
                        statement.param("from" + i, begun.get(i)).param("to" + i, begun.get(i) + Character.MAX_VALUE);
            }
            return statement.query(PICTURE).list();
        });
    }

    /** Pictures of these offices and of all offices whose use ends on or before a day, the earliest first. */
    public List<Picture> expiring(Set<String> offices, LocalDate until) {
        Set<String> asked = new TreeSet<>(offices);
        asked.add("");
        return database.read(() -> database.sql("""
                        select * from picture where expires is not null and expires <= :until and office in (:offices)
                        order by expires, sha256 limit :most""")
                .param("until", until.toString())
                .param("offices", asked)
                .param("most", SHEET)
                .query(PICTURE)
                .list());
    }

    private static ObjectNode write(Picture picture) {
        Picture.Facts facts = picture.facts();
        Master master = picture.master();
        ObjectNode doc = JSON.createObjectNode();
        doc.put("name", picture.name());
        doc.put("type", master.mediaType());
        doc.put("bytes", master.sizeBytes());
        doc.put("width", master.width());
        doc.put("height", master.height());
        doc.put("look", Long.toHexString(master.look().bits()));
        doc.put("focus-x", picture.focus().x());
        doc.put("focus-y", picture.focus().y());
        doc.put("creators", facts.creators());
        doc.put("headline", facts.headline());
        texts(doc.putObject("captions"), facts.captions());
        texts(doc.putObject("alts"), facts.alts());
        facts.created().ifPresent(day -> doc.put("created", day.toString()));
        doc.put("source", facts.source().name());
        doc.put("credit", facts.credit());
        doc.put("holder", facts.holder());
        doc.put("copyright", facts.copyright());
        doc.put("usage", facts.usage());
        doc.put("licence", facts.licence());
        doc.put("terms", facts.terms());
        doc.put("people", facts.people());
        doc.put("place", facts.place());
        doc.put("event", facts.event());
        doc.put("consent", facts.consent());
        facts.embargo().ifPresent(until -> doc.put("embargo", until.toString()));
        facts.expires().ifPresent(day -> doc.put("expires", day.toString()));
        return doc;
    }

    private static void texts(ObjectNode node, Map<Language, String> texts) {
        texts.forEach((language, text) -> node.put(language.tag(), text));
    }

    private static Picture read(String sha256, String office, int version, JsonNode doc, Instant taken, String taker) {
        Master master = new Master(
                sha256,
                text(doc, "type"),
                doc.path("bytes").asLong(),
                doc.path("width").asInt(),
                doc.path("height").asInt(),
                new Look(Long.parseUnsignedLong(text(doc, "look"), 16)));
        Picture.Facts facts = new Picture.Facts(
                text(doc, "creators"),
                text(doc, "headline"),
                texts(doc.path("captions")),
                texts(doc.path("alts")),
                day(doc, "created"),
                DigitalSource.valueOf(text(doc, "source")),
                text(doc, "credit"),
                text(doc, "holder"),
                text(doc, "copyright"),
                text(doc, "usage"),
                text(doc, "licence"),
                text(doc, "terms"),
                text(doc, "people"),
                text(doc, "place"),
                text(doc, "event"),
                text(doc, "consent"),
                Optional.of(text(doc, "embargo")).filter(at -> !at.isEmpty()).map(Instant::parse),
                day(doc, "expires"));
        Focus focus = new Focus(doc.path("focus-x").asInt(), doc.path("focus-y").asInt());
        return new Picture(master, text(doc, "name"), office, version, facts, focus, taken, taker);
    }

    private static String text(JsonNode doc, String name) {
        return doc.path(name).asString("");
    }

    private static Optional<LocalDate> day(JsonNode doc, String name) {
        return Optional.of(text(doc, name)).filter(day -> !day.isEmpty()).map(LocalDate::parse);
    }

    private static Map<Language, String> texts(JsonNode node) {
        Map<Language, String> texts = new TreeMap<>();
        node.properties()
                .forEach(text ->
                        texts.put(Language.of(text.getKey()), text.getValue().asString("")));
        return texts;
    }
}
