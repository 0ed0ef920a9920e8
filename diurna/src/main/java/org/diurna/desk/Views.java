package org.diurna.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.edition.Draft;
import org.diurna.edition.Emergencies;
import org.diurna.edition.Happening;
import org.diurna.edition.Happenings;
import org.diurna.edition.Kind;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.edition.Reviews;
import org.diurna.edition.Schedule;
import org.diurna.edition.Schedules;
import org.diurna.edition.Stage;
import org.diurna.edition.Standing;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.Act;
import org.diurna.staff.People;

/** Puts what the rooms know into words for a reader of the desk. */
public final class Views {
    private final Releases releases;
    private final Happenings happenings;
    private final ReleaseTypes types;
    private final Publish publish;
    private final PublicAddress addresses;
    private final LineViews lines;
    private final Answers answers;
    private final People people;
    private final Clock clock;

    Views(
            Releases releases,
            Happenings happenings,
            ReleaseTypes types,
            Publish publish,
            PublicAddress addresses,
            LineViews lines,
            Answers answers,
            People people,
            Clock clock) {
        this.releases = releases;
        this.happenings = happenings;
        this.types = types;
        this.publish = publish;
        this.addresses = addresses;
        this.lines = lines;
        this.answers = answers;
        this.people = people;
        this.clock = clock;
    }

    /** Where a language version stands in public. */
    public interface PublicAddress {
        /** The permanent address, whether or not anything is there yet. */
        String of(Release release, Language language);
    }

    /**
     * Who opens a draft.
     *
     * @param name  as others in the same draft see it
     * @param token against forged requests, for what the room saves
     */
    record Reader(Language language, String name, String token) {}

    /** A draft in its room, for a reader who is allowed these acts. */
    DraftView draft(Release release, Draft draft, List<String> errors, Set<Act> allowed, Reader by) {
        Language reader = by.language();
        Stage stage = releases.stage(release.id(), draft.language());
        boolean changed = stage instanceof Stage.Public now && now.revision() < draft.revision();
        String address = addresses.of(release, draft.language());
        String languageName = Names.of(draft.language(), reader);
        List<ReleaseLine.Version> versions = lines.versions(release.id(), reader);
        Words words = Words.of("desk", reader);
        return new DraftView(
                draft.language(),
                languageName,
                draft.wording().headline(),
                release.office().name(reader),
                types.of(release.type()).label(reader),
                release.number().map(ReleaseNumber::printed).orElse(""),
                path(release, draft.language()),
                stage instanceof Stage.Drafted || stage instanceof Stage.Scheduled ? "" : address,
                draft.revision(),
                mark(stage, releases.reviews().of(release.id(), draft.language())),
                name(stage, releases.reviews().of(release.id(), draft.language()), draft.revision(), reader),
                decision(stage, allowed),
                changed,
                words.say("desk.publish", Map.of("language", languageName)),
                words.say("desk.publish-what", Map.of("address", address)),
                Objection.all(publish.objections(release, draft), reader),
                Publish.silence(releases, release, draft.language(), clock.instant()).stream()
                        .map(objection -> objection.in(reader))
                        .findFirst()
                        .orElse(""),
                "/planning?release=" + release.id(),
                errors,
                draft.reports(),
                history(release, draft.language(), reader),
                answers.room(
                        release,
                        draft,
                        new Answers.Room(
                                reader,
                                by.name(),
                                path(release, draft.language()),
                                by.token(),
                                stage instanceof Stage.Scheduled ? words.say("objection.scheduled") : "")),
                versions,
                missing(release, versions, reader),
                java.util.Arrays.stream(Standing.values())
                        .map(standing -> new PlacePages.Choice(
                                standing.word(),
                                words.say("standing." + standing.word()),
                                standing == Standing.OFFICIAL))
                        .toList(),
                releases.writing().models().name(release.id(), draft.language()).orElse(""),
                release.number().isPresent() ? "" : publish.nextNumber(release.office()),
                review(release, draft, stage, allowed, reader),
                waiting(release, stage, reader),
                past(release, draft.language(), reader),
                ScheduleViews.few(releases.offices(), release.office().zone(), reader),
                ScheduleViews.day(draft),
                press(release, draft.language(), reader),
                before(release, draft.language(), languageName, versions, words));
    }

    /** How far the last thing that happened in a language has come. */
    Optional<PressLine> press(Release release, Language language, Language reader) {
        List<Happenings.Course> courses = happenings.courses(release.id()).stream()
                .filter(course -> course.happening().language().equals(language))
                .toList();
        return PressLine.of(courses, path(release, language) + "/press", clock.instant(), Words.of("desk", reader));
    }

