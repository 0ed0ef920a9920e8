package org.diurna.main;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Database;

/** The database of a press office that has worked for decades: rows as the rooms write them, written at once. */
final class ManyReleases {
    private static final int BATCH = 5_000;
    private static final Instant LAST = Instant.parse("2026-06-01T09:00:00Z");
    private static final List<String> WORDS = List.of(
            "lighthouse",
            "harbour",
            "ferry",
            "minister",
            "visit",
            "statement",
            "joint",
            "treaty",
            "fishing",
            "culture",
            "embassy",
            "opens",
            "trade",
            "council",
            "coast",
            "students",
            "bridge",
            "agreement",
            "talks",
            "island");
    private static final String BODY = """
            "date": "2026-03-02", "body": [\
            {"type": "paragraph", "id": "p1", "text": [{"text": "A sentence about the sea and its people."}]},\
            {"type": "paragraph", "id": "p2", "text": [{"text": "Another one."}]}]}""";

    private final Connection connection;
    private final Random random = new Random(7);

    private ManyReleases(Connection connection) {
        this.connection = connection;
    }

    /**
     * Adds releases, nine of ten published, in offices that exist, with a line or two of trail for each.
     *
     * @param offices codes; the first has half of all
     * @param people  ids of who wrote
     */
    static void fill(Database database, int releases, List<String> offices, List<String> people) {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            ManyReleases many = new ManyReleases(connection);
            for (int from = 0; from < releases; from += BATCH) {
                many.batch(from, Math.min(releases, from + BATCH), releases, offices, people);
                connection.commit();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("The releases were not written.", e);
        }
    }

    private void batch(int from, int to, int all, List<String> offices, List<String> people) throws SQLException {
        try (PreparedStatement release = prepare("release (id, office, type, created, creator)", 5);
                PreparedStatement version = prepare("version (release, lang, standing)", 3);
                PreparedStatement draft =
                        prepare("draft (release, lang, revision, doc, headline, changed, changer, reports)", 8);
                PreparedStatement revision = prepare("draft_revision (release, lang, revision, doc, saved, saver)", 6);
                PreparedStatement line =
                        prepare("draft_line (release, lang, office, type, stage, headline, changed, changer)", 8);
                PreparedStatement word = prepare("draft_word (word, release, lang)", 3);
                PreparedStatement edition = prepare(
                        "edition (release, lang, number, kind, note, doc, json, body_html, digest, revision, published)",
                        11);
                PreparedStatement happening = prepare("happening (id, kind, release, lang, edition, at, doer)", 7);
                PreparedStatement run = prepare("press_run (happening, turn, at)", 3);
                PreparedStatement trail =
                        prepare("trail (at, person, act, subject, office, lang, digest, address, detail)", 9)) {
            for (int i = from; i < to; i++) {
                String id = ReleaseId.random(random).value();
                String office = random.nextBoolean() ? offices.getFirst() : pick(offices);
                String person = pick(people);
                long at = LAST.minus(Duration.ofMinutes(150L * (all - i))).toEpochMilli();
                String headline = "%s %s %s %d".formatted(pick(WORDS), pick(WORDS), pick(WORDS), i);
                String doc = "{\"headline\": \"" + headline + "\", " + BODY;
                boolean out = random.nextInt(10) > 0;
                add(release, id, office, random.nextInt(5) == 0 ? "speech" : "statement", at, person);
                add(version, id, "en", "original");
                add(draft, id, "en", 1, doc, headline, at, person, "[]");
                add(revision, id, "en", 1, doc, at, person);
                add(line, id, "en", office, "statement", out ? "public" : "drafted", headline, at, person);
                for (String each : new TreeSet<>(List.of(headline.split(" ", -1)))) {
                    add(word, each, id, "en");
                }
                add(trail, at, person, "begin", id, office, "en", "", "203.0.113.0", "");
                if (out) {
                    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
                    add(edition, id, "en", 1, "release", "", doc, json, "<p>A sentence.</p>", "0".repeat(64), 1, at);
                    add(happening, "h" + id, "release", id, "en", 1, at, person);
                    add(run, "h" + id, (long) i, at);
                    add(trail, at, person, "publish", id, office, "en", "0".repeat(64), "203.0.113.0", "");
                }
            }
            for (PreparedStatement each :
                    List.of(release, version, draft, revision, line, word, edition, happening, run, trail)) {
                each.executeBatch();
            }
        }
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private PreparedStatement prepare(String into, int columns) throws SQLException {
        return connection.prepareStatement("insert into " + into + " values (" + "?, ".repeat(columns - 1) + "?)");
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
