package org.diurna.press;

/**
 * What the ledger answered for an edition or a withdrawal.
 *
 * @param index    of the leaf
 * @param leafHash 64 hexadecimal digits
 * @param code     the short code that a person can type
 * @param proof    bytes of {@code edition.tlog-proof}
 * @param content  SHA-256 of edition.json, 64 hexadecimal digits
 */
public record Seal(long index, String leafHash, String code, byte[] proof, String content) {}
