package org.diurna.edition;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.springframework.jdbc.core.RowMapper;

/** What was said on drafts, and what of it is settled. */
public final class Comments {
    /** More comments on one draft are a sign that people should talk. */
    public static final int SHOWN_MAX = 500;

    private static final String COLUMNS =
            "select m.*, x.at as settled, x.doer as settler from comment m left join comment_resolved x on x.comment = m.id ";
    private static final RowMapper<Comment> COMMENT = (row, _) -> {
        long settled = row.getLong("settled");
        Optional<Comment.Resolved> resolved = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Comment.Resolved(Instant.ofEpochMilli(settled), row.getString("settler")));
        return new Comment(
                row.getString("id"),
                new ReleaseId(row.getString("release")),
                Language.of(row.getString("lang")),
                row.getString("block"),
                row.getString("words"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("author"),
                resolved);
    };

    private final Database database;
    private final RandomGenerator random = new SecureRandom();

    Comments(Database database) {
        this.database = database;
    }

    /** The comments on a draft, oldest first. */
    public List<Comment> of(ReleaseId release, Language language) {
        return database.read(() -> database.sql(
                        COLUMNS + "where m.release = :release and m.lang = :lang order by m.at, m.id limit :most")
                .param("release", release.value())
                .param("lang", language.tag())
                .param("most", SHOWN_MAX)
                .query(COMMENT)
                .list());
    }

    public Optional<Comment> find(String id) {
        return database.read(() -> database.sql(COLUMNS + "where m.id = :id")
                .param("id", id)
                .query(COMMENT)
                .optional());
    }

    /** The open ones that name a person, newest first. */
    public List<Comment> waitingFor(String person, int most) {
        return database.read(() -> database.sql(COLUMNS + """
                        join comment_mention w on w.comment = m.id
                        where w.person = :person and x.comment is null
                          and not exists (select 1 from draft_discarded d where d.release = m.release and d.lang = m.lang)
                        order by m.at desc, m.id limit :most""")
                .param("person", person)
                .param("most", most)
                .query(COMMENT)
                .list());
    }

    /**
     * Adds a comment.
     *
     * @param mentioned ids of the people whom it names
     */
    public Comment add(
            ReleaseId release,
            Language language,
            String block,
            String words,
            Set<String> mentioned,
            String by,
            Instant at) {
        String id = ReleaseId.random(random).value() + ReleaseId.random(random).value();
        return database.write(() -> {
            database.sql("""
                            insert into comment (id, release, lang, block, words, at, author)
                            values (:id, :release, :lang, :block, :words, :at, :by)""")
                    .param("id", id)
                    .param("release", release.value())
                    .param("lang", language.tag())
                    .param("block", block)
                    .param("words", words)
                    .param("at", at.toEpochMilli())
                    .param("by", by)
                    .update();
            for (String person : mentioned) {
                database.sql("insert into comment_mention (comment, person) values (:comment, :person)")
                        .param("comment", id)
                        .param("person", person)
                        .update();
            }
            return find(id).orElseThrow();
        });
    }

    /** Settles a comment; settling it again changes nothing. */
    public void resolve(String id, String by, Instant at) {
        database.write(() -> {
            database.sql("""
                            insert into comment_resolved (comment, at, doer) values (:id, :at, :by)
                            on conflict (comment) do nothing""")
                    .param("id", id)
                    .param("at", at.toEpochMilli())
                    .param("by", by)
                    .update();
        });
    }

    /** Opens a comment again. */
    public void reopen(String id) {
        database.write(() -> {
            database.sql("delete from comment_resolved where comment = :id")
                    .param("id", id)
                    .update();
        });
    }
}
