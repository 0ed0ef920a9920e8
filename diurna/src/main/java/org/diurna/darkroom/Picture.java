package org.diurna.darkroom;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diurna.house.Language;

/**
 * A picture of the library with what is known of it so far. A picture can be used once {@link #description} and the rights
 * are complete.
 *
 * @param name    of the file that it came from
 * @param office  whose it is; empty for a picture of all offices
 * @param version 1, 2, 3 …; 0 for one that was never stored
 * @param focus   what every crop shows
 * @param taken   when it was taken in
 * @param taker   by whom
 */
public record Picture(
        Master master, String name, String office, int version, Facts facts, Focus focus, Instant taken, String taker) {
    /** Characters in each text. */
    public static final int TEXT_MAX = 2_000;

    /**
     * What people say of a picture; any text may be empty.
     *
     * @param creators of the picture, with semicolons between them
     * @param headline a few words
     * @param captions by language
     * @param alts     what is to be seen, by language
     * @param licence  its short name, such as {@code press-use}
     * @param terms    address of the page with the licence
     * @param people   shown in it
     * @param consent  what they agreed to
     * @param embargo  until when it may not be shown
     * @param expires  the last day on which it may be used anew
     */
    public record Facts(
            String creators,
            String headline,
            Map<Language, String> captions,
            Map<Language, String> alts,
            Optional<LocalDate> created,
            DigitalSource source,
            String credit,
            String holder,
            String copyright,
            String usage,
            String licence,
            String terms,
            String people,
            String place,
            String event,
            String consent,
            Optional<Instant> embargo,
            Optional<LocalDate> expires) {
        public Facts {
            captions = filled(captions);
            alts = filled(alts);
            List.of(creators, headline, credit, holder, copyright, usage, licence, terms, people, place, event, consent)
                    .forEach(Facts::checked);
            captions.values().forEach(Facts::checked);
            alts.values().forEach(Facts::checked);
        }

        /** Of a picture of which the file itself says this, to be confirmed. */
        public static Facts of(Described file, Language main) {
            Map<Language, String> alts = new TreeMap<>();
            file.altText()
                    .forEach((language, text) -> alts.put(language.equals(Description.ANY) ? main : language, text));
            return new Facts(
                    cut(String.join("; ", file.creators())),
                    cut(file.headline()),
                    file.caption().isBlank() ? Map.of() : Map.of(main, cut(file.caption())),
                    alts,
                    file.created(),
                    file.digitalSource().orElse(DigitalSource.DIGITAL_CAPTURE),
                    cut(file.credit()),
                    "",
                    cut(file.copyright()),
                    cut(file.usageTerms()),
                    "",
                    cut(file.webStatement()),
                    "",
                    cut(file.place()),
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty());
        }

        private static String cut(String text) {
            return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
        }

        private static Map<Language, String> filled(Map<Language, String> texts) {
            Map<Language, String> kept = new TreeMap<>();
            texts.forEach((language, text) -> {
                if (!text.isBlank()) {
                    kept.put(language, text.strip());
                }
            });
            return java.util.Collections.unmodifiableMap(kept);
        }

        private static void checked(String text) {
            if (text.length() > TEXT_MAX) {
                throw new IllegalArgumentException("A text about a picture has at most " + TEXT_MAX + " characters; \""
                        + text.substring(0, 40) + "…\" has " + text.length() + ".");
            }
        }

        /** The language that caption and alternative text have both, English first. */
        Optional<Language> main() {
            Language english = Language.of("en");
            return captions.containsKey(english) && alts.containsKey(english)
                    ? Optional.of(english)
                    : captions.keySet().stream().filter(alts::containsKey).findFirst();
        }
    }

    /** What its files will say of it; empty while something is missing. */
    public Optional<Description> description() {
        List<String> creators = Arrays.stream(facts.creators().split(";", -1))
                .map(String::strip)
                .filter(creator -> !creator.isEmpty())
                .toList();
        Optional<Language> main = facts.main();
        if (creators.isEmpty()
                || facts.headline().isBlank()
                || main.isEmpty()
                || facts.created().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Description(
                creators,
                facts.headline(),
                facts.captions(),
                facts.alts(),
                main.get(),
                facts.created().get(),
                facts.source()));
    }

    /** Whose it is and what others may do with it; empty while something is missing. */
    public Optional<Rights> rights() {
        if (List.of(facts.credit(), facts.holder(), facts.copyright(), facts.usage(), facts.licence(), facts.terms())
                .stream()
                .anyMatch(String::isBlank)) {
            return Optional.empty();
        }
        java.net.URI terms = java.net.URI.create(facts.terms());
        return Optional.of(new Rights(
                facts.credit(),
                facts.holder(),
                facts.copyright(),
                new Rights.Licence(facts.licence(), terms),
                facts.usage(),
                terms,
                new Rights.Licensor(facts.holder(), terms),
                Rights.DataMining.PROHIBITED));
    }

    /** The crop of every slot, proposed from the focus. */
    public Map<Slot, Crop> crops() {
        Map<Slot, Crop> crops = new EnumMap<>(Slot.class);
        for (Slot slot : Slot.values()) {
            crops.put(slot, slot.propose(master.width(), master.height(), focus));
        }
        return crops;
    }
}
