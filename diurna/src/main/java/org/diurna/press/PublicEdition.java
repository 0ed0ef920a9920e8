package org.diurna.press;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Kind;
import org.diurna.edition.Plate;
import org.diurna.edition.Wording;

/**
 * One edition as it goes to the public.
 *
 * @param number    1, 2, 3 …
 * @param note      what changed, for readers; may be empty in the first edition
 * @param published when it became public
 * @param wording   what it says
 * @param bodyHtml  the serialisation inside {@code json}; the page holds it byte for byte
 * @param json      bytes of edition.json, as logged
 * @param seal      without it nothing goes to the public
 * @param plates    its pictures that may be shown, the banner first
 * @param recalled  its pictures that may be shown no more
 */
public record PublicEdition(
        int number,
        Kind kind,
        String note,
        Instant published,
        Wording wording,
        String bodyHtml,
        byte[] json,
        Seal seal,
        List<Plate> plates,
        List<Recalled> recalled) {
    public PublicEdition {
        plates = List.copyOf(plates);
        recalled = List.copyOf(recalled);
    }

    /** An edition without pictures. */
    public PublicEdition(
            int number,
            Kind kind,
            String note,
            Instant published,
            Wording wording,
            String bodyHtml,
            byte[] json,
            Seal seal) {
        this(number, kind, note, published, wording, bodyHtml, json, seal, List.of(), List.of());
    }

    /** A picture that was taken back from the public after the edition had shown it; see {@link Plate#place}. */
    public record Recalled(String place, Instant at) {}

    /** The picture above it. */
    public Optional<Plate> banner() {
        return plates.stream().filter(Plate::banner).findFirst();
    }

    /** Whether a picture inside the text may be shown no more, so that the text cannot be printed as it was. */
    boolean torn() {
        return recalled.stream().anyMatch(gone -> !gone.place().equals(Plate.BANNER));
    }
}
