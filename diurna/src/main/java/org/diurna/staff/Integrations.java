package org.diurna.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.diurna.house.Database;
import org.springframework.jdbc.core.RowMapper;

/** The programs of others that speak to the desk with a token, and the decisions about them. */
public final class Integrations {
    /** A token lives no longer; a new one is made in time. */
    static final int DAYS_MAX = 366;

    static final int DAYS_USUAL = 90;

    static final String ATTRIBUTE = "diurna.integration";

    /** By which people and programs that look for leaked secrets know one when they see it. */
    private static final String MARK = "diurna_";

    /** Its last use is written down no more often. */
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private static final String COLUMNS = """
            select i.*, r.at as revoked, u.at as used, u.address from integration i
            left join integration_revoked r on r.integration = i.id
            left join integration_used u on u.integration = i.id
            """;

    private static final RowMapper<Known> ROW = (row, _) -> new Known(
            row.getString("id"),
            row.getString("name"),
            People.grantsIn(row.getString("duties")),
            Instant.ofEpochMilli(row.getLong("made")),
            row.getString("maker"),
            Instant.ofEpochMilli(row.getLong("expires")),
            instant(row.getLong("revoked")),
            instant(row.getLong("used")));

    private final Database database;
    private final Permissions permissions;
    private final Trail trail;
    private final Clock clock;
    private final Repeats repeats;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    Integrations(Database database, Permissions permissions, Trail trail, Clock clock) {
        this.database = database;
        this.permissions = permissions;
        this.trail = trail;
        this.clock = clock;
        this.repeats = new Repeats(database, clock);
    }

    /**
     * One that was made.
     *
     * @param revoked when its token was taken back
     * @param used    when it spoke last, to the minute
     */
    public record Known(
            String id,
            String name,
            List<Grant> grants,
            Instant made,
            String maker,
            Instant expires,
            Optional<Instant> revoked,
            Optional<Instant> used) {
        public Known {
            grants = List.copyOf(grants);
        }

        /** Whether its token opens anything. */
        public boolean valid(Instant now) {
            return revoked.isEmpty() && now.isBefore(expires);
        }
    }

    /** What an administrator wants to make. */
    record Wish(String name, List<Grant> grants, int days) {}

    /** Who speaks in a request to the API; empty for one without a token that is valid. */
    public static Optional<Doer.Integration> of(HttpServletRequest request) {
        return Optional.ofNullable((Doer.Integration) request.getAttribute(ATTRIBUTE));
    }

    /** What it asked before with a key of its own. */
    public Repeats repeats() {
        return repeats;
    }

    private static Optional<Instant> instant(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** All of them, the newest first. */
    List<Known> all() {
        return database.read(() ->
                database.sql(COLUMNS + "order by i.made desc, i.id").query(ROW).list());
    }

    /** The integration by that id. */
    public Optional<Known> find(String id) {
        return database.read(() -> database.sql(COLUMNS + "where i.id = :id")
                .param("id", id)
                .query(ROW)
                .optional());
    }

    /**
     * Who speaks with that token; empty for one that is unknown, revoked or expired.
     *
     * @param from as the trail keeps it
     */
    Optional<Doer.Integration> speaks(String token, String from) {
        if (!token.startsWith(MARK) || token.length() > 100) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<Known> known = database.read(() -> database.sql(COLUMNS + "where i.digest = :digest")
                .param("digest", Secrets.digest(token))
                .query(ROW)
                .optional()
                .filter(found -> found.valid(now)));
        known.ifPresent(found -> used(found, now, from));
        return known.map(found -> new Doer.Integration(found.id(), found.name(), found.grants(), from));
    }

    private void used(Known integration, Instant now, String from) {
        Instant before = noted.getOrDefault(integration.id(), Instant.EPOCH);
        if (before.plus(USED_EVERY).isAfter(now)) {
            return;
        }
        noted.put(integration.id(), now);
        database.write(() -> {
            database.sql("""
                            insert into integration_used (integration, at, address) values (:id, :at, :address)
                            on conflict (integration) do update set at = excluded.at, address = excluded.address""")
                    .param("id", integration.id())
                    .param("at", now.toEpochMilli())
                    .param("address", from)
                    .update();
        });
    }

    /** Makes one. Its token is in the outcome and nowhere else. */
    Administration.Outcome make(Doer.Member by, Wish wish) {
        if (!NAME.matcher(wish.name()).matches()) {
            return new Administration.Outcome.NotReady("staff.integration-name");
        }
        if (wish.grants().isEmpty()) {
            return new Administration.Outcome.NotReady("staff.duty-missing");
        }
        if (wish.days() < 1 || wish.days() > DAYS_MAX) {
            return new Administration.Outcome.NotReady("staff.integration-days");
        }
        Optional<Administration.Outcome> refusal = refused(by, wish.grants());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String token = MARK + Secrets.token();
        Instant now = clock.instant();
        return database.write(() -> {
            int made = database.sql("""
                            insert into integration (id, name, digest, duties, made, maker, expires)
                            values (:id, :name, :digest, :duties, :made, :by, :expires)
                            on conflict (name) do nothing""")
                    .param("id", Secrets.id('i'))
                    .param("name", wish.name())
                    .param("digest", Secrets.digest(token))
                    .param("duties", People.text(wish.grants()))
                    .param("made", now.toEpochMilli())
                    .param("by", by.id())
                    .param("expires", now.plus(Duration.ofDays(wish.days())).toEpochMilli())
                    .update();
            if (made == 0) {
                return new Administration.Outcome.NotReady("staff.integration-taken");
            }
            trail.note(
                    by,
                    Trail.Note.of(
                            "make-integration",
                            Doer.Integration.MARK + wish.name(),
                            Administration.duties(wish.grants()) + " for " + wish.days() + " days"));
            return new Administration.Outcome.LinkMade(token);
        });
    }

    /** Takes its token back, at once. */
    Administration.Outcome revoke(Doer.Member by, String id) {
        Optional<Known> known = find(id);
        if (known.isEmpty()) {
            return new Administration.Outcome.NotFound();
        }
        return refused(by, known.get().grants())
                .orElseGet(() -> database.write(() -> {
                    int revoked = database.sql(
                                    "insert into integration_revoked (integration, at, doer) values (:id, :at, :by)"
                                            + " on conflict (integration) do nothing")
                            .param("id", id)
                            .param("at", clock.instant().toEpochMilli())
                            .param("by", by.id())
                            .update();
                    if (revoked > 0) {
                        trail.note(
                                by,
                                Trail.Note.of(
                                        "revoke-integration",
                                        Doer.Integration.MARK + known.get().name(),
                                        ""));
                    }
                    return new Administration.Outcome.Done();
                }));
    }

    /** Nobody gives a program what he could not give a person. */
    private Optional<Administration.Outcome> refused(Doer.Member by, List<Grant> grants) {
        boolean reaches = by.person().has(Duty.ADMINISTRATOR)
                && grants.stream().allMatch(grant -> Permissions.mayGrant(by.person(), grant));
        if (!reaches) {
            return Optional.of(new Administration.Outcome.NotAllowed());
        }
        return permissions.fresh(by) ? Optional.empty() : Optional.of(new Administration.Outcome.ProveFirst());
    }

    /** Duties that were ticked, with the limits that were typed for all of them. */
    static List<Grant> grants(java.util.Set<String> duties, String offices, String types, String languages) {
        List<Grant> grants = new ArrayList<>();
        for (Duty duty : Duty.values()) {
            if (duties.contains(duty.word())) {
                grants.add(new Grant(duty, People.set(offices), People.set(types), People.set(languages)));
            }
        }
        return grants;
    }
}