    /** What is printed anew with a decision, and what of it cannot be taken back. */
    private static DraftView.Before before(
            Release release, Language language, String name, List<ReleaseLine.Version> versions, Words words) {
        String others = versions.stream()
                .filter(version -> !version.language().equals(language)
                        && (version.state().equals("public") || version.state().equals("withdrawn")))
                .map(ReleaseLine.Version::name)
                .collect(Collectors.joining(", "));
        Map<String, Object> about =
                Map.of("language", name, "office", release.office().name(words.language()));
        String printed = others.isEmpty()
                ? words.say("before.alone", about)
                : words.say("before.others", Map.of("language", name, "others", others));
        return new DraftView.Before(
                List.of(printed, words.say("before.lists", about), words.say("before.for-ever")),
                List.of(words.say("before.correct", about), printed, words.say("before.for-ever")),
                List.of(words.say("before.withdraw", about), words.say("before.withdraw-for-ever")));
    }

    private DraftView.Review review(Release release, Draft draft, Stage stage, Set<Act> allowed, Language reader) {
        Words words = Words.of("desk", reader);
        Optional<Emergencies.Emergency> emergency = releases.emergencies().of(release.id(), draft.language());
        List<String> lines = new ArrayList<>();
        emergency.ifPresent(each -> lines.add(words.say(
                "review.emergency",
                Map.of(
                        "person", people.name(each.doer()),
                        "when", Names.when(each.at(), release.office().zone(), reader),
                        "reason", each.reason()))));
        if (!(stage instanceof Stage.Drafted)) {
            return new DraftView.Review(
                    lines, false, false, false, false, emergency.isPresent() && allowed.contains(Act.REVIEW));
        }
        boolean missing = publish.reviewMissing(release, draft);
        Reviews.State state = releases.reviews().of(release.id(), draft.language());
        said(state, release, reader).ifPresent(lines::add);
        if (missing) {
            lines.add(words.say("objection.review-missing"));
        }
        boolean asked = state instanceof Reviews.State.Asked;
        boolean writes = allowed.contains(draft.standing().first() == Kind.RELEASE ? Act.WRITE : Act.TRANSLATE);
        return new DraftView.Review(
                lines,
                missing,
                writes && !asked && !(state instanceof Reviews.State.Approved),
                asked && allowed.contains(Act.REVIEW),
                missing && allowed.contains(Act.PUBLISH),
                false);
    }

    private Optional<String> said(Reviews.State state, Release release, Language reader) {
        Words words = Words.of("desk", reader);
        record Said(String key, String person, Instant at, String text) {}
        Optional<Said> said = switch (state) {
            case Reviews.State.Open _ -> Optional.empty();
            case Reviews.State.Asked asked ->
                Optional.of(new Said("review.asked", asked.asker(), asked.at(), asked.words()));
            case Reviews.State.Approved approved ->
                Optional.of(new Said("review.approved", approved.approver(), approved.at(), ""));
            case Reviews.State.Returned back ->
                Optional.of(new Said("review.returned", back.reviewer(), back.at(), back.words()));
        };
        return said.map(each -> words.say(
                        each.key(),
                        Map.of(
                                "person", people.name(each.person()),
                                "when", Names.when(each.at(), release.office().zone(), reader)))
                + (each.text().isEmpty() ? "" : " \u201c" + each.text() + "\u201d"));
    }

    private Optional<DraftView.Waiting> waiting(Release release, Stage stage, Language reader) {
        if (!(stage instanceof Stage.Scheduled(var schedule))) {
            return Optional.empty();
        }
        Words words = Words.of("desk", reader);
        Map<String, Object> when =
                Map.of("when", Names.planned(schedule.due(), schedule.when().zone(), reader));
        List<String> said = new ArrayList<>();
        said.add(schedule.held()
                .map(held -> words.say("schedule.held." + held.reason().word(), when))
                .orElseGet(() -> words.say("schedule.waits", when)));
        schedule.was()
                .ifPresent(was -> said.add(words.say(
                        "schedule.rules",
                        Map.of("was", Names.planned(was, schedule.when().zone(), reader)))));
        said.add(words.say(
                "schedule.signed",
                Map.of(
                        "person", people.name(schedule.signer()),
                        "when", Names.when(schedule.signed(), release.office().zone(), reader))));
        boolean goes = schedule.held()
                .filter(held -> held.reason() == Schedule.Reason.CHANGED || held.reason() == Schedule.Reason.PICTURE)
                .isEmpty();
        String bundle = releases.schedules()
                .bundle(schedule.id())
                .map(name -> "/bundles/" + name)
                .orElse("");
        return Optional.of(new DraftView.Waiting(schedule.held().isPresent(), said, goes, bundle));
    }

