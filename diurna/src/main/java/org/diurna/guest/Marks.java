package org.diurna.guest;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.diurna.house.HmacSha256;

/**
 * Marks a text so that whoever passes a copy on can be told from the copy, and reads the mark back.
 *
 * <p>Between two words stands an ordinary space or one of equal width that is another character (U+2005), and before the
 * next word a sign without width (U+200B) or none. Which it is follows from the guest's key and the two words alone, by
 * HMAC-SHA256. So a sentence is enough, in any order, shortened or quoted, and each of both signs tells even if the other
 * was cleaned away. Another guest's key agrees with half of the places by chance; the answer says how small the chance is
 * that this is what happened. Words that were typed anew carry no mark, and two copies can be mixed.
 */
public final class Marks {
    private static final char SPACE = '\u2005';
    private static final char SIGN = '\u200b';
    private static final String WIDTHLESS = "\u200b\u200c\u200d\u2060\ufeff";

    /** Elements within a line: a word may go on behind their tags. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
            "small", "span", "strong", "sub", "sup", "time", "u", "var");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern NAME = Pattern.compile("</?([a-zA-Z0-9]+)");
    private static final Pattern WORD =
            Pattern.compile("[^\\s\\u00a0\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufeff]+");

    private Marks() {}

    /** Marks the text of a piece of HTML; its tags stay as they are. */
    public static String mark(String html, String key) {
        Mac mac = mac(key);
        StringBuilder out = new StringBuilder();
        gaps(html, new Walk() {
            @Override
            public void verbatim(CharSequence piece) {
                out.append(piece);
            }

            @Override
            public void gap(String context) {
                out.append(bit(mac, 's', context) ? SPACE : ' ');
                if (bit(mac, 'w', context)) {
                    out.append(SIGN);
                }
            }
        });
        return out.toString();
    }

    private interface Walk {
        void verbatim(CharSequence piece);

        void gap(String context);
    }

    private static void gaps(String html, Walk walk) {
        Matcher tag = TAG.matcher(html);
        int at = 0;
        boolean open = true;
        while (tag.find()) {
            boolean inline = inline(tag.group());
            text(html.substring(at, tag.start()), open, !inline, walk);
            walk.verbatim(tag.group());
            open = !inline;
            at = tag.end();
        }
        text(html.substring(at), open, true, walk);
    }

    private static boolean inline(String tag) {
        Matcher name = NAME.matcher(tag);
        return name.find() && INLINE.contains(name.group(1).toLowerCase(Locale.ROOT));
    }

    /**
     * The words between two tags.
     *
     * @param first whether its first word is whole, and not the end of one before the tag
     * @param last  whether its last word is whole
     */
    private static void text(String text, boolean first, boolean last, Walk walk) {
        Matcher word = WORD.matcher(text);
        int at = 0;
        String before = "";
        boolean whole = false;
        while (word.find()) {
            boolean now = (word.start() > 0 || first) && (word.end() < text.length() || last);
            String gap = text.substring(at, word.start());
            if (whole && now && gap.equals(" ")) {
                walk.gap(context(before, word.group()));
            } else {
                walk.verbatim(gap);
            }
            walk.verbatim(word.group());
            before = word.group();
            whole = now;
            at = word.end();
        }
        walk.verbatim(text.substring(at));
    }

    private static String context(String left, String right) {
        return bare(left) + "\n" + bare(right);
    }

    /** A word as it is compared: editors change quotation marks, capitals and entities. */
    private static String bare(String word) {
        String plain = word.replace("&amp;", "&").replaceAll("&[a-z0-9#]+;", "");
        return Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }

    private static Mac mac(String key) {
        return HmacSha256.keyed(HexFormat.of().parseHex(key));
    }

    private static boolean bit(Mac mac, char channel, String context) {
        return (mac.doFinal((channel + context).getBytes(StandardCharsets.UTF_8))[0] & 1) == 1;
    }

    /** What a copy says about who had it. */
    public sealed interface Reading {
        /** None of its words stand beside each other in the text as they do there. */
        record OtherText() implements Reading {}

        /**
         * The words are those of the text, but nothing marks them: they were typed anew or cleaned, or come from the public.
         *
         * @param places that could have told
         */
        record NoMark(int places) implements Reading {}

