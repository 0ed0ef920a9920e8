package org.diurna.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.diurna.edition.Edition;
import org.diurna.edition.Happening;
import org.diurna.edition.Kind;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.house.Database;
import org.diurna.ledger.Hash;
import org.diurna.ledger.Leaf;
import org.diurna.ledger.Ledger;
import org.diurna.ledger.OfficialNames;
import org.diurna.ledger.Receipt;

/**
 * Proves happenings in the ledger. Each gets its index in the database first, durably; then the leaves are appended at
 * exactly these indices, which can be repeated; then the receipts are noted together with what the public will see.
 */
final class Sealing {
    private final Database database;
    private final Releases releases;
    private final Log log;
    private final Publications publications;
    private final Changes changes;
    private final Watch watch;

    /** The part of the ledger that sealing writes to; both methods may be called again after any failure. */
    interface Log {
        long size();

        /** Receipts of these leaves, appended at exactly this index now or by an earlier call. */
        List<Receipt> append(long first, List<byte[]> leaves);

        static Log of(Ledger ledger) {
            return new Log() {
                @Override
                public long size() {
                    return ledger.size();
                }

                @Override
                public List<Receipt> append(long first, List<byte[]> leaves) {
                    return ledger.append(first, leaves).receipts();
                }
            };
        }
    }

    Sealing(Database database, Releases releases, Log log, Watch watch) {
        this.database = database;
        this.releases = releases;
        this.log = log;
        this.publications = new Publications(database);
        this.changes = new Changes(database);
        this.watch = watch;
    }

    /** A leaf whose receipt is not noted yet. */
    private record Unsealed(long index, Optional<String> happening, byte[] bytes) {}

    /**
     * A list of official names that is proven.
     *
     * @param said  its text
     * @param proof file
     */
    record Named(long index, byte[] said, byte[] proof) {}

    /** Proves these happenings, oldest first; those that are proven already stay as they are. */
    void seal(List<Happening> happenings) {
        database.write(() -> {
            oneAtATime();
            happenings.stream().filter(this::hasNoLeaf).forEach(this::assign);
        });
        proveAll();
    }

    /** Proves a list of official names; one that a run entered which died before its proof is not entered again. */
    void name(OfficialNames names, Instant at) {
        database.write(() -> {
            oneAtATime();
            if (newestIs(names)) {
                return;
            }
            Leaf leaf = new Leaf.Hosts(at.truncatedTo(ChronoUnit.SECONDS), names.digest());
            database.sql("insert into other_leaf (idx, said, at, bytes) values (:idx, :said, :at, :bytes)")
                    .param("idx", next())
                    .param("said", names.bytes())
                    .param("at", at.toEpochMilli())
                    .param("bytes", leaf.bytes())
                    .update();
        });
        proveAll();
    }

    private boolean newestIs(OfficialNames names) {
        return database.sql("select said from other_leaf order by idx desc limit 1")
                .query((row, _) -> row.getBytes("said"))
                .optional()
                .filter(said -> Arrays.equals(said, names.bytes()))
                .isPresent();
    }

    /** The newest list of official names, where there is one. */
    Optional<Named> named() {
        return database.read(() -> database.sql(
                        "select idx, said, proof from other_leaf where proof is not null order by idx desc limit 1")
                .query((row, _) -> new Named(row.getLong("idx"), row.getBytes("said"), row.getBytes("proof")))
                .optional());
    }

    private void proveAll() {
        List<Unsealed> unsealed = unsealed();
        if (unsealed.isEmpty()) {
            return;
        }
        // a run that died after its append left leaves that are in the ledger already; new ones may wait behind them
        long size = log.size();
        append(unsealed.stream().filter(leaf -> leaf.index() < size).toList());
        append(unsealed.stream().filter(leaf -> leaf.index() >= size).toList());
    }

    /** Two nodes must not choose the same index: the second waits here, then sees the leaves of the first. */
    private void oneAtATime() {
        database.holdAlone("leaf");
    }

    private void append(List<Unsealed> leaves) {
        if (leaves.isEmpty()) {
            return;
        }
        List<Receipt> receipts = log.append(
                leaves.getFirst().index(), leaves.stream().map(Unsealed::bytes).toList());
        database.write(() -> {
            for (int i = 0; i < leaves.size(); i++) {
                note(leaves.get(i), receipts.get(i));
            }
        });
    }

    /** The smallest index of the leaves of these happenings: what the public copy of the log may lack starts here. */
    long firstIndex(List<Happening> happenings) {
        return database.read(() -> database.sql("select min(idx) from leaf where happening in (:happenings)")
                .param("happenings", happenings.stream().map(Happening::id).toList())
                .query(Long.class)
                .single());
    }

