package org.diurna.run;

import java.time.Instant;
import org.diurna.edition.Kind;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;

/**
 * Hears of every new entry of the ledger, in the transaction that notes its receipt, once for each. It may write to the
 * database; what it throws undoes the noting, which is tried again.
 */
public interface Watch {
    /** Nobody is told. */
    Watch NOBODY = _ -> {};

    void entered(Entered entry);

    /** The list of official names has a new entry. */
    default void named(long index, String code, Instant at) {
        // who only follows releases need not hear of names
    }

    /**
     * What may be told: nothing of it is secret, for the entry itself is public.
     *
     * @param index in the ledger
     * @param code  the short code that people type at the page for checking
     */
    record Entered(
            long index,
            String code,
            String office,
            ReleaseId release,
            Language language,
            int edition,
            Kind kind,
            Instant at) {}
}
