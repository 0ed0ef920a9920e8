package org.diurna.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Comment;
import org.diurna.edition.Draft;
import org.diurna.edition.Inline;
import org.diurna.edition.Mark;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.edition.Texts;
import org.diurna.edition.Writing;
import org.diurna.house.Language;

/** Everything that is to be said about a draft before it goes: what stands against it, and what is only advice. */
final class Checks {
    /** A release dated further from today is dated so by mistake. */
    private static final int FAR_DAYS = 60;

    /** So many days ago is still the day of writing, seen from another zone or over a weekend. */
    private static final int PAST_DAYS = 3;

    /** So much of a comment tells which one is meant. */
    private static final int EXCERPT = 60;

    private final Releases releases;
    private final Clock clock;
    private final PictureChecks pictures;

    Checks(Releases releases, Clock clock) {
        this(releases, Library.NONE, clock);
    }

    Checks(Releases releases, Library library, Clock clock) {
        this.releases = releases;
        this.clock = clock;
        this.pictures = new PictureChecks(library, releases.plates(), clock);
    }

    /** All findings, the severe ones first. */
    List<Finding> of(Office office, Draft draft) {
        List<Finding> findings = new ArrayList<>();
        missing(office, draft, findings);
        date(office, draft, findings);
        notes(draft, findings);
        pictures.of(office, draft, findings);
        TextChecks texts = new TextChecks(draft.language(), draft.wording().date(), findings);
        texts.text("headline", "", draft.wording().headline());
        draft.wording().decks().forEach(deck -> texts.text("decks", "", deck));
        Blocks.all(draft.wording().body()).forEach(block -> block(office, draft, block, texts, findings));
        LanguageCheck.of(draft, findings);
        Writing writing = releases.writing();
        SpeakerCheck.of(writing.directory().all(), draft, findings);
        TextCheck.of(writing.texts(), office, draft, findings);
        comments(writing.comments().of(draft.release(), draft.language()), draft, findings);
        if (releases.stage(draft.release(), draft.language()) instanceof Stage.Drafted) {
            TellingNames.of(draft, findings);
        }
        return findings.stream()
                .distinct()
                .sorted((a, b) -> a.severity().compareTo(b.severity()))
                .toList();
    }

    private static void missing(Office office, Draft draft, List<Finding> findings) {
        if (draft.wording().headline().isBlank()) {
            findings.add(Finding.severe("headline", "", "headline-missing", Map.of()));
        }
        if (draft.wording().date().isEmpty()) {
            findings.add(Finding.severe("date", "", "date-missing", Map.of()));
        }
        if (Blocks.plain(draft.wording().body()).isEmpty()) {
            findings.add(Finding.severe("body", "", "body-missing", Map.of()));
        }
        if (!office.languages().contains(draft.language())) {
            Map<String, Object> arguments = Map.of("language", draft.language().tag(), "office", office.code());
            findings.add(Finding.severe("language", "", "language-foreign", arguments));
        }
        if (draft.wording().decks().isEmpty()) {
            findings.add(Finding.advice("decks", "", "summary-missing", Map.of()));
        }
        boolean contacts = Blocks.all(draft.wording().body())
                .anyMatch(block ->
                        block instanceof Block.Section section && section.kind() == Block.SectionKind.CONTACTS);
        if (office.contacts().isEmpty() && !contacts) {
            findings.add(Finding.advice("body", "", "contact-missing", Map.of()));
        }
    }

    private static void comments(List<Comment> comments, Draft draft, List<Finding> findings) {
        Set<String> blocks = new HashSet<>();
        Blocks.all(draft.wording().body()).forEach(block -> blocks.add(block.id()));
        comments.stream().filter(Comment::open).forEach(comment -> {
            String block = blocks.contains(comment.block()) ? comment.block() : "";
            String words = comment.words().length() > EXCERPT
                    ? comment.words()
                                    .substring(
                                            0,
                                            comment.words()
                                                    .offsetByCodePoints(
                                                            0, comment.words().codePointCount(0, EXCERPT)))
                            + " …"
                    : comment.words();
            findings.add(Finding.severe("body", block, "comment-open", Map.of("text", words)));
        });
    }

    private void date(Office office, Draft draft, List<Finding> findings) {
        draft.wording().date().ifPresent(date -> {
            LocalDate today = LocalDate.ofInstant(clock.instant(), office.zone());
            long days = ChronoUnit.DAYS.between(today, date);
            if (days < -PAST_DAYS || days > FAR_DAYS) {
                String key = days < 0 ? "date-past" : "date-far";
                findings.add(Finding.advice("date", "", key, Map.of("days", Math.abs(days))));
            }
        });
    }

    private static void notes(Draft draft, List<Finding> findings) {
        Set<String> notes = new HashSet<>();
        Blocks.all(draft.wording().body())
                .filter(Block.Footnote.class::isInstance)
                .forEach(note -> notes.add(note.id()));
        Blocks.all(draft.wording().body())
                .forEach(block -> Blocks.texts(block).flatMap(List::stream).forEach(piece -> {
                    if (piece instanceof Inline.NoteCall(var note) && !notes.contains(note)) {
                        findings.add(Finding.severe("body", block.id(), "footnote-missing", Map.of("note", note)));
                    }
                }));
    }

    private void block(Office office, Draft draft, Block block, TextChecks texts, List<Finding> findings) {
        if (Merge.isSecond(block.id())) {
            findings.add(Finding.severe("body", block.id(), "conflict-open", Map.of()));
        }
        if (block instanceof Block.Quote quote && quote.speaker().isEmpty()) {
            findings.add(Finding.advice("body", block.id(), "speaker-missing", Map.of()));
        }
        Blocks.texts(block).forEach(text -> {
            texts.text("body", block.id(), Texts.plain(text));
            text.forEach(piece -> {
                if (piece instanceof Inline.Text run) {
                    run.marks().forEach(mark -> link(office, draft, block, mark, findings));
                }
            });
        });
    }

    private void link(Office office, Draft draft, Block block, Mark mark, List<Finding> findings) {
        if (mark instanceof Mark.Link(var target)) {
            switch (Links.judge(office, target)) {
                case Links.Fine _ -> {}
                case Links.Dead(var why) ->
                    findings.add(Finding.advice("body", block.id(), why, Map.of("target", target)));
                case Links.Ours(var release, var language) -> own(draft, block, target, release, language, findings);
            }
        }
    }

    /** A link to what is not public yet leads readers nowhere, and tells them that there is something. */
    private void own(Draft draft, Block block, String target, ReleaseId id, Language language, List<Finding> findings) {
        boolean itself = id.equals(draft.release());
        if (!itself && !(releases.stage(id, language) instanceof Stage.Public)) {
            findings.add(Finding.severe("body", block.id(), "link-to-draft", Map.of("target", target)));
        }
    }
}
