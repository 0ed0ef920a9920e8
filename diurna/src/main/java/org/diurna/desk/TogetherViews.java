package org.diurna.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.DraftLine;
import org.diurna.edition.Lines;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.Stage;
import org.diurna.edition.WallTime;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;

/** Puts bundles into words: what was chosen, when it would go, what stands against each of them, all at once. */
public final class TogetherViews {
    private static final int MORE_MAX = 30;
    private static final String TIME_USUAL = "09:00";

    private final Releases releases;
    private final Together together;
    private final Bundle bundle;
    private final Entrance entrance;
    private final Rights rights;
    private final Views.PublicAddress addresses;
    private final Duration late;

    TogetherViews(
            Releases releases,
            Together together,
            Bundle bundle,
            Gates gates,
            Views.PublicAddress addresses,
            Duration late) {
        this.releases = releases;
        this.together = together;
        this.bundle = bundle;
        this.entrance = gates.entrance();
        this.rights = gates.rights();
        this.addresses = addresses;
        this.late = late;
    }

    /** What the form sends, {@code id/language:revision}; what cannot be read was not sent by it. */
    static List<Optional<SignOff.Chosen>> chosen(List<String> versions) {
        return versions.stream().distinct().map(TogetherViews::chosen).toList();
    }

    private static Optional<SignOff.Chosen> chosen(String version) {
        String[] parts = version.split("[/:]", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new SignOff.Chosen(
                            new ReleaseId(parts[0]), Language.of(parts[1]), Integer.parseInt(parts[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    TogetherView of(
            Doer by,
            List<Together.Item> items,
            boolean each,
            ScheduleViews.Asked asked,
            List<String> refused,
            Language reader) {
        Words words = Words.of("desk", reader);
        List<String> errors = new ArrayList<>(refused);
        List<TogetherView.Moment> moments = new ArrayList<>();
        List<PlacePages.Choice> instead = new ArrayList<>();
        boolean asks = !asked.equals(ScheduleViews.Asked.NOTHING) && !items.isEmpty();
        if (asks) {
            Optional<WallTime> wall =
                    each ? new ScheduleViews.Asked(asked.day(), asked.time(), "UTC", "", "").wall() : asked.wall();
            if (wall.isEmpty()) {
                errors.add(words.say("objection.schedule-unclear"));
            } else {
                Together.Time time =
                        each ? new Together.Time.EachOffice(wall.get().local()) : new Together.Time.One(wall.get());
                switch (together.plan(items, time)) {
                    case Together.Plan.Clear(var clear) ->
                        clear.forEach(moment -> moments.add(moment(moment, asked, reader)));
                    case Together.Plan.Unclear(var when, var reading) -> {
                        errors.add(unclear(when, reading, reader));
                        if (!each) {
                            instead.addAll(instead(items, asked, when, reading, reader));
                        }
                    }
                }
            }
        }
        ZoneId office = items.isEmpty()
                ? ZoneId.of("UTC")
                : items.getFirst().release().office().zone();
        String zone = asked.zone().isEmpty() ? office.getId() : asked.zone();
        return new TogetherView(
                each,
                asked.day().isEmpty()
                        ? items.stream()
                                .findFirst()
                                .map(item -> ScheduleViews.day(item.draft()))
                                .orElse("")
                        : asked.day(),
                asked.time().isEmpty() ? TIME_USUAL : asked.time(),
                zone,
                asked.shift(),
                asked.yours(),
                ScheduleViews.few(releases.offices(), WallTime.zone(zone).orElse(office), reader),
                items.stream().map(item -> part(item, List.of(), reader)).toList(),
                more(by, items, reader),
                moments,
                asks || items.isEmpty() ? List.of() : now(items, reader),
                instead,
                warnings(items, moments, reader),
                words.say("schedule.late", Map.of("minutes", Math.max(1, late.toMinutes()))),
                errors.stream().distinct().toList());
    }

    private List<TogetherView.Part> now(List<Together.Item> items, Language reader) {
        return switch (together.plan(items, new Together.Time.Now())) {
            case Together.Plan.Unclear _ -> List.of();
            case Together.Plan.Clear(var moments) ->
                moments.stream()
                        .flatMap(moment -> moment.items().stream()
                                .map(item -> part(item, together.objections(item, moment.due(), true), reader)))
                        .toList();
        };
    }

    private static List<String> warnings(
            List<Together.Item> items, List<TogetherView.Moment> moments, Language reader) {
        Words words = Words.of("desk", reader);
        List<String> warnings = new ArrayList<>();
        if (moments.size() > 1) {
            warnings.add(words.say("bundle.several-moments", Map.of("number", moments.size())));
        }
        Set<String> offices = items.stream()
                .map(item -> item.release().office().name(reader))
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
        if (!moments.isEmpty()) {
            warnings.add(words.say(
                    "bundle.sum",
                    Map.of(
                            "pages", items.size(),
                            "languages",
                                    items.stream()
                                            .map(item -> item.draft().language())
                                            .distinct()
                                            .count(),
                            "offices", offices.size())));
        }
        return warnings;
    }

    private TogetherView.Moment moment(Together.Moment moment, ScheduleViews.Asked asked, Language reader) {
        Words words = Words.of("desk", reader);
        return new TogetherView.Moment(
                words.say(
                        "schedule.lead",
                        Map.of("when", Names.planned(moment.due(), moment.when().zone(), reader))),
                times(moment, asked, reader),
                moment.items().stream()
                        .map(item -> part(item, together.objections(item, moment.due(), false), reader))
                        .toList());
    }

    private static List<ScheduleView.Named> times(Together.Moment moment, ScheduleViews.Asked asked, Language reader) {
        Words words = Words.of("desk", reader);
        Map<ZoneId, String> zones = new LinkedHashMap<>();
        moment.items()
                .forEach(item -> zones.putIfAbsent(
                        item.release().office().zone(), item.release().office().name(reader)));
        zones.putIfAbsent(moment.when().zone(), words.say("schedule.at-chosen"));
        WallTime.zone(asked.yours()).ifPresent(zone -> zones.putIfAbsent(zone, words.say("schedule.at-yours")));
        zones.putIfAbsent(ZoneId.of("UTC"), words.say("schedule.at-utc"));
        return zones.entrySet().stream()
                .map(zone -> new ScheduleView.Named(
                        zone.getValue(),
                        zone.getKey().getId().equals("UTC") ? "" : Names.place(zone.getKey(), reader),
                        Names.planned(moment.due(), zone.getKey(), reader)))
                .toList();
    }

    private TogetherView.Part part(Together.Item item, List<Objection> objections, Language reader) {
        Release release = item.release();
        Language language = item.draft().language();
        return new TogetherView.Part(
                release.id() + "/" + language + ":" + item.draft().revision(),
                Views.path(release, language),
                language,
                item.draft().wording().headline(),
                release.office().name(reader),
                addresses.of(release, language),
                Objection.each(objections, reader));
    }

    /** Other drafts that the reader may publish: first those of the same releases, then the last that were changed. */
    private List<TogetherView.Part> more(Doer by, List<Together.Item> items, Language reader) {
        List<Together.Item> more = new ArrayList<>();
        for (Release release :
                items.stream().map(Together.Item::release).distinct().toList()) {
            releases.languages(release).stream()
                    .filter(language -> releases.stage(release.id(), language) instanceof Stage.Drafted)
                    .flatMap(language -> releases.draft(release.id(), language).stream())
                    .forEach(draft -> more.add(new Together.Item(release, draft)));
        }
        for (DraftLine.At at : List.of(DraftLine.At.APPROVED, DraftLine.At.IN_REVIEW, DraftLine.At.DRAFTED)) {
            entrance.lines(by, Lines.Filter.NONE.at(at), Optional.empty(), MORE_MAX)
                    .forEach(line -> entrance.find(
                                    by, line.release().value(), line.language().tag())
                            .ifPresent(found -> more.add(new Together.Item(found.release(), found.draft()))));
        }
        return more.stream()
                .distinct()
                .filter(item -> !items.contains(item))
                .filter(item ->
                        rights.ask(by, Act.PUBLISH, item.release(), item.draft().language()) != Permissions.Answer.NO)
                .limit(MORE_MAX)
                .map(item -> part(item, List.of(), reader))
                .toList();
    }

    private static String unclear(WallTime when, WallTime.Reading reading, Language reader) {
        Words words = Words.of("desk", reader);
        String place = Names.place(when.zone(), reader);
        String time = Names.time(when.local().toLocalTime(), reader);
        return switch (reading) {
            case WallTime.Reading.Gap(var before, var after) ->
                words.say(
                        "schedule.gap",
                        Map.of(
                                "zone",
                                place,
                                "time",
                                time,
                                "before",
                                Names.time(before.toLocalTime(), reader),
                                "after",
                                Names.time(after.toLocalTime(), reader)));
            case WallTime.Reading.Doubled _ -> words.say("schedule.doubled", Map.of("zone", place, "time", time));
            case WallTime.Reading.At _ -> throw new IllegalStateException("The time " + when + " is clear.");
        };
    }

    private static List<PlacePages.Choice> instead(
            List<Together.Item> items,
            ScheduleViews.Asked asked,
            WallTime when,
            WallTime.Reading reading,
            Language reader) {
        Words words = Words.of("desk", reader);
        return switch (reading) {
            case WallTime.Reading.Gap(var before, var after) ->
                List.of(before, after).stream()
                        .map(local -> new PlacePages.Choice(
                                address(items, asked, local, ""),
                                words.say("schedule.take", Map.of("time", Names.time(local.toLocalTime(), reader))),
                                false))
                        .toList();
            case WallTime.Reading.Doubled(var earlier, var later) ->
                Map.of("earlier", earlier, "later", later).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(which -> new PlacePages.Choice(
                                address(items, asked, when.local(), which.getKey()),
                                words.say(
                                        "schedule." + which.getKey(),
                                        Map.of("utc", Names.planned(which.getValue(), ZoneOffset.UTC, reader))),
                                false))
                        .toList();
            case WallTime.Reading.At _ -> List.of();
        };
    }

    private static String address(
            List<Together.Item> items, ScheduleViews.Asked asked, LocalDateTime local, String which) {
        StringBuilder address = new StringBuilder("/bundles/new").append(asked.query(local, which));
        items.forEach(item -> address.append("&version=")
                .append(URLEncoder.encode(
                        item.release().id() + "/" + item.draft().language(), StandardCharsets.UTF_8)));
        return address.toString();
    }

    /** The sign-offs of a bundle, when the reader may see all that is in it. */
    Optional<List<Schedule>> bound(Doer by, String name) {
        List<Schedule> bound = releases.schedules().bound(name);
        boolean seen = bound.stream()
                .flatMap(schedule -> schedule.versions().stream())
                .allMatch(
                        version -> entrance.find(by, version.release().value()).isPresent());
        return bound.isEmpty() || !seen ? Optional.empty() : Optional.of(bound);
    }

    /**
     * A bundle in words.
     *
     * @param open whether anything of it still waits
     * @param each whether it goes at the time of each office
     */
    public record Bound(
            String path,
            boolean open,
            boolean each,
            String day,
            String time,
            List<PlacePages.Choice> zones,
            List<Line> lines,
            List<String> errors) {
        public Bound {
            zones = List.copyOf(zones);
            lines = List.copyOf(lines);
            errors = List.copyOf(errors);
        }
    }

    /** A version of it. */
    public record Line(
            String path,
            Language language,
            String headline,
            String office,
            String when,
            String utc,
            String state,
            String stateName) {}

    Bound bundle(String name, List<Schedule> bound, List<String> errors, Language reader) {
        List<Schedule> open = bundle.open(name);
        Schedule first = open.isEmpty() ? bound.getFirst() : open.getFirst();
        LocalDate day = first.when().local().toLocalDate();
        LocalTime time = first.when().local().toLocalTime();
        return new Bound(
                "/bundles/" + name,
                !open.isEmpty(),
                bound.size() > 1,
                day.toString(),
                time.toString(),
                ScheduleViews.few(releases.offices(), first.when().zone(), reader),
                bound.stream()
                        .flatMap(schedule ->
                                schedule.versions().stream().map(version -> line(schedule, version, reader)))
                        .toList(),
                errors);
    }

    private Line line(Schedule schedule, Schedule.Version version, Language reader) {
        Release release = releases.find(version.release()).orElseThrow();
        DraftLine line = releases.lines().of(List.of(release.id())).getOrDefault(release.id(), List.of()).stream()
                .filter(each -> each.language().equals(version.language()))
                .findFirst()
                .orElseThrow();
        return new Line(
                Views.path(release, version.language()),
                version.language(),
                line.headline(),
                release.office().name(reader),
                Names.planned(schedule.due(), release.office().zone(), reader),
                Names.shortly(schedule.due(), ZoneOffset.UTC, reader) + " UTC",
                line.at().word(),
                LineViews.name(line.at(), reader));
    }
}
