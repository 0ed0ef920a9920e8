package org.diurna.desk;

import com.ibm.icu.util.TimeZone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.diurna.edition.Draft;
import org.diurna.edition.Offices;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.Stage;
import org.diurna.edition.WallTime;
import org.diurna.house.Language;
import org.diurna.house.Words;

/** Puts a time that was asked for into words: what it means, what will happen then, what stands against it. */
final class ScheduleViews {
    private static final String TIME_USUAL = "09:00";

    private final Releases releases;
    private final SignOff signOff;
    private final Move move;
    private final Publish publish;
    private final Views.PublicAddress addresses;
    private final Duration late;

    ScheduleViews(
            Releases releases,
            SignOff signOff,
            Move move,
            Publish publish,
            Views.PublicAddress addresses,
            Duration late) {
        this.releases = releases;
        this.signOff = signOff;
        this.move = move;
        this.publish = publish;
        this.addresses = addresses;
        this.late = late;
    }

    /** What a form asks for, as it was sent. */
    record Asked(String day, String time, String zone, String shift, String yours) {
        static final Asked NOTHING = new Asked("", "", "", "", "");

        /** The time that it means; empty when it means none. */
        Optional<WallTime> wall() {
            try {
                LocalDateTime local =
                        LocalDate.parse(day).atTime(LocalTime.parse(time)).truncatedTo(ChronoUnit.MINUTES);
                WallTime.Shift which = shift.isEmpty() ? WallTime.Shift.ONLY : WallTime.Shift.of(shift);
                return WallTime.zone(zone).map(known -> new WallTime(local, known, which));
            } catch (DateTimeException | IllegalArgumentException e) {
                // whatever is wrong with it, the form says what it needs
                return Optional.empty();
            }
        }

        String query(LocalDateTime local, String which) {
            return "?day=" + local.toLocalDate() + "&time=" + local.toLocalTime() + "&zone="
                    + URLEncoder.encode(zone, StandardCharsets.UTF_8) + "&yours="
                    + URLEncoder.encode(yours, StandardCharsets.UTF_8) + (which.isEmpty() ? "" : "&shift=" + which);
        }
    }

    ScheduleView of(Release release, Draft draft, Asked asked, List<String> refused, Language reader) {
        Words words = Words.of("desk", reader);
        boolean waits = releases.stage(release.id(), draft.language()) instanceof Stage.Scheduled;
        List<String> errors = new ArrayList<>(refused);
        Optional<ScheduleView.Answer> answer = Optional.empty();
        if (!asked.equals(Asked.NOTHING)) {
            Optional<WallTime> wall = asked.wall();
            answer = wall.map(when -> answer(release, draft, when, asked, reader));
            if (wall.isEmpty()) {
                errors.add(words.say("objection.schedule-unclear"));
            }
        }
        String zone = asked.zone().isEmpty() ? release.office().zone().getId() : asked.zone();
        return new ScheduleView(
                Views.path(release, draft.language()),
                draft.language(),
                draft.wording().headline(),
                waits,
                asked.day().isEmpty() ? day(draft) : asked.day(),
                asked.time().isEmpty() ? TIME_USUAL : asked.time(),
                zone,
                asked.yours(),
                zones(all(), zone, reader),
                answer,
                errors);
    }

    static String day(Draft draft) {
        return draft.wording().date().map(LocalDate::toString).orElse("");
    }

    /** Zones for a short list: those of the offices, and UTC. */
    static List<PlacePages.Choice> few(Offices offices, ZoneId chosen, Language reader) {
        Set<String> ids = new TreeSet<>();
        offices.all().forEach(office -> ids.add(office.zone().getId()));
        ids.add("UTC");
        return zones(ids, chosen.getId(), reader);
    }

    /** All zones, with their places in the reader's language. */
    static List<PlacePages.Choice> everywhere(ZoneId chosen, Language reader) {
        return zones(all(), chosen.getId(), reader);
    }

