package org.diurna.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.DraftLine;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.house.Language;
import org.diurna.staff.Doer;

/** What is signed off and waits, as far as the reader may see it. */
public final class Appointments {
    /** So many are looked at; who plans more plans with a calendar. */
    static final int MOST = 1_000;

    private final Releases releases;
    private final Rights rights;

    Appointments(Releases releases, Rights rights) {
        this.releases = releases;
        this.rights = rights;
    }

    /** A sign-off with the release that it is about and the line of the first of its versions. */
    record Seen(Schedule schedule, Release release, DraftLine line, String bundle) {}

    /**
     * An appointment in words.
     *
     * @param day   with its weekday
     * @param time  that the clock on the wall shows
     * @param place after which its zone is called
     * @param utc   the same moment
     * @param others how many releases go with it
     * @param bundle the page of all of them; empty where it has none
     */
    public record Line(
            String path,
            Language language,
            String headline,
            String office,
            String instant,
            String day,
            String time,
            String place,
            String utc,
            String state,
            String stateName,
            List<String> languages,
            int others,
            String bundle) {
        public Line {
            languages = List.copyOf(languages);
        }
    }

    /**
     * One day on the wall.
     *
     * @param notes what the day is, and whether it is silent
     */
    public record Day(String name, List<String> notes, List<Line> lines) {
        public Day {
            notes = List.copyOf(notes);
            lines = List.copyOf(lines);
        }
    }

    /**
     * Those that the reader may see, by their time.
     *
     * @param office its code; empty asks for all
     * @param most   so many, and those that are held beside them
     */
    List<Seen> of(Doer by, String office, int most) {
        List<Schedule> open = releases.schedules().open(Instant.EPOCH, MOST);
        Map<ReleaseId, List<DraftLine>> lines = releases.lines()
                .of(open.stream()
                        .map(schedule -> schedule.versions().getFirst().release())
                        .distinct()
                        .toList());
        List<Seen> seen = new ArrayList<>();
        int waiting = 0;
        for (Schedule schedule : open) {
            if (waiting == most && schedule.held().isEmpty()) {
                continue;
            }
            Schedule.Version first = schedule.versions().getFirst();
            Optional<DraftLine> line = lines.getOrDefault(first.release(), List.of()).stream()
                    .filter(each -> each.language().equals(first.language()))
                    .filter(each -> office.isEmpty() || each.office().equals(office))
                    .findFirst();
            Optional<Seen> found = line.flatMap(each -> releases.find(each.release())
                    .filter(release -> seesAll(by, schedule))
                    .map(release -> new Seen(
                            schedule,
                            release,
                            each,
                            releases.schedules().bundle(schedule.id()).orElse(""))));
            found.ifPresent(seen::add);
            waiting += found.filter(each -> schedule.held().isEmpty()).isPresent() ? 1 : 0;
        }
        return seen;
    }

    private boolean seesAll(Doer by, Schedule schedule) {
        return schedule.versions().stream()
                .map(Schedule.Version::release)
                .distinct()
                .allMatch(id -> releases.find(id)
                        .filter(release -> rights.sees(by, release))
                        .isPresent());
    }

    static Line line(Seen seen, Language reader) {
        Schedule schedule = seen.schedule();
        DraftLine.At at = schedule.held().isPresent() ? DraftLine.At.HELD : DraftLine.At.SCHEDULED;
        return new Line(
                Views.path(seen.release(), seen.line().language()),
                seen.line().language(),
                seen.line().headline(),
                seen.release().office().name(reader),
                schedule.due().toString(),
                Names.weekday(schedule.when().local().toLocalDate(), reader),
                Names.time(schedule.when().local().toLocalTime(), reader),
                Names.place(schedule.when().zone(), reader),
                Names.shortly(schedule.due(), ZoneOffset.UTC, reader) + " UTC",
                at.word(),
                LineViews.name(at, reader),
                schedule.versions().stream()
                        .map(version -> version.language().tag())
                        .distinct()
                        .toList(),
                (int) schedule.versions().stream()
                                .map(Schedule.Version::release)
                                .distinct()
                                .count()
                        - 1,
                seen.bundle().isEmpty() ? "" : "/bundles/" + seen.bundle());
    }

    /** By the day that the clock on the wall shows, each in its own zone. */
    static List<Day> days(List<Seen> seen, Map<LocalDate, List<String>> notes, Language reader) {
        Map<LocalDate, List<Line>> days = new java.util.TreeMap<>();
        notes.keySet().forEach(day -> days.put(day, new ArrayList<>()));
        seen.forEach(each -> days.computeIfAbsent(each.schedule().when().local().toLocalDate(), _ -> new ArrayList<>())
                .add(line(each, reader)));
        return days.entrySet().stream()
                .map(entry -> new Day(
                        Names.day(entry.getKey(), reader),
                        notes.getOrDefault(entry.getKey(), List.of()),
                        entry.getValue()))
                .toList();
    }
}
