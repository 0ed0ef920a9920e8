package org.diurna.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diurna.ledger.LedgerException.Malformed;
import org.diurna.ledger.LedgerException.NotFounded;
import org.diurna.ledger.LedgerException.NotGenuine;

/**
 * The witness role (C2SP tlog-witness, server side): remembers the newest checkpoint of each log that it watches and
 * cosigns a newer one only when that goes on from it. So that ministries, libraries and archives can watch each other.
 *
 * <p>Plain logic without a server: mount {@link #addCheckpoint} at {@code POST <prefix>/add-checkpoint} and
 * {@link #checkpoint} at {@code GET <prefix>/<hex>/checkpoint}. What is cosigned is durable before it is answered. May
 * be called from many threads; one process at a time can have the folder open.
 */
public final class Witness implements AutoCloseable {
    /** Larger requests are answered with 400; a proof has 63 hashes at most. */
    public static final int REQUEST_MAX_BYTES = SignedNote.NOTE_MAX_BYTES + 4096;

    /** An answer over HTTP. */
    public record Reply(int status, String mediaType, String body) {
        private static Reply of(int status, String words) {
            return new Reply(status, "text/plain; charset=utf-8", words + "\n");
        }

        private static Reply seen(long size) {
            return new Reply(409, "text/x.tlog.size", size + "\n");
        }
    }

    private final LogFiles files;
    private final List<Cosigner> cosigners;
    private final List<VerifierKey> logs;
    private final Clock clock;
    private final AutoCloseable lock;

    private Witness(Disk disk, List<Cosigner> cosigners, List<VerifierKey> logs, Clock clock, AutoCloseable lock) {
        this.files = new LogFiles(disk);
        this.cosigners = List.copyOf(cosigners);
        this.logs = List.copyOf(logs);
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * Opens the witness.
     *
     * @param folder of its memory, which must never be restored from a backup; it must exist
     * @param cosigners its keys, one line of the answer each
     * @param logs keys of the logs that it watches; a log in change has two
     * @throws NotFounded when there is no folder
     * @throws LedgerException.Unavailable when another process has it open
     */
    public static Witness open(Path folder, List<Cosigner> cosigners, List<VerifierKey> logs, Clock clock) {
        if (!Files.isDirectory(folder)) {
            throw new NotFounded("There is no folder " + folder + " for the memory of the witness. Create it.");
        }
        return new Witness(new FolderDisk(folder), cosigners, logs, clock, FolderLock.take(folder));
    }

    static Witness open(Disk disk, List<Cosigner> cosigners, List<VerifierKey> logs, Clock clock) {
        return new Witness(disk, cosigners, logs, clock, () -> {});
    }

    private record Request(long old, List<Hash> proof, String note, Checkpoint checkpoint) {
        static Request parse(byte[] body) {
            if (body.length > REQUEST_MAX_BYTES) {
                throw new Malformed("The request is larger than " + REQUEST_MAX_BYTES + " bytes.");
            }
            String text = Strict.utf8(body, "request");
            int end = text.indexOf("\n\n");
            List<String> lines = Strict.lines(text.substring(0, end + 1), "request");
            if (end < 0 || !lines.getFirst().startsWith("old ") || lines.size() > Proofs.LENGTH_MAX + 1) {
                throw new Malformed("A request has a line \"old\", up to 63 hashes, an empty line and a checkpoint.");
            }
            String note = text.substring(end + 2);
            return new Request(
                    Strict.decimal(lines.getFirst().substring("old ".length()), "old size"),
                    lines.stream()
                            .skip(1)
                            .map(line -> Strict.hash(line, "hash"))
                            .toList(),
                    note,
                    Checkpoint.parse(SignedNote.parse(note).text()));
        }
    }

    /**
     * Answers a request to cosign.
     *
     * @param body of the request
     * @throws LedgerException.Unavailable when what was seen cannot be made durable; answer 500
     */
    public synchronized Reply addCheckpoint(byte[] body) {
        Request request;
        try {
            request = Request.parse(body);
        } catch (Malformed e) {
            return Reply.of(400, e.getMessage());
        }
        Checkpoint asked = request.checkpoint();
        List<VerifierKey> keys =
                logs.stream().filter(key -> key.name().equals(asked.origin())).toList();
        if (keys.isEmpty()) {
            return Reply.of(404, "This witness does not watch " + Strict.shown(asked.origin()) + ".");
        }
        SignedCheckpoint signed;
        try {
            signed = SignedCheckpoint.verify(request.note(), keys);
        } catch (NotGenuine e) {
            return Reply.of(403, e.getMessage());
        }
        if (request.old() > asked.size()) {
            return Reply.of(400, "The old size is larger than the one of the checkpoint.");
        }
        Optional<Checkpoint> seen = seen(asked.origin());
        long size = seen.map(Checkpoint::size).orElse(0L);
        Hash root = seen.map(Checkpoint::root).orElse(Tree.EMPTY);
        boolean other = size == asked.size() && !root.equals(asked.root());
        if (request.old() != size || other) {
            return Reply.seen(size);
        }
        if (!Proofs.consistent(size, root, asked.size(), asked.root(), request.proof())) {
            return Reply.of(422, "The checkpoint does not go on from the one of " + size + " entries that was seen.");
        }
        return new Reply(200, "text/plain; charset=utf-8", cosign(signed));
    }

    private String cosign(SignedCheckpoint signed) {
        List<SignedNote.Line> lines = new ArrayList<>();
        cosigners.forEach(cosigner -> lines.add(cosigner.line(signed.checkpoint(), clock.instant())));
        String note = SignedNote.parse(signed.note()).with(lines).note();
        files.replace(name(signed.checkpoint().origin()), note.getBytes(StandardCharsets.UTF_8));
        StringBuilder answer = new StringBuilder();
        lines.forEach(line -> answer.append(line.text()));
        return answer.toString();
    }

    private Optional<Checkpoint> seen(String origin) {
        return files.read(name(origin))
                .map(bytes -> Checkpoint.parse(SignedNote.parse(Strict.utf8(bytes, "memory of the witness"))
                        .text()));
    }

    /**
     * The newest cosigned checkpoint of a log.
     *
     * @param originHash SHA-256 of the log's origin, 64 lower-case hexadecimal digits
     */
    public synchronized Optional<byte[]> checkpoint(String originHash) {
        return logs.stream()
                .map(VerifierKey::name)
                .distinct()
                .filter(origin -> name(origin).equals(originHash))
                .findFirst()
                .flatMap(origin -> files.read(originHash));
    }

    private static String name(String origin) {
        return Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex();
    }

    @Override
    public synchronized void close() {
        try {
            lock.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The lock of the witness could not be given back.", e);
        }
    }
}
