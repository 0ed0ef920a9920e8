package org.diurna.run;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.diurna.edition.Happenings;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseTypes;
import org.diurna.edition.Releases;
import org.diurna.house.Database;
import org.diurna.ledger.Ledger;
import org.diurna.stand.Shelf;

/** What the work on the way to the public is done with. */
public record Workshop(
        Database database,
        Offices offices,
        Releases releases,
        Happenings happenings,
        ReleaseTypes types,
        Ledger ledger,
        Shelf shelf,
        Sites sites,
        PressRun.Confirmation confirmation,
        Clock clock,
        Renditions renditions,
        Watch watch) {

    /** Where the files of pictures are kept until they are public. */
    public interface Renditions {
        /** The bytes of a file, by its SHA-256; made again where they were lost. */
        byte[] read(String sha256);
    }

    /** A workshop of an installation where nobody watches the ledger. */
    public Workshop(
            Database database,
            Offices offices,
            Releases releases,
            Happenings happenings,
            ReleaseTypes types,
            Ledger ledger,
            Shelf shelf,
            Sites sites,
            PressRun.Confirmation confirmation,
            Clock clock,
            Renditions renditions) {
        this(
                database,
                offices,
                releases,
                happenings,
                types,
                ledger,
                shelf,
                sites,
                confirmation,
                clock,
                renditions,
                Watch.NOBODY);
    }

    /** A workshop of an installation without pictures. */
    public Workshop(
            Database database,
            Offices offices,
            Releases releases,
            Happenings happenings,
            ReleaseTypes types,
            Ledger ledger,
            Shelf shelf,
            Sites sites,
            PressRun.Confirmation confirmation,
            Clock clock) {
        this(database, offices, releases, happenings, types, ledger, shelf, sites, confirmation, clock, sha256 -> {
            throw new IllegalStateException("There is no darkroom that could have made " + sha256 + ".");
        });
    }

    /**
     * Compares the database with the ledger. A database that knows of fewer leaves than the ledger holds, or of more
     * receipts than it has leaves, was restored from a backup or belongs to another ledger; going on would say two
     * things about one index.
     *
     * @throws LedgerForeign when they do not fit
     */
    void ledgerMustFit() {
        record Counted(long leaves, long receipts) {}
        Counted counted = database.read(() -> database.sql("""
                        select (select count(*) from leaf) + (select count(*) from other_leaf) as leaves,
                               (select count(proof) from leaf) + (select count(proof) from other_leaf) as receipts""")
                .query((row, _) -> new Counted(row.getLong("leaves"), row.getLong("receipts")))
                .single());
        long size = ledger.size();
        boolean sameNewest = newestReceipt()
                .map(leaf -> leaf.index() < size && Arrays.equals(leaf.bytes(), ledger.entry(leaf.index())))
                .orElse(true);
        if (size > counted.leaves() || size < counted.receipts() || !sameNewest) {
            throw new LedgerForeign("The ledger has " + size + " entries, the database knows " + counted.leaves()
                    + " leaves and " + counted.receipts()
                    + " receipts. One of them was restored from a backup alone, or"
                    + " they belong to different installations. Nothing is signed until they fit; put both back as they"
                    + " were at the same moment.");
        }
    }

    private record Entry(long index, byte[] bytes) {}

    /** The last leaf that the database has a receipt for: what the ledger holds there tells whether it is the same one. */
    private Optional<Entry> newestReceipt() {
        return database.read(() -> database.sql("""
                        select idx, bytes from (select idx, bytes from leaf where proof is not null
                                                order by idx desc limit 1) a
                        union all
                        select idx, bytes from (select idx, bytes from other_leaf where proof is not null
                                                order by idx desc limit 1) b
                        order by idx desc limit 1""")
                .query((row, _) -> new Entry(row.getLong("idx"), row.getBytes("bytes")))
                .optional());
    }
}
