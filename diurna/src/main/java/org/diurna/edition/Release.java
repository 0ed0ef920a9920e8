package org.diurna.edition;

import java.time.Instant;
import java.util.Optional;

/** One thing that an office says, in as many languages as it likes. */
public record Release(
        ReleaseId id, Office office, String type, Optional<ReleaseNumber> number, Instant created, String creator) {}
