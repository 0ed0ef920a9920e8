package org.diurna.edition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A picture as an edition shows it: described, developed and frozen. What it says stays true of the edition whatever
 * becomes of the picture's description later.
 *
 * @param place             where it stands: {@link #BANNER}, or the id of the figure
 * @param picture           its id in the library, 64 hexadecimal digits
 * @param sha256            of the master, 64 hexadecimal digits
 * @param type              media type of the master
 * @param width             of the upright master, in pixels
 * @param height            of the upright master, in pixels
 * @param alt               read out in its place; empty where it is decorative
 * @param caption           may be empty
 * @param credit            the line beside the picture
 * @param creators          who made it
 * @param copyright         the notice
 * @param terms             of use, in plain words
 * @param licence           address of the licence, for machines
 * @param digitalSourceType address of IPTC's term for how it was made
 * @param prints            the files that the public may have
 */
public record Plate(
        String place,
        String picture,
        String sha256,
        String type,
        int width,
        int height,
        String alt,
        String caption,
        String credit,
        List<String> creators,
        String copyright,
        String terms,
        String licence,
        String digitalSourceType,
        List<Print> prints) {
    /** The place of the banner; no block can have this id. */
    public static final String BANNER = "BANNER";

    public Plate {
        creators = List.copyOf(creators);
        prints = List.copyOf(prints);
        if (!Banner.PICTURE.matcher(picture).matches()) {
            throw new IllegalArgumentException("\"" + picture + "\" is no id of a picture.");
        }
        if (!Banner.PICTURE.matcher(sha256).matches()) {
            throw new IllegalArgumentException("\"" + sha256 + "\" is no digest of a picture.");
        }
        if (prints.isEmpty()) {
            throw new IllegalArgumentException("The picture " + picture + " was not developed.");
        }
    }

    /** The crop that a file shows. */
    public enum Cut {
        /** The banner on wide windows, 21 : 9. */
        WIDE,
        /** The banner in lists, 16 : 9. */
        MIDDLE,
        /** The banner on phones, 4 : 5. */
        TALL,
        /** Beside links, 1.91 : 1; JPEG only. */
        CARD,
        /** The whole picture, in a text. */
        WHOLE,
        /** The whole picture for print: the largest file that is public; JPEG only. */
        PRINT
    }

    /**
     * One file.
     *
     * @param path   on the office's host; holds the digest, so that it never means another file
     * @param sha256 of the file
     * @param type   media type
     * @param bytes  length of the file
     */
    public record Print(Cut cut, String path, String sha256, String type, int width, int height, long bytes) {}

    public boolean banner() {
        return place.equals(BANNER);
    }

    /** The files of a crop in one format, ascending in width. */
    public List<Print> prints(Cut cut, String type) {
        return prints.stream()
                .filter(print -> print.cut() == cut && print.type().equals(type))
                .sorted(Comparator.comparingInt(Print::width))
                .toList();
    }

    /** The widest file of a crop in the format that every reader knows. */
    public Optional<Print> widest(Cut cut) {
        return prints(cut, "image/jpeg").stream().max(Comparator.comparingInt(Print::width));
    }
}
