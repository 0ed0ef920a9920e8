package org.diurna.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;

/** The files of pictures: their addresses, the sheets that they are, and what stands where they were. */
public final class Media {
    private static final String ROOT = "/media/";

    private Media() {}

    /**
     * The address of a file on the host of whoever shows it.
     *
     * @param sha256 of the file, 64 hexadecimal digits
     * @param name   with its suffix; holds nothing that was written by a person
     */
    public static String path(String sha256, String name) {
        return ROOT + sha256 + "/" + name;
    }

    /** A file; whoever has it may keep it for ever, since its address holds its digest. */
    public static Sheet file(Office office, Plate.Print print, byte[] bytes) {
        return new Sheet.Printed(
                office.host(),
                print.path(),
                print.type(),
                Caching.IMMUTABLE,
                Optional.empty(),
                Map.of("Access-Control-Allow-Origin", "*"),
                bytes);
    }

    /** The pictures of a release for other formats: each once, the banner first. */
    static List<Plate> distinct(List<Plate> plates) {
        List<Plate> distinct = new ArrayList<>();
        for (Plate plate : plates) {
            if (distinct.stream().noneMatch(other -> other.picture().equals(plate.picture()))) {
                distinct.add(plate);
            }
        }
        return distinct;
    }

    /** The file that stands for a picture where only one can be named. */
    static Plate.Print main(Plate plate) {
        return plate.widest(Plate.Cut.CARD)
                .or(() -> plate.widest(Plate.Cut.WHOLE))
                .orElseThrow(() -> new IllegalStateException("The picture " + plate.picture() + " has no JPEG file."));
    }

    /** The largest file of a picture, uncropped where there is one. */
    static Plate.Print largest(Plate plate) {
        return plate.widest(Plate.Cut.WHOLE)
                .or(() -> plate.widest(Plate.Cut.WIDE))
                .or(() -> plate.widest(Plate.Cut.CARD))
                .orElseThrow(() -> new IllegalStateException("The picture " + plate.picture() + " has no JPEG file."));
    }
}
