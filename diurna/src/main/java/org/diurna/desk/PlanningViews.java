package org.diurna.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.diurna.edition.PlannedDay;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Silences;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.People;
import org.diurna.staff.Permissions;

/** Puts days, silences and exceptions into words for a reader. */
final class PlanningViews {
    private final Releases releases;
    private final People people;
    private final Gates gates;
    private final Clock clock;

    PlanningViews(Releases releases, People people, Gates gates, Clock clock) {
        this.releases = releases;
        this.people = people;
        this.gates = gates;
        this.clock = clock;
    }

    PlanningView of(Doer by, PlanningView.Typed typed, List<String> errors, Language reader) {
        Set<String> seen = Planning.offices(by, releases);
        return new PlanningView(
                releases.days().all().stream()
                        .filter(day -> day.office().isEmpty() || seen.contains(day.office()))
                        .map(day -> day(by, day, reader))
                        .toList(),
                releases.silences().open(clock.instant()).stream()
                        .filter(silence -> silence.office().isEmpty() || seen.contains(silence.office()))
                        .map(silence -> silent(by, silence, reader))
                        .toList(),
                exceptions(by, reader),
                offices(office -> Planning.keepsDays(by, office), typed.of(PlanningView.DAY, "for"), reader),
                offices(office -> Planning.silences(by, office), typed.of(PlanningView.SILENCE, "for"), reader),
                List.of(PlannedDay.Kind.values()).stream()
                        .map(kind -> new PlacePages.Choice(
                                kind.word(),
                                Words.of("desk", reader).say("planning.kind." + kind.word()),
                                kind.word().equals(typed.of(PlanningView.DAY, "sort"))))
                        .toList(),
                Permissions.mayAnywhere(by, Act.PUBLISH),
                typed,
                errors);
    }

    private PlanningView.Silent silent(Doer by, Silences.Silence silence, Language reader) {
        return new PlanningView.Silent(
                silence.id(),
                officeName(silence.office(), reader),
                Names.planned(silence.starts(), silence.zone(), reader),
                Names.planned(silence.ends(), silence.zone(), reader),
                silence.reason(),
                Planning.silences(by, silence.office()));
    }

    private List<PlacePages.Choice> offices(Predicate<String> may, String chosen, Language reader) {
        List<PlacePages.Choice> choices = new ArrayList<>();
        if (may.test("")) {
            choices.add(new PlacePages.Choice("all", officeName("", reader), chosen.equals("all")));
        }
        releases.offices().all().stream()
                .filter(office -> may.test(office.code()))
                .forEach(office -> choices.add(new PlacePages.Choice(
                        office.code(), office.name(reader), office.code().equals(chosen))));
        return choices;
    }

    private String officeName(String code, Language reader) {
        return code.isEmpty()
                ? Words.of("desk", reader).say("planning.all-offices")
                : releases.offices().all().stream()
                        .filter(office -> office.code().equals(code))
                        .findFirst()
                        .map(office -> office.name(reader))
                        .orElse(code);
    }

    private PlanningView.Day day(Doer by, PlannedDay day, Language reader) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<PlannedDay.Coming> next =
                day.between(today, today.plusYears(2)).stream().findFirst();
        return new PlanningView.Day(
                day.id(),
                day.name(),
                Words.of("desk", reader).say("planning.kind." + day.kind().word()),
                next.map(coming -> Names.day(coming.date(), reader)).orElse(""),
                next.map(coming -> anniversary(coming, reader)).orElse(""),
                officeName(day.office(), reader),
                Planning.keepsDays(by, day.office()));
    }

    /** {@code 35th anniversary}; empty where no years are counted. */
    static String anniversary(PlannedDay.Coming coming, Language reader) {
        return coming.years().isPresent()
                ? Words.of("desk", reader)
                        .say(
                                "planning.anniversary",
                                Map.of("years", coming.years().getAsInt()))
                : "";
    }

    private List<PlanningView.Exempted> exceptions(Doer by, Language reader) {
        List<PlanningView.Exempted> exceptions = new ArrayList<>();
        for (Silences.Exempt exempt : releases.silences().exceptions(clock.instant())) {
            Optional<Release> release =
                    gates.entrance().find(by, exempt.release().value());
            release.ifPresent(found -> {
                Language language = releases.languages(found).getFirst();
                exceptions.add(new PlanningView.Exempted(
                        exempt.silence(),
                        exempt.release().value(),
                        Views.path(found, language),
                        releases.draft(found.id(), language)
                                .map(draft -> draft.wording().headline())
                                .orElse(found.id().value()),
                        Words.of("desk", reader)
                                .say(
                                        exempt.agreer().isPresent() ? "planning.agreed" : "planning.asked",
                                        Map.of(
                                                "person", people.name(exempt.asker()),
                                                "second",
                                                        exempt.agreer()
                                                                .map(people::name)
                                                                .orElse(""),
                                                "reason", exempt.reason())),
                        exempt.agreer().isPresent(),
                        exempt.agreer().isEmpty()
                                && !exempt.asker().equals(by.id())
                                && gates.rights()
                                                .ask(
                                                        by,
                                                        Act.PUBLISH,
                                                        found,
                                                        found.office().defaultLanguage())
                                        != Permissions.Answer.NO));
            });
        }
        return exceptions;
    }
}
