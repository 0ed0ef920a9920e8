package org.diurna.edition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.springframework.jdbc.core.RowMapper;

/** Times in which offices publish nothing, such as the days before an election, and what two people let go in spite of it. */
public final class Silences {
    private static final int SHOWN_MAX = 200;

    private static final RowMapper<Silence> SILENCE = (row, _) -> new Silence(
            row.getString("id"),
            row.getString("office"),
            ZoneId.of(row.getString("zone")),
            Instant.ofEpochMilli(row.getLong("starts")),
            Instant.ofEpochMilli(row.getLong("ends")),
            row.getString("reason"),
            row.getString("maker"));

    private static final RowMapper<Exempt> EXEMPT = (row, _) -> {
        String agreer = row.getString("agreer");
        return new Exempt(
                row.getString("silence"),
                new ReleaseId(row.getString("release")),
                row.getString("reason"),
                row.getString("asker"),
                Instant.ofEpochMilli(row.getLong("asked")),
                Optional.ofNullable(agreer));
    };

    private final Database database;

    Silences(Database database) {
        this.database = database;
    }

    /**
     * A silence.
     *
     * @param office its code; empty for all offices
     * @param zone   in which it was set
     * @param starts first instant of it
     * @param ends   first instant after it
     */
    public record Silence(
            String id, String office, ZoneId zone, Instant starts, Instant ends, String reason, String maker) {
        /** Longer reasons are not read. */
        public static final int REASON_MAX = 300;
    }

    /**
     * A release that may go in spite of a silence.
     *
     * @param agreer who agreed; empty as long as nobody has
     */
    public record Exempt(
            String silence, ReleaseId release, String reason, String asker, Instant asked, Optional<String> agreer) {}

    /** Declares a silence. */
    public void declare(Silence silence, Instant at) {
        database.write(() -> {
            database.sql("""
                            insert into silence (id, office, zone, starts, ends, reason, made, maker)
                            values (:id, :office, :zone, :starts, :ends, :reason, :made, :maker)""")
                    .params(Map.of(
                            "id", silence.id(),
                            "office", silence.office(),
                            "zone", silence.zone().getId(),
                            "starts", silence.starts().toEpochMilli(),
                            "ends", silence.ends().toEpochMilli(),
                            "reason", silence.reason(),
                            "made", at.toEpochMilli(),
                            "maker", silence.maker()))
                    .update();
        });
    }

    /** Ends one before its time; answers whether it was not over. */
    public boolean end(String id, String by, Instant at) {
        return database.write(() -> database.sql("""
                                insert into silence_end (silence, at, doer) values (:id, :at, :by)
                                on conflict (silence) do nothing""")
                        .params(Map.of("id", id, "at", at.toEpochMilli(), "by", by))
                        .update()
                == 1);
    }

    public Optional<Silence> find(String id) {
        return read("s.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** Those that are not over, the first first. */
    public List<Silence> open(Instant now) {
        return read("s.ends > :now", Map.of("now", now.toEpochMilli()));
    }

    /**
     * The silence that keeps a language version of that office back at that moment. An agreement lets those words go that
     * the draft had when it was given, and no others.
     */
    public Optional<Silence> against(Release release, Language language, Instant at) {
        return database.read(() -> read(
                        "s.ends > :at and s.starts <= :at and s.office in ('', :office) and not exists ("
                                + "select 1 from silence_words w where w.silence = s.id and w.release = :release"
                                + " and w.lang = :lang and w.digest = :digest)",
                        Map.of(
                                "at", at.toEpochMilli(),
                                "office", release.office().code(),
                                "release", release.id().value(),
                                "lang", language.tag(),
                                "digest", drafts(release.id()).getOrDefault(language.tag(), "")))
                .stream()
                .findFirst());
    }

    /** SHA-256 of what the drafts of a release say now, by their languages. */
    private Map<String, String> drafts(ReleaseId release) {
        return database
                .sql("select lang, doc from draft where release = :release")
                .param("release", release.value())
                .query((row, _) -> Map.entry(
                        row.getString("lang"),
                        Freezing.sha256(row.getString("doc").getBytes(StandardCharsets.UTF_8))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Silence> read(String where, Map<String, Object> values) {
        return database.read(() -> database.sql("select s.* from silence s where " + where + """
                         and not exists (select 1 from silence_end e where e.silence = s.id)
                        order by s.starts, s.id limit\s""" + SHOWN_MAX)
                .params(values)
                .query(SILENCE)
                .list());
    }

    /** Asks that a release may go; asking again changes nothing, unless words have changed since somebody agreed. */
    public void ask(String silence, ReleaseId release, String reason, String by, Instant at) {
        database.write(() -> {
            forgetWhereChanged(silence, release);
            database.sql("""
                            insert into silence_exception (silence, release, reason, asked, asker)
                            values (:silence, :release, :reason, :at, :by)
                            on conflict (silence, release) do nothing""")
                    .params(Map.of(
                            "silence", silence,
                            "release", release.value(),
                            "reason", Texts.clean(reason),
                            "at", at.toEpochMilli(),
                            "by", by))
                    .update();
        });
    }

    private void forgetWhereChanged(String silence, ReleaseId release) {
        Map<String, Object> which = Map.of("silence", silence, "release", release.value());
        Map<String, String> agreed = database
                .sql("select lang, digest from silence_words where silence = :silence and release = :release")
                .params(which)
                .query((row, _) -> Map.entry(row.getString("lang"), row.getString("digest")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!agreed.isEmpty() && !agreed.equals(drafts(release))) {
            for (String table : List.of("silence_words", "silence_exception")) {
                database.sql("delete from " + table + " where silence = :silence and release = :release")
                        .params(which)
                        .update();
            }
        }
    }

    /** Agrees as a second person to what the drafts say now; answers whether the exception waited for that. */
    public boolean agree(String silence, ReleaseId release, String by, Instant at) {
        return database.write(() -> {
            boolean waited = database.sql("""
                                    update silence_exception set agreed = :at, agreer = :by
                                    where silence = :silence and release = :release and agreed is null
                                        and asker <> :by""")
                            .params(Map.of(
                                    "silence", silence, "release", release.value(), "at", at.toEpochMilli(), "by", by))
                            .update()
                    == 1;
            if (waited) {
                drafts(release)
                        .forEach((language, digest) -> database.sql("""
                                insert into silence_words (silence, release, lang, digest)
                                values (:silence, :release, :lang, :digest)""")
                                .params(Map.of(
                                        "silence",
                                        silence,
                                        "release",
                                        release.value(),
                                        "lang",
                                        language,
                                        "digest",
                                        digest))
                                .update());
            }
            return waited;
        });
    }

    /** The exceptions of silences that are not over. */
    public List<Exempt> exceptions(Instant now) {
        return database.read(() -> database.sql("""
                        select x.* from silence_exception x join silence s on s.id = x.silence
                        where s.ends > :now order by x.asked, x.release limit :most""")
                .params(Map.of("now", now.toEpochMilli(), "most", SHOWN_MAX))
                .query(EXEMPT)
                .list());
    }
}
