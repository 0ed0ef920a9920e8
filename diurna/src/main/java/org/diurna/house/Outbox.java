package org.diurna.house;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/**
 * Where rooms put letters, in the transaction that decides; the wire takes them from here after it. A letter leaves at
 * most once: one that was being sent when the program died is uncertain, and only a person sends it again.
 */
public final class Outbox {
    /** The kind of job that sends one. */
    public static final String JOB = "letter";

    private static final int NOTE_MAX = 500;

    private static final RowMapper<Slip> SLIP = (row, _) -> new Slip(
            row.getString("name"),
            row.getString("recipient"),
            row.getString("subject"),
            State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
            Instant.ofEpochMilli(row.getLong("put")),
            Instant.ofEpochMilli(row.getLong("changed")),
            row.getString("note"));

    private final Database database;
    private final Jobs jobs;
    private final Clock clock;

    public Outbox(Database database, Jobs jobs, Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** How far a letter has come. */
    public enum State {
        /** It has not left. */
        WAITING,
        /** It is being handed over. */
        SENDING,
        /** The mail server has taken it. */
        SENT,
        /** Nobody knows whether the mail server took it. */
        UNCERTAIN,
        /** The mail server does not take it. */
        REFUSED;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What is known of a letter but its words.
     *
     * @param note what the mail server said, or why it could not be asked; may be empty
     */
    public record Slip(String key, String to, String subject, State state, Instant put, Instant changed, String note) {}

    /**
     * Puts a letter, inside the transaction that decides.
     *
     * @return false where a letter of this key was put before: then nothing happens
     */
    public boolean put(Letter letter) {
        return database.write(() -> {
            boolean first = database.sql("""
                                    insert into letter (name, recipient, lang, subject, words, put, state, changed, note)
                                    values (:key, :to, :lang, :subject, :words, :at, 'waiting', :at, '')
                                    on conflict (name) do nothing""")
                            .param("key", letter.key())
                            .param("to", letter.to())
                            .param("lang", letter.language())
                            .param("subject", letter.subject())
                            .param("words", letter.text())
                            .param("at", clock.millis())
                            .update()
                    == 1;
            if (first) {
                jobs.ask(JOB, letter.key(), clock.instant());
            }
            return first;
        });
    }

    /**
     * Takes a waiting letter out, to be handed over now. One that is found being sent was in the hands of a program that
     * died: it is uncertain from now on.
     *
     * @return empty where there is nothing to send
     */
    public Optional<Letter> take(String key) {
        return database.write(() -> {
            database.sql("update letter set state = 'uncertain', changed = :at where name = :key and state = 'sending'")
                    .param("key", key)
                    .param("at", clock.millis())
                    .update();
            boolean waited = move(key, State.WAITING, State.SENDING, "");
            return waited
                    ? database.sql("select * from letter where name = :key")
                            .param("key", key)
                            .query((row, _) -> new Letter(
                                    key,
                                    row.getString("recipient"),
                                    row.getString("lang"),
                                    row.getString("subject"),
                                    row.getString("words")))
                            .optional()
                    : Optional.empty();
        });
    }

    /** Notes what became of a letter that was taken; the words of one that was sent are erased. */
    public void done(String key, State state, String note) {
        database.write(() -> {
            move(key, State.SENDING, state, note);
            if (state == State.SENT) {
                database.sql("update letter set words = '' where name = :key")
                        .param("key", key)
                        .update();
            }
        });
    }

    /** Has a letter sent again that is uncertain or was refused, as a person asks; false where it is neither. */
    public boolean again(String key) {
        return database.write(() -> {
            boolean moved =
                    move(key, State.UNCERTAIN, State.WAITING, "") || move(key, State.REFUSED, State.WAITING, "");
            if (moved) {
                jobs.ask(JOB, key, clock.instant());
            }
            return moved;
        });
    }

    /** Throws a letter away that is not being sent and was not sent; false where there is none. */
    public boolean discard(String key) {
        return database.write(() ->
                database.sql("delete from letter where name = :key and state in ('waiting', 'uncertain', 'refused')")
                                .param("key", key)
                                .update()
                        == 1);
    }

    /** Asks anew for all that wait and were put since then: there may have been no mail server until now. */
    public void resume(Instant since) {
        database.write(
                () -> database.sql("select name from letter where state in ('waiting', 'sending') and put >= :since")
                        .param("since", since.toEpochMilli())
                        .query(String.class)
                        .list()
                        .forEach(key -> jobs.ask(JOB, key, clock.instant())));
    }

    /** Those that have not been sent, newest first. */
    public List<Slip> unsent(int most) {
        return database.read(
                () -> database.sql("select * from letter where state <> 'sent' order by put desc, name limit :most")
                        .param("most", most)
                        .query(SLIP)
                        .list());
    }

    /** The last that were sent, newest first. */
    public List<Slip> sent(int most) {
        return database.read(
                () -> database.sql("select * from letter where state = 'sent' order by put desc, name limit :most")
                        .param("most", most)
                        .query(SLIP)
                        .list());
    }

    /** The words of a letter that has not been sent; empty for any other. */
    public Optional<String> words(String key) {
        return database.read(() -> database.sql("select words from letter where name = :key and state <> 'sent'")
                .param("key", key)
                .query(String.class)
                .optional());
    }

    /** Forgets all letters whose keys begin like this, sent or not. */
    public void forget(String begin) {
        database.write(() -> {
            database.sql("delete from letter where substr(name, 1, :length) = :begin")
                    .param("length", begin.length())
                    .param("begin", begin)
                    .update();
        });
    }

    /** Forgets letters that were sent or refused before that moment; what waits or is uncertain stays. */
    public void forgetDone(Instant before) {
        database.write(() -> {
            database.sql("delete from letter where state in ('sent', 'refused') and changed < :before")
                    .param("before", before.toEpochMilli())
                    .update();
        });
    }

    private boolean move(String key, State from, State to, String note) {
        return database.sql("""
                                update letter set state = :to, changed = :at, note = :note
                                where name = :key and state = :from""")
                        .param("to", to.word())
                        .param("at", clock.millis())
                        .param("note", note.length() > NOTE_MAX ? note.substring(0, NOTE_MAX) : note)
                        .param("key", key)
                        .param("from", from.word())
                        .update()
                == 1;
    }
}
