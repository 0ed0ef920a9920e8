package org.diurna.desk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diurna.edition.Comment;
import org.diurna.edition.Comments;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.Texts;
import org.diurna.staff.Doer;
import org.diurna.staff.Person;

/** The decision to say something about a draft, and to settle what was said. Whoever sees a draft may discuss it. */
final class Discuss {
    private final Comments comments;
    private final Rights rights;
    private final Mentions mentions;
    private final Clock clock;

    Discuss(Comments comments, Rights rights, Mentions mentions, Clock clock) {
        this.comments = comments;
        this.rights = rights;
        this.mentions = mentions;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {
        /** It is said, settled or open again. */
        record Done() implements Outcome {}

        /** Not as long as there is this objection. */
        record NotReady(Objection objection) implements Outcome {}

        /** There is no such draft or comment, or none that the doer may see. */
        record NotFound() implements Outcome {}
    }

    /**
     * Says something.
     *
     * @param block  id of the block that it is about; empty for the draft as a whole
     * @param people who can be named in it
     */
    Outcome say(Doer by, Release release, Draft draft, String block, String words, List<Person> people) {
        if (!rights.sees(by, release)) {
            return new Outcome.NotFound();
        }
        String clean = Texts.clean(words).strip();
        if (clean.isEmpty() || clean.length() > Comment.WORDS_MAX) {
            return new Outcome.NotReady(Objection.to("comment", clean.isEmpty() ? "comment-missing" : "comment-long"));
        }
        String about = block.matches("[a-z0-9-]{1,24}") ? block : "";
        rights.together(() -> {
            List<Person> named = mentioned(clean, release, people);
            Comment said = comments.add(
                    draft.release(),
                    draft.language(),
                    about,
                    clean,
                    named.stream().map(Person::id).collect(Collectors.toSet()),
                    by.id(),
                    clock.instant());
            // who names himself knows it
            named.stream()
                    .filter(person -> !person.id().equals(by.id()))
                    .forEach(person -> mentions.tell(said, person, name(by)));
            rights.done(by, "comment", release, draft.language(), "");
            return about;
        });
        return new Outcome.Done();
    }

    Outcome resolve(Doer by, Release release, Draft draft, String id) {
        return change(by, release, draft, id, "resolve-comment", () -> comments.resolve(id, by.id(), clock.instant()));
    }

    Outcome reopen(Doer by, Release release, Draft draft, String id) {
        return change(by, release, draft, id, "reopen-comment", () -> comments.reopen(id));
    }

    private Outcome change(Doer by, Release release, Draft draft, String id, String act, Runnable change) {
        Optional<Comment> comment = comments.find(id)
                .filter(found -> found.release().equals(draft.release())
                        && found.language().equals(draft.language()));
        if (comment.isEmpty() || !rights.sees(by, release)) {
            return new Outcome.NotFound();
        }
        rights.together(() -> {
            change.run();
            rights.done(by, act, release, draft.language(), "");
            return id;
        });
        return new Outcome.Done();
    }

    /** {@code @Ana Meric} names the person of that name, if that person may see the draft. */
    private List<Person> mentioned(String words, Release release, List<Person> people) {
        String folded = words.toLowerCase(Locale.ROOT);
        return rights.seers(people, release).stream()
                .filter(person -> folded.contains("@" + person.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String name(Doer by) {
        return by instanceof Doer.Member member ? member.person().name() : by.id();
    }
}
