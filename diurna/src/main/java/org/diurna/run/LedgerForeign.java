package org.diurna.run;

/** Ledger and database do not belong together, or not at this moment. Trying again does not help. */
public final class LedgerForeign extends RuntimeException {
    private static final long serialVersionUID = 1;

    LedgerForeign(String message) {
        super(message);
    }
}
