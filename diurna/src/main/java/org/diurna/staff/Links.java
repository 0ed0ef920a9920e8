package org.diurna.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;

/** One-time links: to become the first administrator, to join, to come back. Only digests of them are kept. */
final class Links {
    static final Duration INVITATION_LIFE = Duration.ofDays(7);
    static final Duration RECOVERY_LIFE = Duration.ofHours(24);
    static final Duration FIRST_LIFE = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;

    Links(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a link does. */
    enum Kind {
        FIRST,
        INVITATION,
        RECOVERY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a link is for.
     *
     * @param person whom it lets back; empty for people who are new
     */
    record Wish(Kind kind, String mail, String name, Language language, String person, List<Grant> grants) {}

    /** A link that waits to be used. */
    record Waiting(String digest, Wish wish, Instant made, Instant expires) {}

    /** Makes a link and answers its token, which is shown once. A console's link of an earlier start dies. */
    String make(Wish wish, Duration life, String by) {
        String token = Secrets.token();
        Instant now = clock.instant();
        database.write(() -> {
            if (wish.kind() == Kind.FIRST) {
                database.sql("delete from link where kind = 'first' and digest not in (select digest from link_used)")
                        .update();
            }
            database.sql("""
                            insert into link (digest, kind, mail, name, lang, person, duties, made, doer, expires)
                            values (:digest, :kind, :mail, :name, :lang, :person, :duties, :made, :by, :expires)""")
                    .param("digest", Secrets.digest(token))
                    .param("kind", wish.kind().word())
                    .param("mail", wish.mail())
                    .param("name", wish.name())
                    .param("lang", wish.language().tag())
                    .param("person", wish.person().isEmpty() ? null : wish.person())
                    .param("duties", People.text(wish.grants()))
                    .param("made", now.toEpochMilli())
                    .param("by", by)
                    .param("expires", now.plus(life).toEpochMilli())
                    .update();
        });
        return token;
    }

    /** The link of a token, if it was not used and has not expired. */
    Optional<Waiting> find(String token) {
        return waiting("l.digest = :value", Secrets.digest(token)).stream().findFirst();
    }

    /** Invitations that wait. */
    List<Waiting> invitations() {
        return waiting("l.kind = :value", Kind.INVITATION.word());
    }

    private List<Waiting> waiting(String where, String value) {
        return database.read(() -> database.sql(
                        "select l.* from link l where " + where + " and l.expires > :now and not exists"
                                + " (select 1 from link_used u where u.digest = l.digest) order by l.made desc")
                .param("value", value)
                .param("now", clock.instant().toEpochMilli())
                .query((row, _) -> new Waiting(
                        row.getString("digest"),
                        new Wish(
                                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                row.getString("mail"),
                                row.getString("name"),
                                Language.of(row.getString("lang")),
                                Optional.ofNullable(row.getString("person")).orElse(""),
                                People.grantsIn(row.getString("duties"))),
                        Instant.ofEpochMilli(row.getLong("made")),
                        Instant.ofEpochMilli(row.getLong("expires"))))
                .list());
    }

    /** Marks it used, in the transaction of what it does; false when another request was faster. */
    boolean use(Waiting link) {
        return database.sql("insert into link_used (digest, at, person) values (:digest, :at, null)"
                                + " on conflict (digest) do nothing")
                        .param("digest", link.digest())
                        .param("at", clock.instant().toEpochMilli())
                        .update()
                == 1;
    }

    /** Takes an invitation back; nothing where it was used. */
    void revoke(String digest) {
        database.write(() -> {
            database.sql("delete from link where digest = :digest and digest not in (select digest from link_used)")
                    .param("digest", digest)
                    .update();
        });
    }
}
