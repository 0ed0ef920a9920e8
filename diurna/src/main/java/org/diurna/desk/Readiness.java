package org.diurna.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Draft;
import org.diurna.edition.Inline;
import org.diurna.edition.Office;

/** Everything that stands between a draft and the public, found at once. */
final class Readiness {
    /** Words that authors leave where something is still to come. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\b(XXX+|TK|TKTK|TBC|TBD|lorem ipsum)\\b|\\[(name|date|place|title|insert[^\\]]*)\\]");

    private Readiness() {}

    static List<Objection> of(Office office, Draft draft) {
        List<Objection> objections = new ArrayList<>();
        if (draft.wording().headline().isBlank()) {
            objections.add(Objection.to("headline", "headline-missing"));
        }
        if (draft.wording().date().isEmpty()) {
            objections.add(Objection.to("date", "date-missing"));
        }
        if (Blocks.plain(draft.wording().body()).isEmpty()) {
            objections.add(Objection.to("body", "body-missing"));
        }
        if (!office.languages().contains(draft.language())) {
            objections.add(new Objection(
                    "language",
                    "",
                    "language-foreign",
                    Map.of("language", draft.language().tag(), "office", office.code())));
        }
        placeholders(draft, objections);
        notes(draft, objections);
        return objections;
    }

    private static void placeholders(Draft draft, List<Objection> objections) {
        placeholder("headline", "", draft.wording().headline(), objections);
        draft.wording().decks().forEach(deck -> placeholder("decks", "", deck, objections));
        draft.wording()
                .body()
                .forEach(block -> Blocks.plain(List.of(block))
                        .forEach(text -> placeholder("body", block.id(), text, objections)));
    }

    private static void placeholder(String field, String block, String text, List<Objection> objections) {
        Matcher found = PLACEHOLDER.matcher(text);
        if (found.find()) {
            objections.add(new Objection(field, block, "placeholder", Map.of("text", found.group())));
        }
    }

    private static void notes(Draft draft, List<Objection> objections) {
        Set<String> notes = new HashSet<>();
        Blocks.all(draft.wording().body())
                .filter(Block.Footnote.class::isInstance)
                .forEach(note -> notes.add(note.id()));
        Blocks.all(draft.wording().body())
                .flatMap(block -> Blocks.texts(block).flatMap(List::stream))
                .forEach(piece -> {
                    if (piece instanceof Inline.NoteCall(var note) && !notes.contains(note)) {
                        objections.add(new Objection("body", "", "footnote-missing", Map.of("note", note)));
                    }
                });
    }
}
