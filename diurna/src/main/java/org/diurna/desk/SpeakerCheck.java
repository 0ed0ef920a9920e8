package org.diurna.desk;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
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
        List<String> names = speakers.stream()
                .flatMap(speaker -> speaker.name(draft.language()).stream())
                .toList();
        if (names.isEmpty()) {
            return;
        }
        Blocks.all(draft.wording().body()).forEach(block -> {
            if (block instanceof Block.Quote quote) {
                quote.speaker().ifPresent(said -> speaker(speakers, draft, block, said, findings));
            }
            Blocks.texts(block)
                    .forEach(text -> almost(names, bends(draft), Texts.plain(text))
                            .ifPresent(found -> findings.add(found.in("body", block.id()))));
        });
        almost(names, bends(draft), draft.wording().headline())
                .ifPresent(found -> findings.add(found.in("headline", "")));
        draft.wording()
                .decks()
                .forEach(deck ->
                        almost(names, bends(draft), deck).ifPresent(found -> findings.add(found.in("decks", ""))));
    }

    private static void speaker(
            List<Speaker> speakers, Draft draft, Block block, Block.Speaker said, List<Finding> findings) {
        List<String> names = speakers.stream()
                .flatMap(speaker -> speaker.name(draft.language()).stream())
                .toList();
        almost(names, bends(draft), said.name()).ifPresent(found -> findings.add(found.in("body", block.id())));
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

    private static boolean bends(Draft draft) {
        return BENDING.contains(draft.language().locale().getLanguage());
    }

    /** A name that was written almost as it should be. */
    private record Almost(String written, String name) {
        Finding in(String field, String block) {
            return Finding.advice(field, block, "name-unlike", Map.of("text", written, "name", name));
        }
    }

    private static Optional<Almost> almost(List<String> names, boolean bends, String text) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        List<String> known = new ArrayList<>(names);
        for (String name : names) {
            int length = (int) WORD.matcher(name).results().count();
            if (name.length() < NAME_MIN || length < 2) {
                continue;
            }
            for (int i = 0; i + length <= words.size(); i++) {
                String written = text.substring(
                        words.get(i).start(), words.get(i + length - 1).end());
                if (near(written, name, bends) && known.stream().noneMatch(written::startsWith)) {
                    return Optional.of(new Almost(written, name));
                }
            }
        }
        return Optional.empty();
    }

    /** Differs in accents or capitals, or, where names keep their ends, in a letter or two. */
    private static boolean near(String written, String name, boolean bends) {
        if (written.equals(name)
                || written.startsWith(name)
                || Math.abs(written.length() - name.length()) > LETTERS_APART
                || Character.toLowerCase(written.codePointAt(0)) != Character.toLowerCase(name.codePointAt(0))) {
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
