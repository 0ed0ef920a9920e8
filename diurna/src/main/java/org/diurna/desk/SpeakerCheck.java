package org.diurna.desk;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Draft;
import org.diurna.edition.Speaker;
import org.diurna.edition.Texts;

/** Names that are written almost as in the directory, and offices that somebody did not hold on the day. */
final class SpeakerCheck {
    /** A letter more than this is another name. */
    private static final int LETTERS_APART = 2;

    /** Shorter names are a letter away from many words. */
    private static final int NAME_MIN = 7;

    /** Languages in which the cases change the ends of names. */
    private static final Set<String> BENDING = Set.of(
            "az", "be", "bs", "cs", "el", "et", "fi", "hr", "hu", "hy", "is", "ka", "kk", "lt", "lv", "pl", "ro", "ru",
            "sk", "sl", "sr", "tr", "uk");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’-]+");

    private SpeakerCheck() {}

    static void of(List<Speaker> speakers, Draft draft, List<Finding> findings) {
        Names names = Names.of(speakers, draft);
        if (names.known().isEmpty()) {
            return;
        }
        Blocks.all(draft.wording().body()).forEach(block -> {
            if (block instanceof Block.Quote quote) {
                quote.speaker().ifPresent(said -> {
                    names.almost(said.name()).ifPresent(found -> findings.add(found.in("body", block.id())));
                    office(speakers, draft, block, said, findings);
                });
            }
            Blocks.texts(block)
                    .forEach(text -> names.almost(Texts.plain(text))
                            .ifPresent(found -> findings.add(found.in("body", block.id()))));
        });
        names.almost(draft.wording().headline()).ifPresent(found -> findings.add(found.in("headline", "")));
        draft.wording()
                .decks()
                .forEach(deck -> names.almost(deck).ifPresent(found -> findings.add(found.in("decks", ""))));
    }

    private static void office(
            List<Speaker> speakers, Draft draft, Block block, Block.Speaker said, List<Finding> findings) {
        Optional<LocalDate> day = draft.wording().date();
        if (said.role().isEmpty() || day.isEmpty()) {
            return;
        }
        speakers.stream()
                .filter(speaker -> speaker.name(draft.language())
                        .filter(said.name()::equals)
                        .isPresent())
                .findFirst()
                .flatMap(speaker -> speaker.role(day.get(), draft.language()))
                .filter(role -> !role.equals(said.role()))
                .ifPresent(role -> findings.add(Finding.advice(
                        "body",
                        block.id(),
                        "role-unlike",
                        Map.of("name", said.name(), "role", role, "written", said.role()))));
    }

    /** A name that was written almost as it should be. */
    private record Almost(String written, String name) {
        Finding in(String field, String block) {
            return Finding.advice(field, block, "name-unlike", Map.of("text", written, "name", name));
        }
    }

    /** A name with the number of its words. */
    private record Known(String name, int words) {}

    /**
     * The names that a text can hold, by their first letter, so that a text is looked through once and not once for each.
     *
     * @param bends whether the cases of the language change the ends of names
     */
    private record Names(Map<Integer, List<Known>> known, boolean bends) {
        static Names of(List<Speaker> speakers, Draft draft) {
            Map<Integer, List<Known>> known = new HashMap<>();
            speakers.stream()
                    .flatMap(speaker -> speaker.name(draft.language()).stream())
                    .map(name ->
                            new Known(name, (int) WORD.matcher(name).results().count()))
                    .filter(each -> each.name().length() >= NAME_MIN && each.words() > 1)
                    .forEach(each -> known.computeIfAbsent(first(each.name(), 0), _ -> new ArrayList<>())
                            .add(each));
            return new Names(known, BENDING.contains(draft.language().locale().getLanguage()));
        }

        Optional<Almost> almost(String text) {
            List<MatchResult> words = WORD.matcher(text).results().toList();
            for (int i = 0; i < words.size(); i++) {
                int start = words.get(i).start();
                List<Known> candidates = known.getOrDefault(first(text, start), List.of());
                if (candidates.stream().anyMatch(each -> text.startsWith(each.name(), start))) {
                    continue;
                }
                for (Known each : candidates) {
                    int last = i + each.words() - 1;
                    if (last < words.size()
                            && near(text.substring(start, words.get(last).end()), each.name(), bends)) {
                        return Optional.of(
                                new Almost(text.substring(start, words.get(last).end()), each.name()));
                    }
                }
            }
            return Optional.empty();
        }

        private static int first(String text, int at) {
            return Character.toLowerCase(text.codePointAt(at));
        }
    }

    /** Differs in accents or capitals, or, where names keep their ends, in a letter or two. */
    private static boolean near(String written, String name, boolean bends) {
        if (Math.abs(written.length() - name.length()) > LETTERS_APART) {
            return false;
        }
        return bare(written).equals(bare(name)) || (!bends && distance(written, name) <= LETTERS_APART);
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + same);
            }
            before = now;
        }
        return before[b.length()];
    }
}
