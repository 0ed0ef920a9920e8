package org.diurna.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.diurna.house.Jobs;
import org.diurna.house.Letter;
import org.diurna.house.Outbox;
import org.diurna.house.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes letters from the outbox to the organisation's mail server, each at most once: a letter that the server may have
 * taken is never sent again by itself. Where no mail server is set, letters wait in the outbox.
 */
public final class Post {
    /** What waited for longer when a mail server came is no news any more: a person decides about it. */
    private static final Duration STALE = Duration.ofDays(3);

    /** For how long it is remembered who was written to. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String TIDY = "letters";

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private final Outbox outbox;
    private final Optional<Smtp> server;
    private final Clock clock;

    public Post(Outbox outbox, Optional<Settings.Mail> mail, Clock clock) {
        this.outbox = outbox;
        this.server = mail.map(set -> new Smtp(set, clock));
        this.clock = clock;
    }

    /** Names the job that sends a letter, and asks for those that were left when the program ended. */
    public void handle(Jobs jobs) {
        jobs.handle(Outbox.JOB, this::carry);
        jobs.handle(TIDY, _ -> {
            outbox.forgetDone(clock.instant().minus(KEPT));
            tomorrow(jobs);
        });
        if (server.isPresent()) {
            outbox.resume(clock.instant().minus(STALE));
        }
    }

    /** Asks for the next look at old letters; its name is the day, so that many starts do not make many chains. */
    public void tomorrow(Jobs jobs) {
        Instant next = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        jobs.ask(TIDY, next.toString(), next);
    }

    /** A letter that cannot be handed over now is tried later, with growing pauses: that is what the exception says. */
    void carry(String key) {
        if (server.isEmpty()) {
            return;
        }
        Optional<Letter> letter = outbox.take(key);
        if (letter.isPresent()) {
            switch (server.get().send(letter.get())) {
                case Answer.Taken() -> outbox.done(key, Outbox.State.SENT, "");
                case Answer.Refused(String why) -> {
                    LOG.warn("The mail server refused the letter {}: {}", key, why);
                    outbox.done(key, Outbox.State.REFUSED, why);
                }
                case Answer.Uncertain(String why) -> {
                    LOG.warn("Nobody knows whether the letter {} was sent: {}", key, why);
                    outbox.done(key, Outbox.State.UNCERTAIN, why);
                }
                case Answer.Later(String why) -> {
                    outbox.done(key, Outbox.State.WAITING, why);
                    throw new MailServerAway(why);
                }
            }
        }
    }

    /** The mail server could not be asked, or asks for patience. */
    static final class MailServerAway extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MailServerAway(String why) {
            super("The mail server does not take letters now: " + why, null, false, false);
        }
    }
}
