package org.diurna.edition;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a language version says: everything that an author writes and an edition freezes.
 *
 * @param headline may be empty in a draft only
 * @param decks    sub-headlines, none to four
 * @param place    of the dateline, as printed; may be empty
 * @param date     the day that the release bears, in its office's zone; empty while nobody has said it
 * @param body     blocks in reading order, ids unique
 */
public record Wording(String headline, List<String> decks, String place, Optional<LocalDate> date, List<Block> body) {
    /** More decks than this no page of the field has. */
    public static final int DECKS_MAX = 4;

    /** Longer headlines than this are a mistake of an import. */
    public static final int HEADLINE_MAX_CHARACTERS = 500;

    public Wording {
        headline = Texts.clean(headline).strip();
        decks = decks.stream()
                .map(deck -> Texts.clean(deck).strip())
                .filter(deck -> !deck.isEmpty())
                .toList();
        place = Texts.clean(place).strip();
        body = List.copyOf(body);
        if (headline.length() > HEADLINE_MAX_CHARACTERS) {
            throw new IllegalArgumentException("The headline has " + headline.length() + " characters; "
                    + HEADLINE_MAX_CHARACTERS + " are allowed.");
        }
        if (decks.size() > DECKS_MAX) {
            throw new IllegalArgumentException(
                    "A release has at most " + DECKS_MAX + " decks, not " + decks.size() + ".");
        }
        Set<String> seen = new HashSet<>();
        Blocks.all(body).forEach(block -> {
            if (!seen.add(block.id())) {
                throw new IllegalArgumentException("Two blocks have the id " + block.id() + ".");
            }
        });
    }
}
