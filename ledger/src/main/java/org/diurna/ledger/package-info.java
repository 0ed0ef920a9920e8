/**
 * The ledger: an append-only, signed log of bytes in the tlog-tiles format, with the strict parsers and proofs that a
 * verifier needs. It never knows what an edition is; a leaf is text whose grammar cannot hold personal data.
 */
@NullMarked
package org.diurna.ledger;

import org.jspecify.annotations.NullMarked;
