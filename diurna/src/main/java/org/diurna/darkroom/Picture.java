package org.diurna.darkroom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.diurna.house.Language;

/**
 * A picture of the library with what is known of it so far. A picture can be used once {@link #description} and the rights
 * are complete.
 *
 * @param id      64 lower-case hexadecimal digits; tells neither the file nor whose it is, and nobody can guess it
 * @param name    of the file that it came from
 * @param office  whose it is; empty for a picture of all offices
 * @param version 1, 2, 3 …; 0 for one that was never stored
 * @param framing how it is cut
 * @param taken   when it was taken in
 * @param taker   by whom
 */
public record Picture(
        String id,
        Master master,
        String name,
        String office,
        int version,
        Facts facts,
        Framing framing,
        Instant taken,
        String taker) {
    /** Characters in each text. */
    public static final int TEXT_MAX = 2_000;

    /** The days that a picture can bear: what is older was not photographed, what is later is a slip of the hand. */
    public static final LocalDate DAY_MIN = LocalDate.of(1000, 1, 1);

    public static final LocalDate DAY_MAX = LocalDate.of(2999, 12, 31);

    public Picture {
        Digests.checked(id);
        framing.check(master.width(), master.height());
    }

    /** A picture that an office has just taken in. */
    public static Picture taken(
            String id, Master master, String name, String office, Facts facts, Instant at, String by) {
        return new Picture(id, master, name, office, 0, facts, Framing.USUAL, at, by);
    }

    /** The same picture described and cut anew by somebody who saw a version of it. */
    public Picture with(int seen, Facts other, Framing cut) {
        return new Picture(id, master, name, office, seen, other, cut, taken, taker);
    }

    /** Who gets the largest file of a picture. */
    public enum Largest {
        /** As its licence says; everybody where it says nothing. */
        AS_LICENSED,
        /** Whoever asks the office, whatever its licence says. */
        ON_REQUEST
    }

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
     * @param largest  whether its largest file is public
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
            Optional<LocalDate> expires,
            Largest largest) {
        public Facts {
            captions = filled(captions);
            alts = filled(alts);
            List.of(creators, headline, credit, holder, copyright, usage, licence, terms, people, place, event, consent)
                    .forEach(Facts::checked);
            captions.values().forEach(Facts::checked);
            alts.values().forEach(Facts::checked);
            created.ifPresent(Facts::checked);
            expires.ifPresent(Facts::checked);
            embargo.ifPresent(until -> checked(LocalDate.ofInstant(until, ZoneOffset.UTC)));
        }

        /** Of a picture of which the file itself says this, to be confirmed. */
        public static Facts of(Described file, Language main) {
            Map<Language, String> alts = new TreeMap<>();
            file.altText()
                    .forEach((language, text) ->
                            alts.put(language.equals(Description.ANY) ? main : language, cut(text)));
            return new Facts(
                    cut(String.join("; ", file.creators())),
                    cut(file.headline()),
                    file.caption().isBlank() ? Map.of() : Map.of(main, cut(file.caption())),
                    alts,
                    file.created().filter(Facts::bearable),
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
                    Optional.empty(),
                    Largest.AS_LICENSED);
        }

        private static String cut(String text) {
            return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
        }

        private static Map<Language, String> filled(Map<Language, String> texts) {
            Map<Language, String> kept = new TreeMap<>();
            texts.forEach((language, text) -> {
                if (!text.isBlank()) {
                    // browsers send line ends that no packet of metadata can hold
                    kept.put(
                            language,
                            text.replace("\r\n", "\n").replace('\r', '\n').strip());
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

        private static void checked(LocalDate day) {
            if (!bearable(day)) {
                throw new IllegalArgumentException(
                        "A picture bears days from " + DAY_MIN + " to " + DAY_MAX + "; " + day + " is none.");
            }
        }

        /** Whether a picture can bear that day. */
        public static boolean bearable(LocalDate day) {
            return !day.isBefore(DAY_MIN) && !day.isAfter(DAY_MAX);
        }

        /** Whether its texts are longer together than the files of a picture can carry. */
        public boolean overlong() {
            return creators.length()
                            + headline.length()
                            + Stream.concat(captions.values().stream(), alts.values().stream())
                                    .mapToInt(String::length)
                                    .sum()
                    > Description.TEXT_MAX;
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
                || facts.created().isEmpty()
                || facts.overlong()) {
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

    /** The crop of every slot, chosen or proposed. */
    public Map<Slot, Crop> crops() {
        return framing.crops(master.width(), master.height());
    }
}
