package org.diurna.stand;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whole states of the site, so that a start need not read the whole journal. They are derived: any of them may be
 * deleted. The name of a snapshot holds its digest, so a damaged one is known before it is used, and passed over.
 */
final class Snapshots {
    private static final Pattern NAME = Pattern.compile("([0-9]{12})-([0-9a-f]{64})\\.json");

    /** A snapshot that lies in the folder. */
    record Snapshot(long turn, Digest digest, Path file) {}

    private final Path folder;
    private final Disk disk;

    Snapshots(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** The newest undamaged one that is not later than this turn. */
    Optional<Snapshot> newest(long upTo) throws IOException {
        for (var snapshot : all()) {
            if (snapshot.turn <= upTo && digestOf(snapshot.file).equals(snapshot.digest)) {
                return Optional.of(snapshot);
            }
        }
        return Optional.empty();
    }

    /** Newest first. */
    List<Snapshot> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> {
                        var name = NAME.matcher(file.getFileName().toString());
                        return name.matches()
                                ? Stream.of(
                                        new Snapshot(Long.parseLong(name.group(1)), Digest.parse(name.group(2)), file))
                                : Stream.empty();
                    })
                    .sorted(Comparator.comparingLong(Snapshot::turn).reversed())
                    .toList();
        }
    }

    void read(Snapshot snapshot, Consumer<Change> each) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(snapshot.file), 1 << 16)) {
            JournalText.readSnapshot(in, each);
        }
    }

    /**
     * Writes the state after this turn: the older snapshot without what changed since, then what changed since. Only
     * the latter is held in memory.
     *
     * @return the number of addresses
     */
    long write(long turn, Digest digestOfTurn, Instant at, Path temporary, Optional<Snapshot> older, List<Change> since)
            throws IOException {
        var last = new HashMap<String, Change>();
        since.forEach(change -> last.put(change.host() + change.path(), change));
        var sha = sha256();
        long[] count = new long[1];
        disk.write(temporary, out -> {
            var digesting = new DigestOutputStream(out, sha);
            JournalText.write(digesting, turn, digestOfTurn, at, each -> {
                Consumer<Change> counted = each.andThen(_ -> count[0]++);
                older.ifPresent(snapshot -> readUnchecked(snapshot, change -> {
                    if (!last.containsKey(change.host() + change.path())) {
                        counted.accept(change);
                    }
                }));
                last.values().forEach(counted);
            });
        });
        var name = "%012d-%s.json".formatted(turn, Digest.ofDigestBytes(sha.digest()));
        disk.rename(temporary, folder.resolve(name));
        disk.syncFolder(folder);
        return count[0];
    }

    private void readUnchecked(Snapshot snapshot, Consumer<Change> each) {
        try {
            read(snapshot, each);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Digest digestOf(Path file) throws IOException {
        var sha = sha256();
        try (var in = Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
        }
        return Digest.ofDigestBytes(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
