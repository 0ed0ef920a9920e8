package org.diurna.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.diurna.edition.Block.SectionKind;

/**
 * Where the text proper begins and ends.
 *
 * @param headline line of the headline
 * @param start    first line of the text
 * @param end      last line of the text
 * @param decks    lines between headline and text that are decks
 * @param tail     how far behind the text its sections are looked for (exclusive)
 */
record Extent(int headline, int start, int end, List<Integer> decks, int tail) {
    private static final int LOOK_AHEAD = 5;
    private static final int DECK_WEIGHT_MAX = 520;
    private static final int DECKS_MAX = 4;
    private static final int TAIL_LINES = 60;
    private static final int SIGNATURES_MAX = 60;

    private static final Pattern PERSON = Pattern.compile(
            "^(Prof|Dr|Mag|Ing|Dipl|Mr|Ms|Mrs|Mme|Sr|Sra|Dott|Hr|Frau|Herr|By|Von|Par|Por|Di)\\b\\.?\\s");

    static Extent of(List<Judged> lines, Segments.Range range, int headline) {
        int last = Math.max(range.to(), headline);
        int start = start(lines, headline, last);
        List<Integer> decks = decks(lines, headline, start);
        start = deckInText(lines, headline, start, last, decks);
        int end = end(lines, start, last);
        return new Extent(headline, start, end, List.copyOf(decks), Math.min(lines.size(), last + TAIL_LINES));
    }

    private static int start(List<Judged> lines, int headline, int last) {
        int start = firstProse(lines, headline + 1, last);
        int corrected = correction(lines, headline, last);
        if (corrected > 0) {
            return firstProse(lines, corrected + 1, last);
        }
        // metadata behind a summary: what stands before it is a deck
        int weight = 0;
        int seen = 0;
        for (int i = start; i < last && seen < LOOK_AHEAD && weight < DECK_WEIGHT_MAX; i++) {
            Judged line = lines.get(i);
            if (line.line().region().foreign()) {
                continue;
            }
            seen++;
            weight += line.is(Judged.Kind.PROSE) ? line.weight() : 0;
            if (metadata(line) && weight < DECK_WEIGHT_MAX) {
                int next = afterMetadata(lines, i + 1, last);
                if (next <= last) {
                    start = next;
                    i = next;
                    weight = 0;
                }
            }
        }
        return dateline(lines, start, last);
    }

    private static boolean metadata(Judged line) {
        boolean dated = line.is(Judged.Kind.DATE)
                && line.date()
                        .filter(d -> d.role() == Cues.Role.PUBLISHED
                                || d.role() == Cues.Role.UNSAID
                                || d.role() == Cues.Role.CHANGED)
                        .isPresent();
        return (dated || line.is(Judged.Kind.LABEL) || line.is(Judged.Kind.NUMBER))
                && line.line().region() != Line.Region.OUTSIDE;
    }

    /** The first line behind metadata that can open a text: a sentence, or a line that leads into one. */
    private static int afterMetadata(List<Judged> lines, int from, int last) {
        for (int i = from; i <= last; i++) {
            Judged line = lines.get(i);
            if (line.textual()) {
                return i;
            }
            boolean opener = line.is(Judged.Kind.PLAIN)
                    && !line.line().item()
                    && line.weight() > 40
                    && i < last
                    && lines.get(i + 1).textual();
            if (opener) {
                return i;
            }
        }
        return last + 1;
    }

    private static int firstProse(List<Judged> lines, int from, int last) {
        for (int i = from; i <= last; i++) {
            if (lines.get(i).textual()) {
                return i;
            }
        }
        return Math.min(from, lines.size() - 1);
    }

    /** The line after which the corrected text begins; 0 if there is no such line. */
    private static int correction(List<Judged> lines, int headline, int last) {
        int found = 0;
        for (int i = headline + 1; i <= Math.min(last, headline + 7); i++) {
            if (lines.get(i)
                    .notice()
                    .filter(n -> n == Found.NoticeKind.CORRECTION)
                    .isPresent()) {
                found = i;
            }
        }
        return found > 0
                        && found < last
                        && firstProse(lines, found + 1, last) <= last
                        && lines.get(Math.min(last, firstProse(lines, found + 1, last)))
                                .textual()
                ? found
                : 0;
    }

    /** A dateline opens the text; short paragraphs before it are decks. */
    private static int dateline(List<Judged> lines, int start, int last) {
        int weight = 0;
        int seen = 0;
        for (int i = start; i <= last && seen < 3 && weight < DECK_WEIGHT_MAX; i++) {
            Judged line = lines.get(i);
            if (!line.is(Judged.Kind.PROSE)) {
                continue;
            }
            if (Datelines.at(line.text(), "").filter(d -> i(line, d)).isPresent()) {
                return i;
            }
            weight += line.weight();
            seen++;
        }
        return start;
    }

    private static boolean i(Judged line, Datelines.Hit hit) {
        return hit.date().isPresent()
                || Places.capitals(hit.place())
                || hit.place().matches(".*[,/|].*")
                || line.text().startsWith("(");
    }

