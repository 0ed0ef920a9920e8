package org.diurna.edition;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what is signed off when its time has come, never before, and each sign-off once: whoever deletes its row
 * among the waiting has it, in the same transaction in which the editions and happenings are written. A process that is
 * killed leaves it waiting, or published and asking for its press run; nothing lies between.
 */
public final class Due {
    /** So many sign-offs are taken in one transaction; the next one takes the rest. */
    private static final int BATCH_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Due.class);

    private final Database database;
    private final Releases releases;
    private final Schedules schedules;
    private final WallTime.Rules rules;
    private final Duration late;
    private final Journal journal;

    /** Is told what is done without a person, inside the transaction that does it; may be called again after a failure. */
    public interface Journal {
        /**
         * Notes it.
         *
         * @param act    publish-scheduled, hold-schedule or zone-rules
         * @param detail in few plain words
         */
        void note(String act, Schedule schedule, Schedule.Version version, String detail);
    }

    /**
     * Opens the way.
     *
     * @param late what is overdue by more waits for a person
     */
    public Due(Database database, Releases releases, WallTime.Rules rules, Duration late, Journal journal) {
        this.database = database;
        this.releases = releases;
        this.schedules = releases.schedules();
        this.rules = rules;
        this.late = late;
        this.journal = journal;
    }

    /** When the first of those that wait is due. */
    public Optional<Instant> next() {
        return schedules.next();
    }

    /**
     * Publishes all of which the time has come.
     *
     * @return how many sign-offs were published
     */
    public int take(Instant now) {
        int published = 0;
        List<Schedule> due = schedules.due(now, BATCH_MAX);
        while (!due.isEmpty()) {
            published += together(due, now);
            due = schedules.due(now, BATCH_MAX);
        }
        return published;
    }

    /** In one transaction; when one of them fails, each in its own, so that it keeps no other from its time. */
    private int together(List<Schedule> due, Instant now) {
        try {
            return database.write(
                    () -> due.stream().mapToInt(each -> take(each, now)).sum());
        } catch (RuntimeException e) {
            LOG.warn("Sign-offs could not be published together: {}. Each is tried by itself.", e.toString());
            return due.stream().mapToInt(each -> alone(each, now)).sum();
        }
    }

    private int alone(Schedule schedule, Instant now) {
        try {
            return database.write(() -> take(schedule, now));
        } catch (RuntimeException e) {
            LOG.error("The sign-off {} could not be published and waits for a person.", schedule.id(), e);
            return database.write(() -> {
                if (mine(schedule, now)) {
                    hold(schedule, Schedule.Reason.FAILED, now);
                }
                return 0;
            });
        }
    }

    private int take(Schedule schedule, Instant now) {
        if (!mine(schedule, now)) {
            return 0;
        }
        schedule.versions().forEach(version -> Stages.hold(database, version.release(), version.language()));
        Optional<Schedule.Reason> reason = against(schedule, now);
        if (reason.isPresent()) {
            hold(schedule, reason.get(), now);
            return 0;
        }
        schedules.release(schedule.id());
        // a translation names the edition that it follows
        for (Kind kind : List.of(Kind.RELEASE, Kind.TRANSLATION)) {
            schedule.versions().stream()
                    .filter(version -> standing(version).first() == kind)
                    .forEach(version -> publish(schedule, version, now));
        }
        schedules.end(schedule.id(), "published", schedule.signer(), now);
        return 1;
    }

    /** Whoever deletes the row has it; another node, or a person who moves it, was faster otherwise. */
    private boolean mine(Schedule schedule, Instant now) {
        return database.sql("delete from schedule_waiting where schedule = :schedule and due <= :now")
                        .param("schedule", schedule.id())
                        .param("now", now.toEpochMilli())
                        .update()
                == 1;
    }

    private Optional<Schedule.Reason> against(Schedule schedule, Instant now) {
        if (schedule.due().plus(late).isBefore(now)) {
            return Optional.of(Schedule.Reason.MISSED);
        }
        for (Schedule.Version version : schedule.versions()) {
            boolean same = schedules
                    .digest(version.release(), version.language(), version.revision())
                    .filter(version.digest()::equals)
                    .isPresent();
            if (!same || !(releases.stage(version.release(), version.language()) instanceof Stage.Scheduled)) {
                return Optional.of(Schedule.Reason.CHANGED);
            }
            List<String> pictures = schedules.plates(schedule.id(), version).stream()
                    .map(Plate::picture)
                    .toList();
            if (!releases.plates().recalled(pictures).isEmpty()) {
                return Optional.of(Schedule.Reason.PICTURE);
            }
        }
        return Optional.empty();
    }

    private Standing standing(Schedule.Version version) {
        return releases.draft(version.release(), version.language())
                .orElseThrow()
                .standing();
    }

    private void publish(Schedule schedule, Schedule.Version version, Instant now) {
        Edition edition = releases.publish(
                        version.release(),
                        version.language(),
                        version.revision(),
                        standing(version).first(),
                        "",
                        schedule.signer(),
                        now,
                        schedules.plates(schedule.id(), version))
                .orElseThrow(() -> new IllegalStateException("The version " + version.language() + " of "
                        + version.release() + " was held for its sign-off and yet could not be published."));
        database.sql("""
                        update schedule_version set happening = (
                            select h.id from happening h
                            where h.release = :release and h.lang = :lang and h.edition = :edition)
                        where schedule = :schedule and release = :release and lang = :lang""")
                .param("schedule", schedule.id())
                .param("release", version.release().value())
                .param("lang", version.language().tag())
                .param("edition", edition.number())
                .update();
        journal.note("publish-scheduled", schedule, version, "edition " + edition.digest());
        releases.schedules().watch().went(version.release(), version.language());
    }

    private void hold(Schedule schedule, Schedule.Reason reason, Instant now) {
        database.sql("insert into schedule_held (schedule, reason, since) values (:schedule, :reason, :since)")
                .param("schedule", schedule.id())
                .param("reason", reason.word())
                .param("since", now.toEpochMilli())
                .update();
        schedules.stage(schedule, DraftLine.At.HELD);
        schedule.versions().forEach(version -> journal.note("hold-schedule", schedule, version, reason.word()));
        LOG.error("What was signed off for {} did not go: {}. Decide at the desk.", schedule.when(), reason.word());
    }

    /**
     * Reads the times of all that wait by the rules that their zones have now: the runtime may know newer ones than when
     * they were signed off.
     *
     * @return how many instants changed
     */
    public int review(Instant now) {
        return database.write(() -> schedules.waiting().stream()
                .mapToInt(schedule -> review(schedule, now))
                .sum());
    }

    private int review(Schedule schedule, Instant now) {
        return switch (schedule.when().read(rules)) {
            case WallTime.Reading.At(var instant) -> instant.equals(schedule.due()) ? 0 : follow(schedule, instant);
            // where new rules double the hour, what was agreed on stays one of both
            case WallTime.Reading.Doubled(var earlier, var later) ->
                schedule.due().equals(earlier) || schedule.due().equals(later) ? 0 : follow(schedule, earlier);
            case WallTime.Reading.Gap _ -> {
                if (database.sql("delete from schedule_waiting where schedule = :schedule")
                                .param("schedule", schedule.id())
                                .update()
                        == 1) {
                    hold(schedule, Schedule.Reason.GAP, now);
                }
                yield 1;
            }
        };
    }

    private int follow(Schedule schedule, Instant instant) {
        int moved = database.sql("update schedule_waiting set due = :due where schedule = :schedule")
                .param("due", instant.toEpochMilli())
                .param("schedule", schedule.id())
                .update();
        if (moved == 1) {
            database.sql("update schedule set due = :due, was = coalesce(was, due) where id = :schedule")
                    .param("due", instant.toEpochMilli())
                    .param("schedule", schedule.id())
                    .update();
            schedule.versions()
                    .forEach(version ->
                            journal.note("zone-rules", schedule, version, schedule.due() + " is now " + instant));
            releases.schedules()
                    .watch()
                    .moved(schedule, schedules.find(schedule.id()).orElseThrow());
            LOG.warn(
                    "The rules of {} changed: {} is {} now, not {}.",
                    schedule.when().zone(),
                    schedule.when().local(),
                    instant,
                    schedule.due());
        }
        return moved;
    }
}
