package org.diurna.counter;

import java.util.List;
import java.util.function.Supplier;
import org.diurna.edition.Office;
import org.diurna.house.Language;
import org.diurna.house.Outbox;
import org.diurna.press.Press;

/**
 * What the counter needs of the rest of the house, which it may not know.
 *
 * @param press    whose frame its pages stand in
 * @param places   public addresses
 * @param desk     address of the desk without a slash at its end, for letters to officers
 * @param officers who answers requests
 * @param outbox   carries letters
 * @param files    the bytes of pictures in full size
 * @param keepDays for how long a person is remembered after the last that happened, in days
 */
public record Surroundings(
        Supplier<Press> press,
        Places places,
        Supplier<String> desk,
        Officers officers,
        Outbox outbox,
        Files files,
        int keepDays) {
    /** Public addresses. */
    public interface Places {
        /** The whole address of a path on an office's host. */
        String address(Office office, String path);
    }

    /** Who answers requests. */
    public interface Officers {
        /** Those whose duties carry it in that office. */
        List<Officer> of(String office);
    }

    /** Somebody who answers requests. */
    public record Officer(String mail, Language language) {}

    /** The bytes of pictures in full size. */
    public interface Files {
        /**
         * A part of the file with that SHA-256.
         *
         * @param first  its first byte, from 0
         * @param length in bytes; the file has as many at least
         */
        byte[] read(String sha256, long first, int length);
    }
}