    private String past(Release release, Language language, Language reader) {
        Words words = Words.of("desk", reader);
        return releases.schedules()
                .past(release.id(), language)
                .map(past -> words.say(
                        "schedule.past",
                        Map.of(
                                "when", Names.planned(past.due(), past.when().zone(), reader),
                                "late", late(past, words))))
                .orElse("");
    }

    private static String late(Schedules.Past past, Words words) {
        return PressLine.seconds(Duration.between(past.due(), past.stood()), words);
    }

    private static List<PlacePages.Choice> missing(
            Release release, List<ReleaseLine.Version> versions, Language reader) {
        List<Language> present =
                versions.stream().map(ReleaseLine.Version::language).toList();
        return release.office().languages().stream()
                .filter(language -> !present.contains(language))
                .map(language -> new PlacePages.Choice(language.tag(), Names.of(language, reader), false))
                .toList();
    }

    private List<DraftView.Past> history(Release release, Language language, Language reader) {
        List<Happening> past = happenings.of(release.id()).stream()
                .filter(happening -> happening.language().equals(language))
                .toList();
        Map<String, String> names =
                people.names(past.stream().map(Happening::doer).collect(Collectors.toSet()));
        return past.stream()
                .map(happening ->
                        past(release, happening, names.getOrDefault(happening.doer(), happening.doer()), reader))
                .toList();
    }

    private static DraftView.Past past(Release release, Happening happening, String doer, Language reader) {
        return new DraftView.Past(
                happening.at().toString(),
                Names.when(happening.at(), release.office().zone(), reader),
                Words.of("desk", reader)
                        .say(
                                "desk.happened",
                                Map.of(
                                        "kind",
                                                Words.of("desk", reader)
                                                        .say("kind."
                                                                + happening
                                                                        .kind()
                                                                        .word()),
                                        "edition", happening.edition(),
                                        "doer", doer)));
    }

    private static DraftView.Decision decision(Stage stage, Set<Act> allowed) {
        return switch (stage) {
            case Stage.Drafted _ ->
                allowed.contains(Act.PUBLISH) ? DraftView.Decision.PUBLISH : DraftView.Decision.NOT_YOURS;
            case Stage.Scheduled _ ->
                allowed.contains(Act.PUBLISH) ? DraftView.Decision.MOVE_OR_CANCEL : DraftView.Decision.NOT_YOURS;
            case Stage.InPress _ -> DraftView.Decision.WAIT;
            case Stage.Public _ ->
                allowed.contains(Act.CORRECT) || allowed.contains(Act.WITHDRAW)
                        ? DraftView.Decision.CORRECT_OR_WITHDRAW
                        : DraftView.Decision.NOT_YOURS;
            case Stage.Withdrawn _ -> DraftView.Decision.NONE;
        };
    }

    private static String mark(Stage stage, Reviews.State review) {
        return switch (stage) {
            case Stage.Drafted _ ->
                switch (review) {
                    case Reviews.State.Open _, Reviews.State.Returned _ -> "drafted";
                    case Reviews.State.Asked _ -> "in-review";
                    case Reviews.State.Approved _ -> "approved";
                };
            case Stage.Scheduled(var schedule) -> schedule.held().isPresent() ? "held" : "scheduled";
            case Stage.InPress _ -> "in-press";
            case Stage.Public _ -> "public";
            case Stage.Withdrawn _ -> "withdrawn";
        };
    }

    private static String name(Stage stage, Reviews.State review, int revision, Language reader) {
        Words words = Words.of("desk", reader);
        return switch (stage) {
            case Stage.Drafted _, Stage.Scheduled _, Stage.InPress _, Stage.Withdrawn _ ->
                words.say("stage." + mark(stage, review));
            case Stage.Public now ->
                words.say(
                        revision > now.revision() && revision < Integer.MAX_VALUE
                                ? "stage.public-changed"
                                : "stage.public",
                        Map.of("edition", now.edition()));
        };
    }

    static String path(Release release, Language language) {
        return "/releases/" + release.id() + "/" + language;
    }
}
