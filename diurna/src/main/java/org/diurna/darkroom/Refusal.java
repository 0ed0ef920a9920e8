package org.diurna.darkroom;

import java.time.Duration;
import java.util.Locale;

/** Why a picture was not taken in. Each says in one sentence which file, what is wrong, and what helps. */
public sealed interface Refusal {
    /** Name of the file as it was handed in, made harmless. */
    String name();

    /** For a person, in English: thing, reason, remedy. */
    String sentence();

    /** The bytes are of no format that we know. */
    record NotAPicture(String name) implements Refusal {
        @Override
        public String sentence() {
            return name
                    + " is not a picture that we can read, whatever its name says; send a JPEG, PNG, WebP, GIF or TIFF file.";
        }
    }

    /** SVG can hold scripts and draws differently everywhere. */
    record Drawing(String name) implements Refusal {
        @Override
        public String sentence() {
            return name + " is an SVG drawing, which can carry scripts; export it as PNG, at least 1920 pixels wide.";
        }
    }

    /** A picture that is something else as well. */
    record TwoFaces(String name, String other) implements Refusal {
        @Override
        public String sentence() {
            return name + " is a picture and " + other
                    + " at the same time, as attacks are; open it in a picture editor and save it as a new JPEG or PNG.";
        }
    }

    /** The file ends too early. */
    record Truncated(String name) implements Refusal {
        @Override
        public String sentence() {
            return name + " is cut off before the picture ends; copy or download it again and send it whole.";
        }
    }

    /** The file contradicts itself about its size or its kind. */
    record LyingHeader(String name, String contradiction) implements Refusal {
        @Override
        public String sentence() {
            return name + " contradicts itself (" + contradiction
                    + "); open it in a picture editor and save it as a new JPEG or PNG.";
        }
    }

    /** More pixels than are read. */
    record TooManyPixels(String name, long width, long height, long maxPixels) implements Refusal {
        @Override
        public String sentence() {
            return name + " has " + width + " by " + height + " pixels, more than the " + millions(maxPixels)
                    + " million that are read here; make it smaller and send it again.";
        }
    }

    /** More bytes than are read. */
    record TooManyBytes(String name, long maxBytes) implements Refusal {
        @Override
        public String sentence() {
            return name + " is larger than the " + millions(maxBytes)
                    + " MB that are taken in here; save it as JPEG or make it smaller.";
        }
    }

    /** A small file that unpacks to a huge one. */
    record Bomb(String name, String where) implements Refusal {
        @Override
        public String sentence() {
            return name + " unpacks to far more than it should (" + where
                    + "), as attacks do; open it in a picture editor and save it as a new JPEG or PNG.";
        }
    }

    /** A TIFF with the pages of a book. */
    record TooManyPages(String name, int maxPages) implements Refusal {
        @Override
        public String sentence() {
            return name + " has more than " + maxPages + " pages; export the one that you want to show as a picture.";
        }
    }

    /** Moving pictures have no still crop. */
    record Animated(String name) implements Refusal {
        @Override
        public String sentence() {
            return name + " is animated, and only still pictures are shown; export one frame as JPEG or PNG.";
        }
    }

    /** A format for which this installation has no decoder. */
    record NoDecoder(String name, String format) implements Refusal {
        @Override
        public String sentence() {
            return name + " is a picture of the kind " + format
                    + ", which cannot be read on this server; save it as JPEG, or have libvips installed here.";
        }
    }

    /** The decoder gave up. */
    record Damaged(String name, String reason) implements Refusal {
        @Override
        public String sentence() {
            return name + " is damaged (" + reason + "); open it in a picture editor and save it as a new JPEG or PNG.";
        }
    }

    /** The decoder was stopped. */
    record TooSlow(String name, Duration limit) implements Refusal {
        @Override
        public String sentence() {
            return name + " took longer than " + limit.toSeconds()
                    + " seconds to read and was stopped; make it smaller or save it as JPEG.";
        }
    }

    /** The decoder died of this picture, twice. */
    record BrokeDecoder(String name) implements Refusal {
        @Override
        public String sentence() {
            return name + " broke the decoder twice; open it in a picture editor and save it as a new JPEG or PNG.";
        }
    }

    /**
     * The virus scanner found something.
     *
     * @param signature what it calls it
     */
    record Infected(String name, String signature) implements Refusal {
        @Override
        public String sentence() {
            return name + " was not taken in: the virus scanner found " + signature
                    + " in it. Tell whoever sent it, and have the computer that it came from looked at.";
        }
    }

    /**
     * The virus scanner did not say, so nobody knows. The file may be sent again later.
     *
     * @param reason for the operator
     */
    record NotScanned(String name, String reason) implements Refusal {
        @Override
        public String sentence() {
            return name + " was not taken in: the virus scanner does not answer (" + reason
                    + "). Send it again later, or have the scanner looked at.";
        }
    }

    private static String millions(long number) {
        return String.format(Locale.ROOT, number % 1_000_000 == 0 ? "%.0f" : "%.1f", number / 1e6);
    }
}
