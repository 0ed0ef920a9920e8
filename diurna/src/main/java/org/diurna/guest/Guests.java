package org.diurna.guest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.house.Sha256;
import org.springframework.jdbc.core.RowMapper;

/** The guests of all releases, with what they did. */
public final class Guests {
    /** Guests of one language version: all of them are shown, and asked about a copy. */
    public static final int GUESTS_MAX = 500;

    private static final int OPENINGS_SHOWN = 100;

    private static final String COLUMNS = """
            select g.*, e.how, e.at as ended, a.at as accepted,
                (select count(*) from guest_opening o where o.guest = g.id) as openings,
                (select max(o.at) from guest_opening o where o.guest = g.id) as opened
            from guest g left join guest_end e on e.guest = g.id left join guest_acceptance a on a.guest = g.id
            """;

    private static final RowMapper<Guest> GUEST = (row, _) -> guest(row);

    private final Database database;

    public Guests(Database database) {
        this.database = database;
    }

    private static Guest guest(ResultSet row) throws SQLException {
        long expires = row.getLong("expires");
        Optional<Instant> ended = instant(row, "ended");
        String how = row.getString("how");
        return new Guest(
                row.getString("id"),
                Guest.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new ReleaseId(row.getString("release")),
                Language.of(row.getString("lang")),
                row.getInt("revision"),
                row.getString("digest"),
                row.getString("name"),
                row.getString("medium"),
                row.getString("mail"),
                Language.of(row.getString("tongue")),
                row.getBoolean("comments"),
                row.getString("mark"),
                Instant.ofEpochMilli(row.getLong("made")),
                row.getString("maker"),
                expires == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expires)),
                ended.map(at -> new Guest.End(Guest.How.valueOf(how.toUpperCase(Locale.ROOT)), at)),
                instant(row, "accepted"),
                row.getInt("openings"),
                instant(row, "opened"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    /** What somebody is invited to. */
    public record Invitation(
            Guest.Kind kind,
            ReleaseId release,
            Language language,
            int revision,
            String digest,
            String name,
            String medium,
            String mail,
            Language tongue,
            boolean comments,
            Optional<Instant> expires) {}

    /** A guest and the word of the link, which is told once and kept nowhere. */
    public record Invited(Guest guest, String secret) {}

    /** Invites somebody, in the transaction that is under way. */
    public Invited invite(Invitation invitation, String by, Instant at) {
        String id = Secrets.id();
        String secret = Secrets.link();
        return database.write(() -> {
            database.sql("""
                            insert into guest (id, kind, release, lang, revision, digest, name, medium, mail, tongue,
                                comments, secret, mark, made, maker, expires)
                            values (:id, :kind, :release, :lang, :revision, :digest, :name, :medium, :mail, :tongue,
                                :comments, :secret, :mark, :made, :maker, :expires)""")
                    .param("id", id)
                    .param("kind", invitation.kind().word())
                    .param("release", invitation.release().value())
                    .param("lang", invitation.language().tag())
                    .param("revision", invitation.revision())
                    .param("digest", invitation.digest())
                    .param("name", invitation.name())
                    .param("medium", invitation.medium())
                    .param("mail", invitation.mail())
                    .param("tongue", invitation.tongue().tag())
                    .param("comments", invitation.comments())
                    .param("secret", Sha256.hex(secret))
                    .param("mark", Secrets.key())
                    .param("made", at.toEpochMilli())
                    .param("maker", by)
                    .param(
                            "expires",
                            invitation.expires().map(Instant::toEpochMilli).orElse(0L))
                    .update();
            return new Invited(find(id).orElseThrow(), secret);
        });
    }

    public Optional<Guest> find(String id) {
        return one("g.id = :value", id);
    }

    /** The guest who stands under that name wherever it is written who did something; empty for everybody else. */
    public Optional<Guest> doing(String doer) {
        return doer.startsWith(Guest.DOER) ? find(doer.substring(Guest.DOER.length())) : Optional.empty();
    }

    /** The guest whose link has that word, whether or not it still leads anywhere. */
    public Optional<Guest> bySecret(String secret) {
        return one("g.secret = :value", Sha256.hex(secret));
    }

    private Optional<Guest> one(String where, String value) {
        return database.read(() -> database.sql(COLUMNS + "where " + where)
                .param("value", value)
                .query(GUEST)
                .optional());
    }

    /** The guests of a language version, newest first. */
    public List<Guest> of(ReleaseId release, Language language) {
        return database.read(() -> database.sql(COLUMNS
                        + "where g.release = :release and g.lang = :lang order by g.made desc, g.id limit :most")
                .params(Map.of("release", release.value(), "lang", language.tag(), "most", GUESTS_MAX))
                .query(GUEST)
                .list());
    }

    /** The guests of a language version that nothing has ended, however many: what a decision about all of them reaches. */
    public List<Guest> open(ReleaseId release, Language language) {
        return database.read(() -> database.sql(COLUMNS
                        + "where g.release = :release and g.lang = :lang and e.guest is null order by g.made, g.id")
                .params(Map.of("release", release.value(), "lang", language.tag()))
                .query(GUEST)
                .list());
    }

    /** How many were ever invited to a language version. */
    public int count(ReleaseId release, Language language) {
        return database.read(() -> database.sql("select count(*) from guest where release = :release and lang = :lang")
                .params(Map.of("release", release.value(), "lang", language.tag()))
                .query(Integer.class)
                .single());
    }

    /** When the text was opened, and from where; newest first. */
    public List<Opening> openings(String guest) {
        return database.read(() -> database.sql(
                        "select at, address from guest_opening where guest = :guest order by seq desc limit :most")
                .params(Map.of("guest", guest, "most", OPENINGS_SHOWN))
                .query((row, _) -> new Opening(Instant.ofEpochMilli(row.getLong("at")), row.getString("address")))
                .list());
    }

    /** An opening. */
    public record Opening(Instant at, String address) {}

    /** Notes that a guest opened the text, in the transaction that is under way. */
    public void opened(Guest guest, String address, Instant at) {
        database.write(() -> {
            database.sql("insert into guest_opening (guest, at, address) values (:guest, :at, :address)")
                    .params(Map.of("guest", guest.id(), "at", at.toEpochMilli(), "address", address))
                    .update();
        });
    }

    /**
     * Notes that a guest accepted the terms; the first time counts.
     *
     * @param terms their words
     * @return whether it was the first time
     */
    public boolean accept(Guest guest, String terms, String address, Instant at) {
        return database.write(() -> database.sql("""
                                insert into guest_acceptance (guest, terms, at, address)
                                values (:guest, :terms, :at, :address) on conflict (guest) do nothing""")
                        .params(Map.of(
                                "guest", guest.id(),
                                "terms", Sha256.hex(terms),
                                "at", at.toEpochMilli(),
                                "address", address))
                        .update()
                == 1);
    }

    /** Ends it and does the rest that belongs to it, in one transaction; nothing of both where it had ended before. */
    public void end(Guest guest, Guest.How how, String by, Instant at, Runnable rest) {
        database.write(() -> {
            if (end(guest, how, by, at)) {
                rest.run();
            }
        });
    }

    /** Ends it; answers whether it had not ended before. */
    public boolean end(Guest guest, Guest.How how, String by, Instant at) {
        return database.write(() -> database.sql("""
                                insert into guest_end (guest, how, at, doer) values (:guest, :how, :at, :by)
                                on conflict (guest) do nothing""")
                        .params(Map.of("guest", guest.id(), "how", how.word(), "at", at.toEpochMilli(), "by", by))
                        .update()
                == 1);
    }
}
