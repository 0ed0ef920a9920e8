package org.diurna.desk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.diurna.darkroom.Backstage;
import org.diurna.darkroom.Crop;
import org.diurna.darkroom.Darkroom;
import org.diurna.darkroom.Development;
import org.diurna.darkroom.Slot;
import org.diurna.edition.Plate;

/**
 * What releases do with pictures: find them, look at them before they are public, and have them developed. A look is a
 * small JPEG without credit that the desk alone serves; the last ones are remembered.
 */
public final class Studio {
    /** Looks that are remembered; each has some 100 kB. */
    private static final int LOOKS_MAX = 96;

    private final Library library;
    private final Optional<Supplier<Darkroom>> darkroom;
    private final Platemaker platemaker;
    private final Map<String, byte[]> looks = new LinkedHashMap<>(LOOKS_MAX, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > LOOKS_MAX;
        }
    };

    public Studio(Library library, Supplier<Darkroom> darkroom, Backstage backstage) {
        this.library = library;
        this.darkroom = Optional.of(darkroom);
        this.platemaker = new Platemaker(library, backstage);
    }

    private Studio() {
        this.library = Library.NONE;
        this.darkroom = Optional.empty();
        this.platemaker = Platemaker.none();
    }

    /** Of an organisation without pictures. */
    public static Studio none() {
        return new Studio();
    }

    public Library library() {
        return library;
    }

    /**
     * Where pictures are taken in.
     *
     * @throws IllegalStateException in an organisation without pictures
     */
    Darkroom darkroom() {
        return darkroom.orElseThrow(() -> new IllegalStateException("This organisation has no darkroom."))
                .get();
    }

    /** What can be taken in, for the {@code accept} of a form. */
    java.util.List<String> mediaTypes() {
        return darkroom().mediaTypes();
    }

    public Platemaker platemaker() {
        return platemaker;
    }

    /** How a picture is looked at: in a list, or as the page would show it. */
    enum Look {
        THUMB(Slot.SQUARE, 320, Plate.Cut.WHOLE),
        WIDE(Slot.BANNER_WIDE, 1_440, Plate.Cut.WIDE),
        MIDDLE(Slot.BANNER, 960, Plate.Cut.MIDDLE),
        TALL(Slot.BANNER_TALL, 828, Plate.Cut.TALL),
        CARD(Slot.CARD, 600, Plate.Cut.CARD),
        WHOLE(Slot.WHOLE, 960, Plate.Cut.WHOLE);

        private final Slot slot;
        private final int width;
        private final Plate.Cut cut;

        Look(Slot slot, int width, Plate.Cut cut) {
            this.slot = slot;
            this.width = width;
            this.cut = cut;
        }

        Plate.Cut cut() {
            return cut;
        }

        /** {@code wide.jpg} */
        String file() {
            return name().toLowerCase(Locale.ROOT) + ".jpg";
        }

        /** The crop of a picture that it shows. */
        Crop crop(Library.Shelved picture) {
            return picture.crop(slot);
        }

        int width(Library.Shelved picture) {
            return Math.min(width, crop(picture).width());
        }

        int height(Library.Shelved picture) {
            return slot.heightFor(width(picture), crop(picture));
        }
    }

    /** The JPEG file of a look; empty where there is no such picture, or its file is damaged. */
    Optional<byte[]> look(String id, Look look) {
        Optional<Library.Shelved> picture = library.find(id);
        if (picture.isEmpty() || darkroom.isEmpty()) {
            return Optional.empty();
        }
        Crop crop = look.crop(picture.get());
        String sha256 = picture.get().master().sha256();
        String name = sha256 + look + crop;
        synchronized (looks) {
            byte[] known = looks.get(name);
            if (known != null) {
                return Optional.of(known);
            }
        }
        return switch (darkroom.get().get().preview(sha256, look.slot, crop, look.width)) {
            case Development.NotDeveloped _ -> Optional.empty();
            case Development.Developed developed -> {
                byte[] bytes = developed.renditions().getFirst().bytes();
                synchronized (looks) {
                    looks.put(name, bytes);
                }
                yield Optional.of(bytes);
            }
        };
    }
}
