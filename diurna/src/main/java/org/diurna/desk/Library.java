package org.diurna.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.darkroom.Crop;
import org.diurna.darkroom.Description;
import org.diurna.darkroom.Focus;
import org.diurna.darkroom.Master;
import org.diurna.darkroom.Rights;
import org.diurna.darkroom.Slot;
import org.diurna.house.Settings;

/** The pictures that releases can show, as decisions ask for them. */
public interface Library {
    /** An organisation without pictures. */
    Library NONE = _ -> Optional.empty();

    /** A picture by its id; empty where there is none. */
    Optional<Shelved> find(String picture);

    /** Whether another picture has taken its place, so that nothing is to show it anew. */
    default boolean replaced(String picture) {
        return false;
    }

    /** The same where releases of that office may show it; what is of another office is not there for them. */
    default Optional<Shelved> find(String picture, String office) {
        return find(picture).filter(found -> found.servesIn(office));
    }

    /**
     * Pictures of an office, and those of all offices, that fit some words, the newest first; all of them where there
     * are no words.
     *
     * @param most of them
     */
    default List<Shelved> search(String office, String words, int most) {
        return List.of();
    }

    /**
     * A picture of the library.
     *
     * @param id          64 hexadecimal digits, as drafts name it
     * @param office      whose it is; empty for a picture of all offices
     * @param description empty while it is not described so far that its files could say what they show
     * @param rights      empty while nobody said whose it is
     * @param crops       chosen or proposed, for every slot
     * @param embargo     until when it may not be shown
     * @param expires     from when on it may be used no more
     * @param largest     whether the public page may offer its largest file
     */
    record Shelved(
            String id,
            Master master,
            String office,
            Optional<Description> description,
            Optional<Rights> rights,
            Map<Slot, Crop> crops,
            Optional<Instant> embargo,
            Optional<Instant> expires,
            Settings.Licence.Largest largest) {
        public Shelved {
            crops = Map.copyOf(crops);
        }

        /** Whether releases of that office may show it. */
        boolean servesIn(String code) {
            return office.isEmpty() || office.equals(code);
        }

        /** What a slot shows; the middle of the picture where nobody chose, and all of it where nothing is cut. */
        Crop crop(Slot slot) {
            Crop proposed = slot.propose(master.width(), master.height(), Focus.USUAL);
            return slot == Slot.WHOLE ? proposed : crops.getOrDefault(slot, proposed);
        }
    }
}
