package org.diurna.darkroom;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.diurna.house.Language;

/**
 * What every rendition says of the picture. Complete by construction: a picture that nobody described is not developed.
 *
 * @param creators      who made it, at least one name
 * @param headline      a few words
 * @param caption       by language, at least one; the first language of {@code main} stands in layers that know only one
 * @param altText       what is seen, by language, at least one
 * @param main          the language that both have for certain
 * @param created       the day the picture was made
 * @param digitalSource how it was made (IPTC Photo Metadata 2023.2, Digital Source Type)
 */
public record Description(
        List<String> creators,
        String headline,
        Map<Language, String> caption,
        Map<Language, String> altText,
        Language main,
        LocalDate created,
        DigitalSource digitalSource) {
    /** The language of a text that does not name its own. */
    public static final Language ANY = Language.of("und");

    /** All texts together, in characters: they must fit into one segment of a JPEG file, four bytes each. */
    public static final int TEXT_MAX = 12_000;

    public Description {
        creators = List.copyOf(creators);
        caption = Map.copyOf(caption);
        altText = Map.copyOf(altText);
        if (creators.isEmpty()) {
            throw new IllegalArgumentException("A picture needs the name of its creator.");
        }
        creators.forEach(creator -> Rights.filled("creator", creator));
        Rights.filled("headline", headline);
        Rights.filled("caption in " + main, caption.getOrDefault(main, ""));
        Rights.filled("alternative text in " + main, altText.getOrDefault(main, ""));
        long length = headline.length()
                + creators.stream().mapToLong(String::length).sum()
                + caption.values().stream().mapToLong(String::length).sum()
                + altText.values().stream().mapToLong(String::length).sum();
        if (length > TEXT_MAX) {
            throw new IllegalArgumentException("The texts of a picture have at most " + TEXT_MAX
                    + " characters together; these have " + length + ".");
        }
    }

    /** Texts by language tag in a fixed order, so that the same description makes the same bytes. */
    static Map<String, String> inOrder(Map<Language, String> texts) {
        var ordered = new TreeMap<String, String>();
        texts.forEach((language, text) -> ordered.put(language.tag(), text));
        return ordered;
    }
}
