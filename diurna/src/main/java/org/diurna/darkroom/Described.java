package org.diurna.darkroom;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.house.Language;

/**
 * What a file says about itself, as far as a person may want to keep it: to be confirmed, never to be believed. Empty
 * where the file says nothing. Where the layers differ, XMP is taken before IPTC-IIM and IIM before EXIF (IPTC Photo
 * Metadata Guidelines, "Synchronisation").
 *
 * @param creators      names, in order
 * @param place         from the finest to the coarsest, with commas
 * @param altText       by language; {@code und}efined languages are under {@link Description#ANY}
 * @param digitalSource if it is one of IPTC's
 * @param regions       parts that must stay in sight, such as faces that a camera has found; of the upright picture
 */
public record Described(
        List<String> creators,
        String headline,
        String caption,
        String credit,
        String copyright,
        String usageTerms,
        String webStatement,
        Optional<LocalDate> created,
        String place,
        Map<Language, String> altText,
        Optional<DigitalSource> digitalSource,
        List<Region> regions) {
    /** Of a file that names no regions. */
    public Described(
            List<String> creators,
            String headline,
            String caption,
            String credit,
            String copyright,
            String usageTerms,
            String webStatement,
            Optional<LocalDate> created,
            String place,
            Map<Language, String> altText,
            Optional<DigitalSource> digitalSource) {
        this(
                creators,
                headline,
                caption,
                credit,
                copyright,
                usageTerms,
                webStatement,
                created,
                place,
                altText,
                digitalSource,
                List.of());
    }

    public Described {
        regions = List.copyOf(regions);
        creators = List.copyOf(creators);
        altText = Map.copyOf(altText);
    }
}
