package org.diurna.edition;

import java.util.regex.Pattern;

/**
 * The picture above a language version.
 *
 * @param picture its id in the library, 64 lower-case hexadecimal digits
 * @param use     decorative is a choice that somebody made, never a missing text
 * @param alt     words for those who do not see it, in the version's language; may be empty in a draft
 * @param caption in the place of the picture's own caption; empty for that one
 */
public record Banner(String picture, Block.Use use, String alt, String caption) {
    /** Longer texts than this are no description of a picture. */
    public static final int TEXT_MAX_CHARACTERS = 2_000;

    static final Pattern PICTURE = Pattern.compile("[0-9a-f]{64}");

    public Banner {
        if (!PICTURE.matcher(picture).matches()) {
            throw new IllegalArgumentException(
                    "\"" + picture + "\" names no picture: a banner bears the id of a picture"
                            + " in the library, 64 lower-case hexadecimal digits.");
        }
        alt = Texts.clean(alt).strip();
        caption = Texts.clean(caption).strip();
        if (alt.length() > TEXT_MAX_CHARACTERS || caption.length() > TEXT_MAX_CHARACTERS) {
            throw new IllegalArgumentException("The alternative text and the caption of a banner have at most "
                    + TEXT_MAX_CHARACTERS + " characters each.");
        }
    }

    /** What is read out: nothing where the picture is decorative. */
    public String spoken() {
        return use == Block.Use.DECORATIVE ? "" : alt;
    }
}
