package org.diurna.press;

import java.time.Instant;
import org.diurna.edition.Kind;
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
 */
public record PublicEdition(
        int number,
        Kind kind,
        String note,
        Instant published,
        Wording wording,
        String bodyHtml,
        byte[] json,
        Seal seal) {}
