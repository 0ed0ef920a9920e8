package org.diurna.desk;

import static org.diurna.desk.api.Shape.Field.maybe;
import static org.diurna.desk.api.Shape.Field.needed;
import static org.diurna.desk.api.Shape.LANGUAGE;
import static org.diurna.desk.api.Shape.RELEASE;
import static org.diurna.desk.api.Shape.rows;
import static org.diurna.desk.api.Shape.text;
import static org.diurna.desk.api.Shape.thing;
import static org.diurna.desk.api.Shape.word;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.desk.api.Answer;
import org.diurna.desk.api.Asked;
import org.diurna.desk.api.Call;
import org.diurna.desk.api.Calls;
import org.diurna.desk.api.Fault;
import org.diurna.desk.api.Shape;
import org.diurna.desk.api.Trouble;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.WallTime;
import org.diurna.house.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls of the API that sign off for a time to come, move that time, and take it back. */
final class ScheduleCalls {
    private static final String GROUP = "schedules";
    private static final Shape LOCAL = text(16, "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}");
    private static final Shape.Field[] WHEN = {
        needed("local", LOCAL, "what the clock on the wall shows then: 2026-12-01T09:00"),
        needed("zone", text(80), "of that clock, a region: Europe/Belgrade"),
        maybe("shift", word("only", "earlier", "later"), "which of two, where the clock shows that time twice")
    };

    private final Releases releases;
    private final Entrance entrance;
    private final SchedulePages.Decide decide;

    ScheduleCalls(Releases releases, Entrance entrance, SchedulePages.Decide decide) {
        this.releases = releases;
        this.entrance = entrance;
        this.decide = decide;
    }

    List<Call> all() {
        return List.of(
                Call.get("/schedules", "listSchedules", GROUP, "Lists what waits for its time, or for a person.")
                        .asking(
                                Told.LIMIT,
                                Told.AFTER,
                                maybe("from", Shape.INSTANT, "due then or later; what is held is always there"))
                        .answering(
                                200,
                                Told.pageOf("ScheduleList", "schedules", Told.SCHEDULE),
                                "the schedules: those that are held first, then the others, each by their time")
                        .doing(this::list),
                Call.post("/schedules", "signOff", GROUP, "Signs language versions off for a time to come.")
                        .sending(thing(
                                "SignOff",
                                "What goes, and when.",
                                needed("release", RELEASE, "whose versions go"),
                                needed(
                                        "versions",
                                        rows(
                                                thing(
                                                        "SeenVersion",
                                                        "A draft that was looked at.",
                                                        needed("lang", LANGUAGE, "its language"),
                                                        needed(
                                                                "revision",
                                                                new Shape.Whole(1, Integer.MAX_VALUE),
                                                                "that was looked at")),
                                                100),
                                        "what goes, all together"),
                                WHEN[0],
                                WHEN[1],
                                WHEN[2],
                                maybe("numbering", word("as-it-is", "next"), "whether it gets the next free number")))
                        .answering(201, Told.SCHEDULE, "it waits for its time")
                        .doing(this::sign),
                Call.get("/schedules/{schedule}", "readSchedule", GROUP, "Reads a sign-off that waits.")
                        .answering(200, Told.SCHEDULE, "the schedule")
                        .doing(asked -> waiting(asked)
                                .map(schedule -> Answer.ok(json(schedule)))
                                .orElseGet(() -> asked.problem(Trouble.NOT_FOUND))),
                Call.post("/schedules/{schedule}/move", "move", GROUP, "Moves a sign-off to another time.")
                        .sending(thing("Move", "When it goes instead.", WHEN))
                        .answering(200, Told.SCHEDULE, "it waits for its new time")
                        .doing(this::move),
                Call.post("/schedules/{schedule}/now", "publishNow", GROUP, "Has what is signed off published at once.")
                        .answering(200, Told.SCHEDULE, "its time has come")
                        .doing(this::now),
                Call.delete(
                                "/schedules/{schedule}",
                                "cancel",
                                GROUP,
                                "Takes a sign-off back: its versions are drafts again.")
                        .answering(200, Told.SCHEDULE, "nothing waits any more")
                        .doing(this::cancel));
    }

