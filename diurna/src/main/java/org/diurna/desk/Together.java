package org.diurna.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.Schedules;
import org.diurna.edition.WallTime;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;

/**
 * The decision that several releases go together: at one moment everywhere, at the same time on the wall of each office,
 * or now. All of them are signed off, or none. What goes at one moment goes in one transaction and one press run.
 */
public final class Together {
    /** More versions than this are no bundle but a mistake. */
    static final int VERSIONS_MAX = 100;

    private final Releases releases;
    private final Rights rights;
    private final SignOff signOff;
    private final Publish publish;
    private final Platemaker platemaker;
    private final Clock clock;

    Together(Releases releases, Rights rights, SignOff signOff, Publish publish, Platemaker platemaker, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.signOff = signOff;
        this.publish = publish;
        this.platemaker = platemaker;
        this.clock = clock;
    }

    /** When they go. */
    sealed interface Time {
        /** At one moment. */
        record One(WallTime when) implements Time {}

        /** When the clock on the wall of each office shows it. */
        record EachOffice(LocalDateTime local) implements Time {}

        /** As soon as the press has run. */
        record Now() implements Time {}
    }

    /** What became of it. */
    sealed interface Outcome permits Outcome.Bound, Refusal {
        /** They wait for their time under that name. */
        record Bound(String bundle) implements Outcome {}
    }

    /** A draft that was chosen, and its release. */
    record Item(Release release, Draft draft) {}

    /** What goes at one time, and when that is. */
    record Moment(WallTime when, Instant due, List<Item> items) {}

    /** What a time means for what was chosen. */
    sealed interface Plan {
        record Clear(List<Moment> moments) implements Plan {}

        /** It does not say when: on a wall that day shows the time never, or twice. */
        record Unclear(WallTime when, WallTime.Reading reading) implements Plan {}
    }

    /** Reads a time: one moment, or one for each zone of the offices. */
    Plan plan(List<Item> items, Time time) {
        Map<WallTime, List<Item>> groups = new LinkedHashMap<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ZoneId first = items.getFirst().release().office().zone();
        for (Item item : items) {
            WallTime when = switch (time) {
                case Time.One(var one) -> one;
                case Time.EachOffice(var local) ->
                    new WallTime(local, item.release().office().zone(), WallTime.Shift.ONLY);
                case Time.Now _ -> WallTime.of(now, first);
            };
            groups.computeIfAbsent(when, _ -> new ArrayList<>()).add(item);
        }
        List<Moment> moments = new ArrayList<>();
        for (Map.Entry<WallTime, List<Item>> group : groups.entrySet()) {
            WallTime when = group.getKey();
            switch (when.read()) {
                case WallTime.Reading.At(var due) ->
                    moments.add(new Moment(when, time instanceof Time.Now ? now : due, group.getValue()));
                case WallTime.Reading.Gap gap -> {
                    return new Plan.Unclear(when, gap);
                }
                case WallTime.Reading.Doubled doubled -> {
                    return new Plan.Unclear(when, doubled);
                }
            }
        }
        return new Plan.Clear(moments);
    }

    /** All that stands against one of them at that moment. */
    List<Objection> objections(Item item, Instant due, boolean now) {
        return signOff.objections(item.release(), item.draft(), due).stream()
                // the present moment has always passed
                .filter(objection -> !now || !objection.field().equals("time"))
                .toList();
    }

    /** Signs all of it off. */
    Outcome run(Doer by, List<SignOff.Chosen> chosen, Time time, Publish.Numbering numbering) {
        List<Item> items = new ArrayList<>();
        for (SignOff.Chosen one : chosen) {
            Optional<Item> item = releases.find(one.release())
                    .filter(release -> rights.sees(by, release))
                    .flatMap(release ->
                            releases.draft(one.release(), one.language()).map(draft -> new Item(release, draft)));
            if (item.isEmpty()) {
                return new Refusal.NotFound();
            }
            Permissions.Answer answer = rights.ask(by, Act.PUBLISH, item.get().release(), one.language());
            if (answer != Permissions.Answer.YES) {
                return answer == Permissions.Answer.NO ? new Refusal.NotAllowed(Act.PUBLISH) : new Refusal.ProveFirst();
            }
            items.add(item.get());
        }
        if (items.isEmpty() || items.size() > VERSIONS_MAX) {
            return new Refusal.NotReady(
                    List.of(Objection.to("version", items.isEmpty() ? "bundle-nothing" : "bundle-many")));
        }
        if (chosen.stream().map(Together::version).distinct().count() < chosen.size()) {
            return new Refusal.NotReady(List.of(Objection.to("version", "version-twice")));
        }
        return switch (plan(items, time)) {
            case Plan.Unclear _ -> new Refusal.NotReady(List.of(Objection.to("time", "bundle-unclear")));
            case Plan.Clear(var moments) -> ready(by, moments, chosen, time instanceof Time.Now, numbering);
        };
    }

    private static String version(SignOff.Chosen one) {
        return one.release() + "/" + one.language();
    }

    private Outcome ready(
            Doer by, List<Moment> moments, List<SignOff.Chosen> chosen, boolean now, Publish.Numbering numbering) {
        List<Objection> objections = moments.stream()
                .flatMap(moment ->
                        moment.items().stream().flatMap(item -> objections(item, moment.due(), now).stream()))
                .distinct()
                .toList();
        if (!objections.isEmpty()) {
            return new Refusal.NotReady(objections);
        }
        List<Schedules.Group> groups = new ArrayList<>();
        for (Moment moment : moments) {
            List<Schedules.Part> parts = new ArrayList<>();
            for (Item item : moment.items()) {
                Draft draft = item.draft();
                if (!chosen.contains(new SignOff.Chosen(draft.release(), draft.language(), draft.revision()))) {
                    return new Refusal.Overtaken(draft);
                }
                switch (platemaker.make(item.release().office(), draft)) {
                    case Platemaker.Outcome.Refused(var damaged) -> {
                        return new Refusal.NotReady(damaged);
                    }
                    case Platemaker.Outcome.Made(var plates) ->
                        parts.add(new Schedules.Part(draft.release(), draft.language(), draft.revision(), plates));
                }
            }
            groups.add(new Schedules.Group(moment.when(), moment.due(), parts));
        }
        return decided(by, moments, groups, numbering);
    }

    private Outcome decided(Doer by, List<Moment> moments, List<Schedules.Group> groups, Publish.Numbering numbering) {
        return rights.together(() -> {
            Optional<List<Schedule>> signed = releases.schedules().sign(groups, by.id(), clock.instant());
            if (signed.isEmpty()) {
                return new Refusal.NotReady(List.of(Objection.to("version", "bundle-overtaken")));
            }
            for (Moment moment : moments) {
                moment.items().stream()
                        .map(Item::release)
                        .distinct()
                        .forEach(release -> publish.number(release, numbering, moment.due()));
            }
            String bundle = releases.schedules().bind(signed.get());
            for (Schedule schedule : signed.get()) {
                schedule.versions()
                        .forEach(version -> rights.scheduled(
                                by,
                                "schedule",
                                releases.find(version.release()).orElseThrow(),
                                version,
                                SignOff.detail(schedule) + ", bundle " + bundle));
            }
            return new Outcome.Bound(bundle);
        });
    }
}
