package org.diurna.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.diurna.house.Database;
import org.springframework.jdbc.core.RowMapper;

/** What was decided, who signed in, who looked at what is restricted. Lines are added; the database refuses all else. */
public final class Trail {
    private static final int EXPORT_PAGE = 500;
    private static final RowMapper<Line> LINE = (row, _) -> new Line(
            row.getLong("seq"),
            Instant.ofEpochMilli(row.getLong("at")),
            row.getString("person"),
            row.getString("act"),
            row.getString("subject"),
            row.getString("office"),
            row.getString("lang"),
            row.getString("digest"),
            row.getString("address"),
            row.getString("detail"));

    private final Database database;
    private final Clock clock;

    Trail(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is noted.
     *
     * @param act     one word: {@code publish}, {@code sign-in}, {@code see-restricted}
     * @param subject opaque id of what it was done to; may be empty
     * @param office  its office's code; empty where it is of none
     * @param language of it; may be empty
     * @param digest  of the revision that was decided on; may be empty
     * @param detail  in few plain words, for people; never a secret, never a text that was typed
     */
    public record Note(String act, String subject, String office, String language, String digest, String detail) {
        /** Of what concerns no release. */
        public static Note of(String act, String subject, String detail) {
            return new Note(act, subject, "", "", "", detail);
        }
    }

    /** A line of the trail. */
    public record Line(
            long seq,
            Instant at,
            String person,
            String act,
            String subject,
            String office,
            String language,
            String digest,
            String address,
            String detail) {}

    /**
     * Which lines are wanted; empty means any.
     *
     * @param offices of an auditor who may read those only; none means all
     * @param before  only lines with a lower number: the place where a page before ended
     */
    public record Search(
            String person,
            String act,
            String subject,
            Optional<Instant> from,
            Optional<Instant> until,
            Set<String> offices,
            long before) {
        public static final Search ALL =
                new Search("", "", "", Optional.empty(), Optional.empty(), Set.of(), Long.MAX_VALUE);

        Search before(long seq) {
            return new Search(person, act, subject, from, until, offices, seq);
        }
    }

    /** Adds a line, in the transaction that is under way. */
    public void note(Doer doer, Note note) {
        note(doer.id(), doer.from(), note);
    }

    /**
     * Adds a line about somebody who is not on the staff, in the transaction that is under way.
     *
     * @param guest how that is written: {@code guest:} and an opaque id
     * @param from  the address, as the trail keeps addresses
     */
    public void noteGuest(String guest, String from, Note note) {
        note(guest, from, note);
    }

    void note(String person, String from, Note note) {
        database.write(() -> {
            database.sql("""
                            insert into trail (at, person, act, subject, office, lang, digest, address, detail)
                            values (:at, :person, :act, :subject, :office, :lang, :digest, :address, :detail)""")
                    .param("at", clock.instant().toEpochMilli())
                    .param("person", person)
                    .param("act", note.act())
                    .param("subject", note.subject())
                    .param("office", note.office())
                    .param("lang", note.language())
                    .param("digest", note.digest())
                    .param("address", from)
                    .param("detail", note.detail())
                    .update();
        });
    }

    /** Runs a decision in one transaction, so that it and its line are there together or not at all. */
    public <T> T together(Supplier<T> decision) {
        return database.write(decision);
    }

    /** Lines that match, newest first. */
    public List<Line> search(Search search, int most) {
        List<String> wanted = new ArrayList<>(List.of("seq < :before"));
        Map<String, Object> values = new HashMap<>(Map.of("before", search.before(), "most", most));
        same("person", search.person(), wanted, values);
        same("act", search.act(), wanted, values);
        same("subject", search.subject(), wanted, values);
        search.from().ifPresent(from -> {
            wanted.add("at >= :from");
            values.put("from", from.toEpochMilli());
        });
        search.until().ifPresent(until -> {
            wanted.add("at < :until");
            values.put("until", until.toEpochMilli());
        });
        if (!search.offices().isEmpty()) {
            wanted.add("office in (:offices)");
            values.put("offices", search.offices());
        }
        String sql = "select * from trail where " + String.join(" and ", wanted) + " order by seq desc limit :most";
        return database.read(() -> database.sql(sql).params(values).query(LINE).list());
    }

    private static void same(String column, String value, List<String> wanted, Map<String, Object> values) {
        if (!value.isEmpty()) {
            wanted.add(column + " = :" + column);
            values.put(column, value);
        }
    }

    /** Gives every line that matches to the reader, newest first, without holding all of them. */
    void each(Search search, Consumer<Line> reader) {
        Search next = search;
        while (true) {
            List<Line> page = search(next, EXPORT_PAGE);
            page.forEach(reader);
            if (page.size() < EXPORT_PAGE) {
                return;
            }
            next = next.before(page.getLast().seq());
        }
    }

    /** The words that the trail has for what was done, for a list to choose from. */
    List<String> acts() {
        // from one to the next along the index: there are some dozens, in a trail of any length
        return database.read(() -> database.sql("""
                        with recursive found (act) as (
                            select min(act) from trail
                            union all
                            select (select min(t.act) from trail t where t.act > found.act) from found
                            where found.act is not null)
                        select act from found where act is not null""").query(String.class).list());
    }
}
