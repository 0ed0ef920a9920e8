package org.diurna.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that can be the place of a dateline. */
final class Places {
    private static final int WORDS_MAX = 7;
    private static final int WEIGHT_MAX = 60;
    private static final Pattern PARTICLE = Pattern.compile(
            "(?i)^(de|del|la|le|les|el|los|las|da|do|di|am|an|der|im|in|bei|ob|unter|und|and|of|the|sur|sous|en|aan|op|den|pe|na|nad|u|v|i|e|y|et|al|as|upon|on|près|lès|près-de|d')$");
    private static final Pattern LAST_SLASH = Pattern.compile("^.*\\s/\\s");
    private static final Pattern STOP = Pattern.compile("(?<!\\b\\p{L}{1,4})[.](?=\\s|$)|[!?:;\"“”„«»@#*=\\d<>_]");

    private Places() {}

    /** Without small words at the end ({@code Paris, le}) and what stands before a slash between spaces. */
    static String trim(String words) {
        String place = words.replaceAll("[،,;:|]+\\s*$", "").strip();
        Matcher slash = LAST_SLASH.matcher(place);
        if (slash.find()) {
            place = place.substring(slash.end());
        }
        while (true) {
            int comma = Math.max(place.lastIndexOf(' '), place.lastIndexOf(','));
            String last = place.substring(comma + 1);
            boolean small = Cues.filler(last) || Months.weekday(last).isPresent() || last.isEmpty();
            if (comma < 0 || !small) {
                return place.equals(last) && Months.weekday(last).isPresent() ? "" : place;
            }
            place = place.substring(0, comma).strip();
        }
    }

    static boolean possible(String words) {
        String place = words.strip();
        if (place.isEmpty()
                || Fold.weight(place) > WEIGHT_MAX
                || STOP.matcher(place).find()
                || !Character.isLetter(place.codePointAt(0))) {
            return false;
        }
        String[] parts = place.split("[\\s]+", -1);
        if (parts.length > WORDS_MAX
                || Labels.whole(place)
                || Cues.role(place).isPresent()
                || Cues.filler(place)
                || Months.weekday(place).isPresent()
                || Cues.issuer(place)) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            boolean small = i > 0 && PARTICLE.matcher(parts[i]).matches();
            if (!small && !Shape.capitalised(parts[i]) && !parts[i].matches("[/|–-]")) {
                return false;
            }
        }
        return true;
    }

    /** All in capitals, in a script that has them. */
    static boolean capitals(String words) {
        boolean upper = words.codePoints().filter(Character::isLetter).allMatch(c -> Character.isUpperCase(c));
        return upper && words.codePoints().filter(Character::isLetter).count() > 2;
    }
}
