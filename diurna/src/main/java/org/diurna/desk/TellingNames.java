package org.diurna.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Draft;
import org.diurna.edition.Inline;
import org.diurna.edition.Mark;
import org.diurna.edition.Slug;
import org.diurna.house.Language;

/**
 * Names of files and addresses that tell the story before it is public: a file on another server is public as soon as
 * it lies there, and its name can be guessed or listed.
 */
final class TellingNames {
    /** Shorter words are in every headline. */
    private static final int WORD_MIN = 4;

    /** One word in common is chance. */
    private static final int COMMON_MIN = 3;

    private static final Pattern HYPHENS = Pattern.compile("-+");

    private TellingNames() {}

    static void of(Draft draft, List<Finding> findings) {
        Set<String> headline = words(draft.language(), draft.wording().headline());
        Blocks.all(draft.wording().body()).forEach(block -> {
            if (block instanceof Block.Figure figure) {
                look(draft.language(), headline, block, figure.source(), findings);
            }
            Blocks.texts(block).flatMap(List::stream).forEach(piece -> {
                if (piece instanceof Inline.Text run) {
                    run.marks().forEach(mark -> {
                        if (mark instanceof Mark.Link(var target)) {
                            look(draft.language(), headline, block, target, findings);
                        }
                    });
                }
            });
        });
    }

    private static void look(
            Language language, Set<String> headline, Block block, String address, List<Finding> findings) {
        String path = address.replaceFirst("[?#].*", "").replaceFirst("/$", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        Set<String> common = words(language, name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", ""));
        common.retainAll(headline);
        if (common.size() >= COMMON_MIN) {
            findings.add(Finding.advice("body", block.id(), "name-tells", Map.of("name", name)));
        }
    }

    /** Words as they would stand in an address. */
    private static Set<String> words(Language language, String text) {
        Set<String> words = new HashSet<>();
        HYPHENS.splitAsStream(Slug.of(language, text).toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= WORD_MIN)
                .forEach(words::add);
        return words;
    }
}