    private static List<Integer> decks(List<Judged> lines, int headline, int start) {
        List<Integer> decks = new ArrayList<>();
        String title = Fold.key(lines.get(headline).text());
        for (int i = headline + 1; i < start && decks.size() < DECKS_MAX; i++) {
            Judged line = lines.get(i);
            boolean words = line.is(Judged.Kind.PROSE) || line.is(Judged.Kind.PLAIN);
            boolean contents = i > 0 && lines.get(i - 1).reason() == Found.Reason.TABLE_OF_CONTENTS;
            boolean small = line.weight() < 14
                    || PERSON.matcher(line.text()).find()
                    || Cues.issuer(line.text())
                    || Shape.address(line.text())
                    || line.text().endsWith(":");
            if (words
                    && !small
                    && !contents
                    && line.line().region() != Line.Region.OUTSIDE
                    && !Fold.key(line.text()).equals(title)) {
                decks.add(i);
            }
        }
        return decks;
    }

    /** At the head of the text a long line without a full stop, or a cry before a long paragraph, is a deck where there is none yet. */
    private static int deckInText(List<Judged> lines, int headline, int start, int last, List<Integer> decks) {
        Judged first = lines.get(start);
        int next = start + 1 <= last ? firstProse(lines, start + 1, last) : last + 1;
        boolean followed = next <= last && next - start <= 3 && lines.get(next).textual();
        boolean spoken = Shape.speaker(first.text())
                || Shape.opensQuote(first.text())
                || first.text().endsWith(":");
        boolean none = decks.stream().noneMatch(i -> lines.get(i).weight() > 40);
        if (!followed || spoken || !none || !first.is(Judged.Kind.PROSE) || start <= headline) {
            return start;
        }
        boolean title = !Shape.ends(first.text())
                && first.weight() < 260
                && first.weight() > 30
                && !Shape.unpunctuated(first.text());
        boolean cry = first.weight() < 45
                && lines.get(next).weight() > 120
                && first.text().endsWith("!");
        if (title || cry) {
            decks.add(start);
            return next;
        }
        return start;
    }

    private static int end(List<Judged> lines, int start, int last) {
        int end = start;
        for (int i = start; i <= Math.min(lines.size() - 1, last + SIGNATURES_MAX); i++) {
            Judged line = lines.get(i);
            if (cuts(lines, i, start, last)) {
                return end;
            }
            boolean goesOn = (i <= last && line.textual())
                    || listed(lines, i, end)
                    || (corrects(line) && i - end <= 2)
                    || (closes(line) && i - end <= 1);
            if (goesOn) {
                end = i;
            } else if (Cues.signed(line.text())) {
                return signatures(lines, i);
            } else if (i > last && !line.line().region().foreign()) {
                return end;
            }
        }
        return end;
    }

    /** "Thank you." */
    private static boolean closes(Judged line) {
        boolean plain = line.is(Judged.Kind.PLAIN)
                && line.line().region() != Line.Region.OUTSIDE
                && line.line().linked() < 0.5;
        return plain && Shape.ends(line.text()) && Shape.words(line.text()) > 1;
    }

    /** A correction that is told in a sentence at the end of the text is part of it. */
    private static boolean corrects(Judged line) {
        return line.notice().filter(n -> n == Found.NoticeKind.CORRECTION).isPresent() && Shape.ends(line.text());
    }

    /** An item of a list that the text leads into with a colon, or of one that has begun. */
    private static boolean listed(List<Judged> lines, int at, int end) {
        Judged line = lines.get(at);
        Judged before = lines.get(end);
        boolean item = line.line().item()
                && line.is(Judged.Kind.PLAIN)
                && line.line().linked() < 0.8
                && line.line().region() != Line.Region.OUTSIDE;
        boolean leads = before.text().endsWith(":")
                || (before.line().item() && before.line().list() == line.line().list());
        return item && leads && at - end <= 1;
    }

    private static boolean cuts(List<Judged> lines, int at, int start, int last) {
        Judged line = lines.get(at);
        if (at <= start || line.line().region().foreign()) {
            return false;
        }
        return switch (line.kind()) {
            case SECTION ->
                line.section().filter(s -> s.kind() != SectionKind.NEXT_STEPS).isPresent() && !inside(lines, at, last);
            case END -> !lines.get(at).text().strip().matches("[*_=•·\\s-]+") || proseAfter(lines, at, last) < 2;
            case LABEL, NUMBER ->
                (line.number().isPresent()
                                && (line.label().isPresent() || line.text().contains(":")))
                        || (line.number().isPresent()
                                && Labels.at(line.text()
                                                .substring(line.text().lastIndexOf(':') + 1)
                                                .strip())
                                        .isPresent());
            default -> false;
        };
    }

    /** Pictures and related links may stand in the middle of a text: only what is followed by no more than a little of it ends it. */
    private static boolean inside(List<Judged> lines, int at, int last) {
        SectionKind kind = lines.get(at).section().map(Sections.Hit::kind).orElse(SectionKind.RELATED);
        boolean passing =
                kind == SectionKind.PICTURES || kind == SectionKind.ATTACHMENTS || kind == SectionKind.CONTACTS;
        boolean rest = lines.get(at).section().filter(s -> !s.rest().isEmpty()).isPresent();
        return passing && !rest && proseAfter(lines, at, last) >= 3;
    }

    private static int proseAfter(List<Judged> lines, int at, int last) {
        int prose = 0;
        for (int i = at + 1; i <= last; i++) {
            prose += lines.get(i).textual() ? 1 : 0;
        }
        return prose;
    }

    private static int signatures(List<Judged> lines, int at) {
        int end = at;
        for (int i = at + 1; i < Math.min(lines.size(), at + SIGNATURES_MAX); i++) {
            Judged line = lines.get(i);
            boolean name = line.is(Judged.Kind.PLAIN) || line.is(Judged.Kind.PROSE);
            if (!name || line.line().region().foreign()) {
                return end;
            }
            end = i;
        }
        return end;
    }
}
