package org.diurna.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The people whom releases quote. */
public final class Directory {
    /** As many as a large organisation quotes in a generation; all of them are looked through while one writes. */
    public static final int SPEAKERS_MAX = 2_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RowMapper<Speaker> SPEAKER =
            (row, _) -> read(row.getString("id"), row.getInt("version"), JSON.readTree(row.getString("doc")));

    private final Database database;

    Directory(Database database) {
        this.database = database;
    }

    /** Everybody, as the directory has them now, in the order in which they were added. */
    public List<Speaker> all() {
        return database.read(() ->
                database.sql("""
                        select s.* from speaker s
                        where s.version = (select max(n.version) from speaker n where n.id = s.id)
                        order by s.id limit :most""").param("most", SPEAKERS_MAX).query(SPEAKER).list());
    }

    public Optional<Speaker> find(String id) {
        return database.read(() -> database.sql("select * from speaker where id = :id order by version desc limit 1")
                .param("id", id)
                .query(SPEAKER)
                .optional());
    }

    /**
     * Adds somebody, or a newer version of them.
     *
     * @param speaker with the version that was seen; 0 for a new one
     * @return whether nobody was faster
     */
    public boolean put(Speaker speaker, String by, Instant at) {
        try {
            return database.write(() -> {
                int newest = find(speaker.id()).map(Speaker::version).orElse(0);
                if (newest != speaker.version()) {
                    return false;
                }
                database.sql("""
                                insert into speaker (id, version, doc, changed, changer)
                                values (:id, :version, :doc, :at, :by)""")
                        .param("id", speaker.id())
                        .param("version", newest + 1)
                        .param("doc", JSON.writeValueAsString(write(speaker)))
                        .param("at", at.toEpochMilli())
                        .param("by", by)
                        .update();
                return true;
            });
        } catch (DuplicateKeyException e) {
            // somebody stored the same version in the same moment
            return false;
        }
    }

    private static ObjectNode write(Speaker speaker) {
        ObjectNode doc = JSON.createObjectNode();
        words(doc.putObject("names"), speaker.names());
        ArrayNode offices = doc.putArray("offices");
        for (Speaker.Held held : speaker.offices()) {
            ObjectNode node = offices.addObject();
            held.from().ifPresent(day -> node.put("from", day.toString()));
            held.until().ifPresent(day -> node.put("until", day.toString()));
            words(node.putObject("titles"), held.titles());
        }
        return doc;
    }

    private static void words(ObjectNode node, Map<Language, String> words) {
        new TreeMap<>(words).forEach((language, text) -> node.put(language.tag(), text));
    }

    private static Speaker read(String id, int version, JsonNode doc) {
        List<Speaker.Held> offices = new ArrayList<>();
        doc.path("offices")
                .forEach(held -> offices.add(
                        new Speaker.Held(day(held.path("from")), day(held.path("until")), words(held.path("titles")))));
        return new Speaker(id, version, words(doc.path("names")), offices);
    }

    private static Optional<LocalDate> day(JsonNode node) {
        return Optional.of(node.asString("")).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }

    private static Map<Language, String> words(JsonNode node) {
        Map<Language, String> words = new TreeMap<>();
        node.properties()
                .forEach(entry ->
                        words.put(Language.of(entry.getKey()), entry.getValue().asString("")));
        return words;
    }
}
