package org.diurna.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diurna.edition.Comment;
import org.diurna.edition.Edition;
import org.diurna.edition.Happenings;
import org.diurna.edition.Plate;
import org.diurna.edition.Plates;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Reviews;
import org.diurna.edition.Schedules;
import org.diurna.house.Language;
import org.diurna.staff.Trail;

/**
 * Everything that was done to a release, from its first word on: out of the trail, the happenings, the comments, the
 * reviews, the schedules and the pictures that were taken back. It is put together when it is asked for and kept nowhere.
 */
final class Story {
    /** A release with more lines was not made by people; the trail itself has all of them. */
    private static final int LINES_MAX = 5_000;

    private static final Pattern REVISION = Pattern.compile("revision (\\d{1,9})");

    /** What the happenings tell better, with how it went on. */
    private static final Set<String> TOLD_BY_HAPPENINGS = Set.of("publish", "correct", "withdraw");

    /** What the comments tell better, with their words. */
    private static final Set<String> TOLD_BY_COMMENTS = Set.of("comment", "resolve-comment");

    private final Releases releases;
    private final Trail trail;

    Story(Releases releases, Trail trail) {
        this.releases = releases;
        this.trail = trail;
    }

    /**
     * One thing that was done.
     *
     * @param act      one word, as in the trail
     * @param doer     id of who did it
     * @param revision of the draft that it was done to; 0 where it was to none
     * @param edition  that it made or concerned; 0 where it was none
     * @param digest   SHA-256 of what was decided on; may be empty
     * @param words    that were written with it; may be empty
     * @param course   how it came to the public; empty for what never does
     * @param late     behind the time that it was signed off for
     */
    record Line(
            Instant at,
            String act,
            Optional<Language> language,
            String doer,
            int revision,
            int edition,
            String digest,
            String words,
            Optional<Happenings.Course> course,
            Optional<Duration> late) {}

    /** How much of it somebody may read. */
    enum Reach {
        /** All that was done. */
        DEEDS,
        /** Also who looked at what is restricted. */
        DEEDS_AND_LOOKS
    }

    /** All lines, oldest first. */
    List<Line> of(Release release, Reach reach) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(release.created(), "begin", Optional.empty(), release.creator(), 0, "", ""));
        for (Language language : releases.languages(release)) {
            versions(release, language, lines);
        }
        Set<String> published = happenings(release, lines);
        trail(release, reach, published, lines);
        return lines.stream().sorted(Comparator.comparing(Line::at)).toList();
    }

    private static Line line(
            Instant at,
            String act,
            Optional<Language> language,
            String doer,
            int revision,
            String digest,
            String words) {
        return new Line(at, act, language, doer, revision, 0, digest, words, Optional.empty(), Optional.empty());
    }

    /** What is told for each language: its beginning, comments, and pictures that were taken back. */
    private void versions(Release release, Language language, List<Line> lines) {
        Optional<Language> tongue = Optional.of(language);
        releases.revisions()
                .find(release.id(), language, 1)
                .filter(first -> first.saved().isAfter(release.created().plusMillis(1)))
                .ifPresent(first -> lines.add(line(first.saved(), "add-language", tongue, first.saver(), 1, "", "")));
        for (Comment comment : releases.writing().comments().of(release.id(), language)) {
            lines.add(line(comment.at(), "comment", tongue, comment.author(), 0, "", comment.words()));
            comment.resolved()
                    .ifPresent(resolved -> lines.add(
                            line(resolved.at(), "resolve-comment", tongue, resolved.doer(), 0, "", comment.words())));
        }
        Set<String> pictures = releases.editions(release.id(), language).stream()
                .flatMap(edition -> releases.plates().of(release.id(), language, edition.number()).stream())
                .map(Plate::picture)
                .collect(Collectors.toSet());
        releases.plates().recalled(pictures).values().stream()
                .sorted(Comparator.comparing(Plates.Recalled::at))
                .forEach(recalled ->
                        lines.add(line(recalled.at(), "recall-picture", tongue, "", 0, "", recalled.reason())));
    }

    /** Adds what came to the public; returns the digests that were decided on. */
    private Set<String> happenings(Release release, List<Line> lines) {
        Map<String, Edition> editions = new HashMap<>();
        for (Language language : releases.languages(release)) {
            releases.editions(release.id(), language)
                    .forEach(edition -> editions.put(language + " " + edition.number(), edition));
        }
        for (Happenings.Course course : releases.happenings().courses(release.id())) {
            Language language = course.happening().language();
            Optional<Edition> edition = Optional.ofNullable(
                    editions.get(language + " " + course.happening().edition()));
            Optional<Schedules.Past> past =
                    course.happening().edition() == 1 && course.happening().kind() != org.diurna.edition.Kind.WITHDRAWAL
                            ? releases.schedules().past(release.id(), language)
                            : Optional.empty();
            lines.add(new Line(
                    course.happening().at(),
                    course.happening().kind().word(),
                    Optional.of(language),
                    course.happening().doer(),
                    edition.map(Edition::revision).orElse(0),
                    course.happening().edition(),
                    edition.map(Edition::digest).orElse(""),
                    edition.map(Edition::note).orElse(""),
                    Optional.of(course),
                    past.map(each -> Duration.between(each.due(), each.stood()))));
        }
        return editions.values().stream().map(Edition::digest).collect(Collectors.toSet());
    }

    private void trail(Release release, Reach reach, Set<String> published, List<Line> lines) {
        Trail.Search search = new Trail.Search(
                "", "", release.id().value(), Optional.empty(), Optional.empty(), Set.of(), Long.MAX_VALUE);
        for (Trail.Line line : trail.search(search, LINES_MAX)) {
            boolean told = TOLD_BY_COMMENTS.contains(line.act())
                    || (TOLD_BY_HAPPENINGS.contains(line.act()) && published.contains(line.digest()));
            boolean hidden = line.act().equals("see-restricted") && reach == Reach.DEEDS;
            if (!told && !hidden) {
                Optional<Language> language =
                        line.language().isEmpty() ? Optional.empty() : Optional.of(Language.of(line.language()));
                int revision = revision(line.detail());
                lines.add(line(
                        line.at(),
                        line.act(),
                        language,
                        line.person(),
                        revision,
                        line.digest(),
                        words(release, line, language, revision)));
            }
        }
    }

    private static int revision(String detail) {
        Matcher named = REVISION.matcher(detail);
        return named.matches() ? Integer.parseInt(named.group(1)) : 0;
    }

    /** What was to be changed, where it was returned; times, where it was signed off. */
    private String words(Release release, Trail.Line line, Optional<Language> language, int revision) {
        return switch (line.act()) {
            case "return" ->
                language.stream()
                        .flatMap(tongue -> releases.reviews().returns(release.id(), tongue).stream())
                        .filter(back -> back.revision() == revision
                                && Duration.between(back.at(), line.at()).abs().toSeconds() < 1)
                        .map(Reviews.State.Returned::words)
                        .findFirst()
                        .orElse("");
            case "restrict" -> "";
            default -> revision > 0 ? "" : line.detail();
        };
    }
}
