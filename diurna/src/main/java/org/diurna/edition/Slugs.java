package org.diurna.edition;

/** What of an edition's words goes into addresses and summaries. */
public final class Slugs {
    private Slugs() {}

    /** The decorative end of the address of an edition. */
    public static String of(Edition edition) {
        return Slug.of(edition.language(), edition.wording().headline());
    }

    /** The beginning of a text, cut at a word and ended with an ellipsis where it is longer than so many characters. */
    public static String cutAtWord(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int cut = text.lastIndexOf(' ', most - 1);
        int end = cut < most / 2 ? most - 1 : cut;
        // never between the two halves of a character beyond the basic plane
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
