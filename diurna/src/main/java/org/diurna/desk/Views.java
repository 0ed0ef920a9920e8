package org.diurna.desk;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.edition.Draft;
import org.diurna.edition.Happening;
import org.diurna.edition.Happenings;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
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
    private final People people;

    public Views(
            Releases releases,
            Happenings happenings,
            ReleaseTypes types,
            Publish publish,
            PublicAddress addresses,
            People people) {
        this.releases = releases;
        this.happenings = happenings;
        this.types = types;
        this.publish = publish;
        this.addresses = addresses;
        this.people = people;
    }

    /** Where a language version stands in public. */
    public interface PublicAddress {
        /** The permanent address, whether or not anything is there yet. */
        String of(Release release, Language language);
    }

    ReleaseLine line(Release release, Language reader) {
        List<Language> languages = releases.languages(release);
        Language first = languages.getFirst();
        return new ReleaseLine(
                path(release, first),
                first,
                releases.draft(release.id(), first)
                        .map(draft -> draft.wording().headline())
                        .orElse(""),
                release.office().name(reader),
                types.of(release.type()).label(reader),
                languages.stream()
                        .map(language -> {
                            Stage stage = releases.stage(release.id(), language);
                            return new ReleaseLine.Version(
                                    language,
                                    path(release, language),
                                    mark(stage),
                                    name(stage, Integer.MAX_VALUE, reader));
                        })
                        .toList());
    }

    DraftView draft(Release release, Draft draft, Language reader, List<String> errors, Set<Act> allowed) {
        Stage stage = releases.stage(release.id(), draft.language());
        boolean changed = stage instanceof Stage.Public now && now.revision() < draft.revision();
        String address = addresses.of(release, draft.language());
        String languageName = LocaleDisplayNames.getInstance(reader.locale())
                .localeDisplayName(draft.language().locale());
        Words words = Words.of("desk", reader);
        return new DraftView(
                draft.language(),
                languageName,
                draft.wording().headline(),
                release.office().name(reader),
                types.of(release.type()).label(reader),
                path(release, draft.language()),
                stage instanceof Stage.Drafted ? "" : address,
                draft.revision(),
                mark(stage),
                name(stage, draft.revision(), reader),
                decision(stage, allowed),
                changed,
                !draft.wording().body().isEmpty(),
                words.say("desk.publish", Map.of("language", languageName)),
                words.say("desk.publish-what", Map.of("address", address)),
                publish.objections(release, draft).stream()
                        .map(objection -> objection.in(reader))
                        .toList(),
                errors,
                draft.reports(),
                history(release, draft.language(), reader));
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
                when(happening.at(), release, reader),
                Words.of("desk", reader)
                        .say(
                                "desk.happened",
                                Map.of(
                                        "kind", happening.kind().word(),
                                        "edition", happening.edition(),
                                        "doer", doer)));
    }

    /** With weekday and zone, in the zone of the office. */
    private static String when(Instant instant, Release release, Language reader) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMEEEdHHmmssz", reader.locale());
        format.setTimeZone(TimeZone.getTimeZone(release.office().zone().getId()));
        return format.format(Date.from(instant));
    }

    private static DraftView.Decision decision(Stage stage, Set<Act> allowed) {
        return switch (stage) {
            case Stage.Drafted _ ->
                allowed.contains(Act.PUBLISH) ? DraftView.Decision.PUBLISH : DraftView.Decision.NOT_YOURS;
            case Stage.InPress _ -> DraftView.Decision.WAIT;
            case Stage.Public _ ->
                allowed.contains(Act.CORRECT) || allowed.contains(Act.WITHDRAW)
                        ? DraftView.Decision.CORRECT_OR_WITHDRAW
                        : DraftView.Decision.NOT_YOURS;
            case Stage.Withdrawn _ -> DraftView.Decision.NONE;
        };
    }

    private static String mark(Stage stage) {
        return switch (stage) {
            case Stage.Drafted _ -> "drafted";
            case Stage.InPress _ -> "in-press";
            case Stage.Public _ -> "public";
            case Stage.Withdrawn _ -> "withdrawn";
        };
    }

    private static String name(Stage stage, int revision, Language reader) {
        Words words = Words.of("desk", reader);
        return switch (stage) {
            case Stage.Drafted _, Stage.InPress _, Stage.Withdrawn _ -> words.say("stage." + mark(stage));
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