        /** It is marked; those whom it could be, the likeliest first. */
        record Marked(List<Match> matches) implements Reading {
            public Marked {
                matches = List.copyOf(matches);
            }
        }
    }

    /**
     * How well a guest's mark fits.
     *
     * @param agree  places that say what they would in the guest's copy
     * @param places all places that were read
     * @param chance that a mark fits so well which is not the guest's, over all guests that were asked about
     */
    public record Match(String guest, int agree, int places, double chance) {
        private static final double SURE = 1e-6;
        private static final double LIKELY = 1e-3;

        /** How much can be said. */
        public Confidence confidence() {
            return chance < SURE ? Confidence.SURE : chance < LIKELY ? Confidence.LIKELY : Confidence.UNCLEAR;
        }
    }

    /** How much can be said of a match. */
    public enum Confidence {
        /** Chance does this less than once in a million times. */
        SURE,
        /** Less than once in a thousand times. */
        LIKELY,
        /** As chance might. */
        UNCLEAR
    }

    private record Seen(boolean space, boolean sign) {}

    /**
     * Reads a copy.
     *
     * @param copy what was found somewhere, as plain text
     * @param html the text before it was marked
     * @param keys of the guests who had a copy, by their ids
     */
    public static Reading read(String copy, String html, Map<String, String> keys) {
        Map<String, Boolean> contexts = new HashMap<>();
        gaps(html, new Walk() {
            @Override
            public void verbatim(CharSequence piece) {
                // tags and single words carry nothing
            }

            @Override
            public void gap(String context) {
                contexts.put(context, true);
            }
        });
        Map<String, Seen> seen = seen(copy);
        seen.keySet().retainAll(contexts.keySet());
        if (seen.isEmpty()) {
            return new Reading.OtherText();
        }
        boolean spaces = seen.values().stream().anyMatch(Seen::space);
        boolean signs = seen.values().stream().anyMatch(Seen::sign);
        if (!spaces && !signs) {
            return new Reading.NoMark(seen.size());
        }
        List<Match> matches = new ArrayList<>();
        keys.forEach((guest, key) -> matches.add(match(guest, mac(key), seen, spaces, signs, keys.size())));
        matches.sort(Comparator.comparingDouble(Match::chance).thenComparing(Match::guest));
        return new Reading.Marked(matches);
    }

    private static Match match(
            String guest, Mac mac, Map<String, Seen> seen, boolean spaces, boolean signs, int guests) {
        int agree = 0;
        int places = 0;
        for (Map.Entry<String, Seen> gap : seen.entrySet()) {
            if (spaces) {
                places++;
                agree += bit(mac, 's', gap.getKey()) == gap.getValue().space() ? 1 : 0;
            }
            if (signs) {
                places++;
                agree += bit(mac, 'w', gap.getKey()) == gap.getValue().sign() ? 1 : 0;
            }
        }
        return new Match(guest, agree, places, Math.min(1, tail(agree, places) * guests));
    }

    /** The chance that of so many fair coins so many or more fall on one side. */
    private static double tail(int agree, int places) {
        double log = 0;
        double sum = 0;
        for (int k = 0; k <= places; k++) {
            if (k > 0) {
                log += Math.log(places - k + 1.0) - Math.log(k);
            }
            if (k >= agree) {
                sum += Math.exp(log - places * Math.log(2));
            }
        }
        return sum;
    }

    private static Map<String, Seen> seen(String copy) {
        Map<String, Seen> seen = new HashMap<>();
        Matcher word = WORD.matcher(copy);
        int at = 0;
        String before = "";
        while (word.find()) {
            String gap = copy.substring(at, word.start());
            String visible = gap.chars()
                    .filter(c -> WIDTHLESS.indexOf(c) < 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            // a line that was broken elsewhere tells nothing
            if (!before.isEmpty() && visible.length() == 1 && visible.charAt(0) != '\n') {
                seen.putIfAbsent(
                        context(before, word.group()), new Seen(visible.charAt(0) == SPACE, gap.indexOf(SIGN) >= 0));
            }
            before = word.group();
            at = word.end();
        }
        return seen;
    }
}
