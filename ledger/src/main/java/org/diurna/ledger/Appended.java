package org.diurna.ledger;

import java.util.List;

/**
 * What an append answers, also when it found that the entries were there already.
 *
 * @param receipts one for each entry, in their order, all against the newest checkpoint
 * @param files what a public copy must get that was complete before these entries: first bundles and tiles, the
 *     checkpoint last. Lay them in this order, or in one step
 */
public record Appended(List<Receipt> receipts, List<PublicFile> files) {
    public Appended {
        receipts = List.copyOf(receipts);
        files = List.copyOf(files);
    }
}