    private static Set<String> all() {
        Set<String> ids =
                new TreeSet<>(TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null));
        ids.removeIf(id -> WallTime.zone(id).isEmpty());
        ids.add("UTC");
        return ids;
    }

    private static List<PlacePages.Choice> zones(Set<String> ids, String chosen, Language reader) {
        Set<String> with = new TreeSet<>(ids);
        WallTime.zone(chosen).ifPresent(zone -> with.add(zone.getId()));
        return with.stream()
                .flatMap(id -> WallTime.zone(id).stream())
                .map(zone -> new PlacePages.Choice(
                        zone.getId(), name(zone, reader), zone.getId().equals(chosen)))
                .sorted(Comparator.comparing(PlacePages.Choice::name))
                .toList();
    }

    private static String name(ZoneId zone, Language reader) {
        String place = Names.place(zone, reader);
        return place.equals(zone.getId()) ? place : place + " \u2013 " + zone.getId();
    }

    private ScheduleView.Answer answer(Release release, Draft draft, WallTime when, Asked asked, Language reader) {
        Words words = Words.of("desk", reader);
        String path = Views.path(release, draft.language()) + "/schedule";
        String zone = Names.place(when.zone(), reader);
        String time = Names.time(when.local().toLocalTime(), reader);
        return switch (when.read()) {
            case WallTime.Reading.Gap(var before, var after) ->
                new ScheduleView.Answer.Unclear(
                        words.say(
                                "schedule.gap",
                                Map.of(
                                        "zone",
                                        zone,
                                        "time",
                                        time,
                                        "before",
                                        Names.time(before.toLocalTime(), reader),
                                        "after",
                                        Names.time(after.toLocalTime(), reader))),
                        List.of(before, after).stream()
                                .map(each -> new PlacePages.Choice(
                                        path + asked.query(each, ""),
                                        words.say(
                                                "schedule.take",
                                                Map.of("time", Names.time(each.toLocalTime(), reader))),
                                        false))
                                .toList());
            case WallTime.Reading.Doubled(var earlier, var later) ->
                new ScheduleView.Answer.Unclear(
                        words.say("schedule.doubled", Map.of("zone", zone, "time", time)),
                        List.of(
                                which(path, asked, when, "earlier", earlier, reader),
                                which(path, asked, when, "later", later, reader)));
            case WallTime.Reading.At(var due) -> clear(release, draft, when, due, asked, reader);
        };
    }

    private static PlacePages.Choice which(
            String path, Asked asked, WallTime when, String which, Instant instant, Language reader) {
        String said = Words.of("desk", reader)
                .say("schedule." + which, Map.of("utc", Names.planned(instant, ZoneOffset.UTC, reader)));
        return new PlacePages.Choice(path + asked.query(when.local(), which), said, false);
    }

    private ScheduleView.Answer clear(
            Release release, Draft draft, WallTime when, Instant due, Asked asked, Language reader) {
        Words words = Words.of("desk", reader);
        return new ScheduleView.Answer.Clear(
                words.say("schedule.lead", Map.of("when", Names.planned(due, when.zone(), reader))),
                when.shift() == WallTime.Shift.ONLY ? "" : when.shift().word(),
                times(release, when, due, asked, reader),
                warnings(release, draft, due, reader),
                parts(release, draft, due, reader),
                words.say("schedule.late", Map.of("minutes", Math.max(1, late.toMinutes()))),
                release.number().isPresent() ? "" : publish.nextNumber(release.office(), due));
    }

    private static List<ScheduleView.Named> times(
            Release release, WallTime when, Instant due, Asked asked, Language reader) {
        Words words = Words.of("desk", reader);
        List<ScheduleView.Named> times = new ArrayList<>();
        Set<ZoneId> shown = new java.util.HashSet<>();
        record Where(String key, ZoneId zone) {}
        List<Where> all = new ArrayList<>();
        all.add(new Where("schedule.at-office", release.office().zone()));
        all.add(new Where("schedule.at-chosen", when.zone()));
        WallTime.zone(asked.yours()).ifPresent(zone -> all.add(new Where("schedule.at-yours", zone)));
        all.add(new Where("schedule.at-utc", ZoneId.of("UTC")));
        for (Where where : all) {
            if (shown.add(where.zone())) {
                times.add(new ScheduleView.Named(
                        words.say(where.key()),
                        where.zone().getId().equals("UTC") ? "" : Names.place(where.zone(), reader),
                        Names.planned(due, where.zone(), reader)));
            }
        }
        return times;
    }

    private static List<String> warnings(Release release, Draft draft, Instant due, Language reader) {
        LocalDate day = LocalDate.ofInstant(due, release.office().zone());
        return draft
                .wording()
                .date()
                .filter(dated -> !dated.equals(day))
                .map(dated -> Words.of("desk", reader)
                        .say(
                                "schedule.other-day",
                                Map.of("date", Names.day(dated, reader), "day", Names.day(day, reader))))
                .stream()
                .toList();
    }

    /** What waits, where it is moved; all versions that are drafts, where it is signed off. */
    private List<ScheduleView.Part> parts(Release release, Draft asked, Instant due, Language reader) {
        Optional<Schedule> waits = releases.schedules().of(release.id(), asked.language());
        if (waits.isPresent()) {
            List<String> against = Objection.all(move.objections(waits.get(), due), reader);
            return waits.get().versions().stream()
                    .map(version -> part(
                            releases.find(version.release()).orElseThrow(),
                            releases.draft(version.release(), version.language())
                                    .orElseThrow(),
                            against,
                            reader))
                    .toList();
        }
        return releases.languages(release).stream()
                .filter(language -> releases.stage(release.id(), language) instanceof Stage.Drafted)
                .flatMap(language -> releases.draft(release.id(), language).stream())
                .map(draft ->
                        part(release, draft, Objection.all(signOff.objections(release, draft, due), reader), reader))
                .toList();
    }

    private ScheduleView.Part part(Release release, Draft draft, List<String> objections, Language reader) {
        return new ScheduleView.Part(
                draft.language().tag() + ":" + draft.revision(),
                draft.language(),
                Names.of(draft.language(), reader),
                draft.wording().headline(),
                addresses.of(release, draft.language()),
                objections);
    }
}
