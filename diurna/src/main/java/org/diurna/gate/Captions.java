package org.diurna.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Credits in captions. */
final class Captions {
    private static final Pattern CREDIT = Pattern.compile(
            "(?i)(\\(?(?:©|BU:|Bildunterschrift:|\\(c\\)|&copy;|copyright:?|foto(?:graf)?:|photo(?:graph)?(?: by)?:|bild(?:quelle|nachweis)?:|quelle:|source:|crédits?(?: photo)?:|crédito:|fonte:|kilde:|foto/ill\\.?:|zdjęcie:|фото:|צילום:|تصوير:|عکس:|写真[:：]|摄影[:：]|사진[:：=])\\s?.{2,120})$");

    private Captions() {}

    static String credit(String caption) {
        Matcher matcher = CREDIT.matcher(caption);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    static String without(String caption, String credit) {
        return credit.isEmpty()
                ? caption
                : caption.substring(0, caption.length() - credit.length()).strip();
    }

    /** A line that is nothing but a credit. */
    static boolean only(String line) {
        Matcher matcher = CREDIT.matcher(line.length() < 140 ? line : "");
        return matcher.find() && matcher.start(1) == 0;
    }
}
