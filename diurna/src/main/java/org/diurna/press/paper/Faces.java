package org.diurna.press.paper;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which face sets which character in a text of one language. */
final class Faces {
    private static final List<String> SPARE =
            List.of("sans", "japanese", "arabic", "hebrew", "devanagari", "korean", "chinese", "georgian", "armenian");

    private final String own;

    Faces(ULocale locale) {
        this.own = switch (ULocale.addLikelySubtags(locale).getScript()) {
            case "Arab" -> "arabic";
            case "Hebr" -> "hebrew";
            case "Deva" -> "devanagari";
            case "Jpan" -> "japanese";
            case "Kore" -> "korean";
            case "Hans", "Hant" -> "chinese";
            case "Geor" -> "georgian";
            case "Armn" -> "armenian";
            default -> "";
        };
    }

    /** A face, and whether its letters are to be thickened because it has no bold ones. */
    record Choice(Face face, boolean thickened) {}

    /** The face that the language itself is written with. */
    Choice usual(Cut cut) {
        return choice(own, cut);
    }

    /**
     * The face for a character.
     *
     * @param before what the characters before it are set in
     * @return empty where the program has no shape for it
     */
    Optional<Choice> choose(int character, Cut cut, Choice before) {
        String family = family(UScript.getScript(character));
        if (family.equals("any")) {
            if (before.face().has(character)) {
                return Optional.of(before);
            }
            family = own;
        }
        List<String> order = new ArrayList<>();
        order.add(family);
        order.addAll(SPARE);
        return order.stream()
                .map(name -> choice(name.equals("sans") ? "" : name, cut))
                .flatMap(choice -> Stream.of(choice).filter(one -> one.face().has(character)))
                .findFirst();
    }

    /** The same family in another cut. */
    Choice kin(Choice of, Cut cut) {
        String name = of.face().name();
        boolean western = name.startsWith("sans") || name.startsWith("serif");
        return western ? choice("", cut) : choice(name.replace("-bold", ""), cut);
    }

    private String family(int script) {
        return switch (script) {
            case UScript.LATIN, UScript.GREEK, UScript.CYRILLIC -> "";
            case UScript.ARABIC -> "arabic";
            case UScript.HEBREW -> "hebrew";
            case UScript.DEVANAGARI -> "devanagari";
            case UScript.HIRAGANA, UScript.KATAKANA -> "japanese";
            case UScript.HANGUL -> "korean";
            case UScript.HAN -> own.equals("japanese") || own.equals("korean") ? own : "chinese";
            case UScript.GEORGIAN -> "georgian";
            case UScript.ARMENIAN -> "armenian";
            default -> "any";
        };
    }

    private static Choice choice(String family, Cut cut) {
        if (family.isEmpty()) {
            return new Choice(Face.of(cut.face), false);
        }
        boolean bolder = cut.bold() && Face.exists(family + "-bold");
        return new Choice(Face.of(bolder ? family + "-bold" : family), cut.bold() && !bolder);
    }
}
