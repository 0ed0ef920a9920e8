package org.diurna.edition;

import java.time.Instant;
import org.diurna.house.Language;

/**
 * A frozen, numbered wording of a language version.
 *
 * @param note     what changed, for readers; may be empty in the first edition
 * @param json     the bytes of edition.json
 * @param bodyHtml the serialisation inside them
 * @param digest   SHA-256 of {@code json}, 64 hexadecimal digits
 * @param revision of the draft that was frozen
 */
public record Edition(
        ReleaseId release,
        Language language,
        int number,
        Kind kind,
        String note,
        Wording wording,
        byte[] json,
        String bodyHtml,
        String digest,
        int revision,
        Instant published) {}
