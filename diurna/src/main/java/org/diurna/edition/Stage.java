package org.diurna.edition;

import java.time.Instant;

/** How far a language version has come. */
public sealed interface Stage {
    /** Nothing of it has ever been public. */
    record Drafted() implements Stage {}

    /** Its words are signed off; they wait for their time, or for a person where they missed it. */
    record Scheduled(Schedule schedule) implements Stage {}

    /** An edition is frozen and on its way through the press. */
    record InPress(int edition, Instant since) implements Stage {}

    /**
     * It stands in public.
     *
     * @param edition  the newest
     * @param since    first publication
     * @param revision of the draft that the newest edition froze
     */
    record Public(int edition, Instant since, int revision) implements Stage {}

    /** It was public and was taken back. */
    record Withdrawn(Instant at, String reason) implements Stage {}
}
