package org.diurna.edition;

import java.time.Instant;
import org.diurna.house.Language;

/**
 * What a decision did to a language version.
 *
 * @param sequence order in which happenings were written
 * @param edition  the edition that it made, or the newest one that it concerns
 * @param doer     who decided
 */
public record Happening(
        long sequence,
        String id,
        Kind kind,
        ReleaseId release,
        Language language,
        int edition,
        Instant at,
        String doer) {}