    /** What waits and the program may see. */
    private Optional<Schedule> waiting(Asked asked) {
        return releases.schedules().find(asked.part("schedule")).filter(schedule -> sees(schedule, asked));
    }

    private boolean sees(Schedule schedule, Asked asked) {
        return schedule.versions().stream()
                .allMatch(version ->
                        entrance.find(asked.by(), version.release().value()).isPresent());
    }

    private Answer list(Asked asked) {
        Instant from;
        try {
            from = asked.word("from").map(Instant::parse).orElse(Instant.EPOCH);
        } catch (DateTimeException e) {
            return asked.wrongQuery("from", "instant");
        }
        Optional<Place> after = asked.word("cursor").flatMap(Place::read);
        if (asked.word("cursor").isPresent() && after.isEmpty()) {
            return asked.wrongQuery("cursor", "cursor");
        }
        int most = asked.number("limit", Told.PAGE);
        List<Told.Row> rows = listed(asked, from, after, most + 1).stream()
                .map(schedule -> new Told.Row(json(schedule), Place.of(schedule).cursor()))
                .toList();
        return Told.page("schedules", rows, most);
    }

    /** Where a schedule stands in the list. */
    private record Place(boolean held, long due, String id) {
        static Place of(Schedule schedule) {
            return new Place(schedule.held().isPresent(), schedule.due().toEpochMilli(), schedule.id());
        }

        static Optional<Place> read(String cursor) {
            String[] parts = cursor.split("~", -1);
            return parts.length == 3 && parts[0].matches("held|waits") && parts[1].matches("[0-9]{1,18}")
                    ? Optional.of(new Place(parts[0].equals("held"), Long.parseLong(parts[1]), parts[2]))
                    : Optional.empty();
        }

        String cursor() {
            return (held ? "held~" : "waits~") + due + "~" + id;
        }

        boolean before(Schedule other) {
            long then = other.due().toEpochMilli();
            return due < then || (due == then && id.compareTo(other.id()) < 0);
        }
    }

    /** What the program may see; what it may not is looked over as if it were not there. */
    private List<Schedule> listed(Asked asked, Instant from, Optional<Place> after, int most) {
        List<Schedule> seen = new ArrayList<>();
        if (after.map(Place::held).orElse(true)) {
            releases.schedules().held().stream()
                    .filter(schedule ->
                            after.map(place -> place.before(schedule)).orElse(true))
                    .filter(schedule -> sees(schedule, asked))
                    .limit(most)
                    .forEach(seen::add);
        }
        Optional<Place> last = after.filter(place -> !place.held() && place.due() >= from.toEpochMilli());
        boolean more = true;
        while (more && seen.size() < most) {
            List<Schedule> page = releases.schedules()
                    .waiting(
                            last.map(place -> Instant.ofEpochMilli(place.due())).orElse(from),
                            last.map(Place::id).orElse(""),
                            most);
            page.stream()
                    .filter(schedule -> sees(schedule, asked))
                    .limit(most - seen.size())
                    .forEach(seen::add);
            more = page.size() == most;
            last = more ? Optional.of(Place.of(page.getLast())) : last;
        }
        return seen;
    }

    private Answer sign(Asked asked) {
        Optional<Release> release = entrance.find(asked.by(), asked.text("release"));
        if (release.isEmpty()) {
            return asked.problem(Trouble.NOT_FOUND);
        }
        List<SignOff.Seen> seen = new ArrayList<>();
        for (JsonNode version : asked.body().path("versions")) {
            Optional<Language> language = Told.language(version.path("lang").asString(""));
            if (language.isEmpty()) {
                return asked.wrong("versions", "tag");
            }
            seen.add(new SignOff.Seen(language.get(), version.path("revision").asInt()));
        }
        if (seen.isEmpty()) {
            return asked.wrong("versions", "missing");
        }
        Publish.Numbering numbering =
                asked.text("numbering").equals("next") ? Publish.Numbering.NEXT : Publish.Numbering.AS_IT_IS;
        Optional<WallTime> when = when(asked);
        if (when.isEmpty()) {
            return asked.wrong("local", "wall");
        }
        return switch (decide.signOff()
                .run(asked.by(), release.get().id(), seen.stream().distinct().toList(), when.get(), numbering)) {
            case SignOff.Outcome.SignedOff(var schedule) ->
                Answer.created(Calls.ROOT + "/schedules/" + schedule.id(), json(schedule));
            case SignOff.Outcome.NoSuchTime(var before, var after) -> noSuchTime(before, after, asked);
            case SignOff.Outcome.TwoSuchTimes _ -> asked.wrong("shift", "twice");
            case Refusal refusal -> Told.refused(refusal, asked);
        };
    }

