package org.diurna.ledger;

/** What came of asking a witness for its cosignature. None of these may keep a release from being published. */
public sealed interface WitnessAnswer {
    /** Which witness. */
    Policy.Witness witness();

    /** It signed. The checkpoint is the one that was shown to it, with its line. */
    record Cosigned(Policy.Witness witness, SignedCheckpoint checkpoint) implements WitnessAnswer {}

    /**
     * It has seen more entries than there are here: a backup was restored, or the key is used elsewhere. Stop signing
     * and find out.
     */
    record Ahead(Policy.Witness witness, long size) implements WitnessAnswer {}

    /** It holds that this log was forked (409 for the same size, 422), or that the request is wrong (400). */
    record Refused(Policy.Witness witness, int status, String reason) implements WitnessAnswer {}

    /** It does not watch this log (404) or does not know its key (403): tell its people. */
    record Unknown(Policy.Witness witness, int status) implements WitnessAnswer {}

    /** It could not be asked, or its answer makes no sense; ask again later. */
    record Unreachable(Policy.Witness witness, String reason) implements WitnessAnswer {}
}
