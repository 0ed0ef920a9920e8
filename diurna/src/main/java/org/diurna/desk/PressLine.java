package org.diurna.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Happenings;
import org.diurna.house.Words;

/**
 * How far a press run has come, in one line: "proven · on the stand +0.12 s · PDF +3.40 s".
 *
 * @param text    the line
 * @param address where it can be asked for again
 * @param state   how far it has come
 */
public record PressLine(String text, String address, State state) {
    /** After this time the line has told what it had to; the story keeps it. */
    static final Duration SHOWN = Duration.ofMinutes(15);

    /** How far it has come. */
    public enum State {
        /** It is being printed or laid. */
        ON_ITS_WAY,
        /** Readers have it; its PDF files are being made. */
        ON_THE_STAND,
        /** Nothing more comes. */
        DONE
    }

    /** Of the last thing that happened in a language; empty when that is long ago and done. */
    static Optional<PressLine> of(List<Happenings.Course> courses, String address, Instant now, Words words) {
        return courses.isEmpty()
                ? Optional.empty()
                : Optional.of(courses.getLast())
                        .filter(course -> course.stood().isEmpty()
                                || course.stood().get().plus(SHOWN).isAfter(now))
                        .map(course -> new PressLine(of(course, now, words), address, state(course)));
    }

    private static State state(Happenings.Course course) {
        if (course.stood().isEmpty()) {
            return State.ON_ITS_WAY;
        }
        return course.papers().isPresent() ? State.DONE : State.ON_THE_STAND;
    }

    static String of(Happenings.Course course, Instant now, Words words) {
        List<String> steps = new ArrayList<>();
        steps.add(
                course.leaf().isPresent()
                        ? words.say("press.proven", Map.of("leaf", course.leaf().get()))
                        : words.say("press.proving"));
        Instant from = course.happening().at();
        course.stood()
                .ifPresentOrElse(
                        stood -> steps.add(words.say("press.stand", Map.of("seconds", after(from, stood, words)))),
                        () -> steps.add(words.say("press.laying")));
        // of what is older than the note of its PDF files, nothing is said about them
        boolean young =
                course.stood().filter(stood -> stood.plus(SHOWN).isAfter(now)).isPresent();
        course.papers()
                .map(papers -> words.say("press.paper", Map.of("seconds", after(from, papers, words))))
                .or(() -> young ? Optional.of(words.say("press.setting")) : Optional.empty())
                .ifPresent(steps::add);
        return String.join(" · ", steps);
    }

    private static String after(Instant from, Instant until, Words words) {
        return seconds(Duration.between(from, until), words);
    }

    /** As many seconds, to the hundredth. */
    static String seconds(Duration duration, Words words) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).setScale(2, RoundingMode.HALF_UP);
        return words.say("schedule.seconds", Map.of("seconds", seconds));
    }
}