    private Answer noSuchTime(LocalDateTime before, LocalDateTime after, Asked asked) {
        Fault fault = new Fault(
                "body",
                "local",
                "",
                "gap",
                org.diurna.house.Words.of("api", asked.reader())
                        .say("fault.gap", java.util.Map.of("before", before.toString(), "after", after.toString())));
        return Answer.problem(Trouble.WRONG_FIELDS, asked.reader(), List.of(fault), "");
    }

    /** Empty where it cannot be read as a time of any clock. */
    private static Optional<WallTime> when(Asked asked) {
        try {
            LocalDateTime local = LocalDateTime.parse(asked.text("local"));
            WallTime.Shift shift = asked.maybe("shift").map(WallTime.Shift::of).orElse(WallTime.Shift.ONLY);
            return WallTime.zone(asked.text("zone")).map(zone -> new WallTime(local, zone, shift));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Answer move(Asked asked) {
        Optional<WallTime> when = when(asked);
        if (waiting(asked).isEmpty()) {
            return asked.problem(Trouble.NOT_FOUND);
        }
        return when.map(wall -> moved(decide.move().run(asked.by(), asked.part("schedule"), wall), asked))
                .orElseGet(() -> asked.wrong("local", "wall"));
    }

    private Answer now(Asked asked) {
        return waiting(asked)
                .map(schedule -> {
                    ZoneId zone = schedule.when().zone();
                    return moved(decide.move().now(asked.by(), schedule.id(), zone), asked);
                })
                .orElseGet(() -> asked.problem(Trouble.NOT_FOUND));
    }

    private Answer moved(Move.Outcome outcome, Asked asked) {
        return switch (outcome) {
            case Move.Outcome.Moved(var schedule) -> Answer.ok(json(schedule));
            case Move.Outcome.NoSuchTime(var before, var after) -> noSuchTime(before, after, asked);
            case Move.Outcome.TwoSuchTimes _ -> asked.wrong("shift", "twice");
            case Refusal refusal -> Told.refused(refusal, asked);
        };
    }

    private Answer cancel(Asked asked) {
        if (waiting(asked).isEmpty()) {
            return asked.problem(Trouble.NOT_FOUND);
        }
        return switch (decide.cancel().run(asked.by(), asked.part("schedule"))) {
            case Cancel.Outcome.Cancelled(var schedule) -> Answer.ok(json(schedule));
            case Refusal refusal -> Told.refused(refusal, asked);
        };
    }

    private static ObjectNode json(Schedule schedule) {
        ObjectNode node = Told.node()
                .put("schedule", schedule.id())
                .put("local", schedule.when().local().toString())
                .put("zone", schedule.when().zone().getId())
                .put("shift", schedule.when().shift().word())
                .put("due", schedule.due().toString());
        schedule.was().ifPresent(was -> node.put("was", was.toString()));
        node.put("signed", schedule.signed().toString()).put("signer", schedule.signer());
        schedule.held().ifPresent(held -> node.put("held", held.reason().word()));
        ArrayNode versions = node.putArray("versions");
        schedule.versions()
                .forEach(version -> versions.addObject()
                        .put("release", version.release().value())
                        .put("lang", version.language().tag())
                        .put("revision", version.revision())
                        .put("digest", version.digest()));
        return node;
    }
}