    private boolean hasNoLeaf(Happening happening) {
        return database.sql("select 1 from leaf where happening = :happening")
                .param("happening", happening.id())
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    private void assign(Happening happening) {
        long index = next();
        Release release = releases.find(happening.release()).orElseThrow();
        Optional<Edition> edition = ends(happening.kind()) ? Optional.empty() : Optional.of(edition(happening));
        Leaf leaf = new Leaf.Edition(
                release.office().code(),
                happening.release().value(),
                happening.edition(),
                happening.language().tag(),
                Leaf.Kind.valueOf(happening.kind().name()),
                happening.at().truncatedTo(ChronoUnit.SECONDS),
                previous(happening),
                happening.kind() == Kind.TRANSLATION ? source(happening) : OptionalLong.empty(),
                edition.map(made -> Hash.of(java.util.HexFormat.of().parseHex(made.digest()))),
                Optional.empty());
        database.sql("""
                        insert into leaf (idx, happening, release, lang, edition, kind, content, bytes)
                        values (:idx, :happening, :release, :lang, :edition, :kind, :content, :bytes)""")
                .param("idx", index)
                .param("happening", happening.id())
                .param("release", happening.release().value())
                .param("lang", happening.language().tag())
                .param("edition", happening.edition())
                .param("kind", happening.kind().word())
                .param("content", edition.map(Edition::digest).orElse("-"))
                .param("bytes", leaf.bytes())
                .update();
    }

    private long next() {
        return 1
                + Math.max(
                        last("select coalesce(max(idx), -1) from leaf"),
                        last("select coalesce(max(idx), -1) from other_leaf"));
    }

    private long last(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private static boolean ends(Kind kind) {
        return switch (kind) {
            case WITHDRAWAL, ERASURE -> true;
            case RELEASE, TRANSLATION, UPDATE, CORRECTION, REFILE, RESTORE -> false;
        };
    }

    private Edition edition(Happening happening) {
        return releases.editions(happening.release(), happening.language()).stream()
                .filter(edition -> edition.number() == happening.edition())
                .findFirst()
                .orElseThrow();
    }

    private OptionalLong previous(Happening happening) {
        return index("where release = :release and lang = :lang", happening);
    }

    /** The leaf of the original's newest edition. */
    private OptionalLong source(Happening happening) {
        return index("""
                where release = :release and content <> '-' and lang <> :lang and exists (
                    select 1 from version v where v.release = leaf.release and v.lang = leaf.lang
                    and v.standing = 'original')""", happening);
    }

    private OptionalLong index(String where, Happening happening) {
        return database.sql("select max(idx) as idx from leaf " + where)
                .param("release", happening.release().value())
                .param("lang", happening.language().tag())
                .query((row, _) -> {
                    long index = row.getLong("idx");
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(index);
                })
                .single();
    }

    private List<Unsealed> unsealed() {
        return database.read(() -> database.sql("""
                        select idx, happening, bytes from leaf where proof is null
                        union all select idx, null, bytes from other_leaf where proof is null
                        order by idx""")
                .query((row, _) -> new Unsealed(
                        row.getLong("idx"), Optional.ofNullable(row.getString("happening")), row.getBytes("bytes")))
                .list());
    }

    private void note(Unsealed leaf, Receipt receipt) {
        String table = leaf.happening().isPresent() ? "leaf" : "other_leaf";
        database.sql("update " + table + " set hash = :hash, code = :code, proof = :proof where idx = :idx")
                .param("hash", receipt.leafHash().hex())
                .param("code", receipt.code().toString())
                .param("proof", receipt.proof().bytes())
                .param("idx", leaf.index())
                .update();
        if (leaf.happening().isEmpty()) {
            watch.named(
                    leaf.index(),
                    receipt.code().toString(),
                    Leaf.parse(leaf.bytes()).time());
            return;
        }
        Happening happening = releases.happenings().find(leaf.happening().get()).orElseThrow();
        Release release = releases.find(happening.release()).orElseThrow();
        String said;
        if (ends(happening.kind())) {
            publications.withdraw(happening);
            said = publications.reason(happening);
        } else {
            Edition edition = edition(happening);
            publications.publish(release, happening, edition);
            said = edition.note();
        }
        if (Changes.isChange(happening.kind())) {
            changes.note(release, happening, leaf.index(), said);
        }
        watch.entered(new Watch.Entered(
                leaf.index(),
                receipt.code().toString(),
                release.office().code(),
                happening.release(),
                happening.language(),
                happening.edition(),
                happening.kind(),
                happening.at().truncatedTo(ChronoUnit.SECONDS)));
    }
}
