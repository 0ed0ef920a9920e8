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
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The people whom releases quote. What was said of them before stays among the versions. */
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

    /** Everybody, in the order in which they were added. */
    public List<Speaker> all() {
        return database.read(() -> database.sql("select * from speaker order by id limit :most")
                .param("most", SPEAKERS_MAX)
                .query(SPEAKER)
                .list());
    }

    public Optional<Speaker> find(String id) {
        return database.read(() -> database.sql("select * from speaker where id = :id")
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
        String sql = speaker.version() == 0 ? """
                insert into speaker (id, version, doc, changed, changer) values (:id, :seen + 1, :doc, :at, :by)
                on conflict (id) do nothing""" : """
                update speaker set version = :seen + 1, doc = :doc, changed = :at, changer = :by
                where id = :id and version = :seen""";
        return database.write(() -> {
            boolean put = database.sql(sql)
                            .param("id", speaker.id())
                            .param("doc", JSON.writeValueAsString(write(speaker)))
                            .param("at", at.toEpochMilli())
                            .param("by", by)
                            .param("seen", speaker.version())
                            .update()
                    == 1;
            if (put) {
                database.sql("insert into speaker_version select * from speaker where id = :id")
                        .param("id", speaker.id())
                        .update();
            }
            return put;
        });
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
