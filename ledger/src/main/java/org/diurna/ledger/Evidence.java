package org.diurna.ledger;

import java.util.Optional;

/**
 * What is to be checked; any part may be missing, and then less is proven.
 *
 * @param page the HTML page, as bytes
 * @param edition the file edition.json
 * @param proof the file edition.tlog-proof
 * @param paper the words of a printed edition
 */
public record Evidence(Optional<byte[]> page, Optional<byte[]> edition, Optional<byte[]> proof, Optional<Paper> paper) {
    /** Without a paper. */
    public Evidence(Optional<byte[]> page, Optional<byte[]> edition, Optional<byte[]> proof) {
        this(page, edition, proof, Optional.empty());
    }

    /** All three. */
    public static Evidence of(byte[] page, byte[] edition, byte[] proof) {
        return new Evidence(Optional.of(page), Optional.of(edition), Optional.of(proof));
    }

    /** Without a page. */
    public static Evidence of(byte[] edition, byte[] proof) {
        return new Evidence(Optional.empty(), Optional.of(edition), Optional.of(proof));
    }
}
