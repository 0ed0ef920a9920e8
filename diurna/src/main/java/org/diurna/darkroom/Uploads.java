package org.diurna.darkroom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files on their way in, which come in parts: what came stays when a connection breaks, and the next part begins where the
 * last one ended. Each is two files of a private folder, {@code <id>.json} and {@code <id>.part}; a byte counts once it was
 * written, and what nobody went on with for a day is removed. Safe to use from many threads of the one process that has the
 * folder.
 */
public final class Uploads {
    /** What was begun and not gone on with for so long is removed. */
    static final Duration KEPT = Duration.ofDays(1);

    /** Files that one person may have on their way. */
    public static final int OPEN_MAX = 100;

    /** Bytes that one person may have announced: one file of whatever size, or several up to this. */
    static final long ANNOUNCED_MAX = 1L << 30;

    /** Free bytes that the disk keeps when all that was announced has come. */
    static final long FREE_MIN = 1L << 29;

    private static final int ID_BYTES = 16;
    private static final int COPY_BYTES = 1 << 16;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final System.Logger LOG = System.getLogger(Uploads.class.getName());
    private static final String ABOUT = ".json";
    private static final String PART = ".part";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /**
     * @param folder that there is, readable by the owner only
     */
    public Uploads(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        sweep();
    }

    /**
     * A file on its way.
     *
     * @param by     who sends it; nobody else may know of it
     * @param office whose picture it is to be
     * @param length in bytes
     */
    public record Upload(String id, String by, String office, String name, long length) {}

    /** What became of a part. */
    public sealed interface Outcome {
        /**
         * It is kept as far as it came.
         *
         * @param offset bytes that are here now
         */
        record Kept(long offset) implements Outcome {}

        /**
         * It does not begin where the file ends, or another part is still coming.
         *
         * @param offset where the next part has to begin
         */
        record Elsewhere(long offset) implements Outcome {}

        /** It goes on behind the length that was announced; nothing of that is kept. */
        record TooLong() implements Outcome {}
    }

    /**
     * Begins one; empty where this person has too many on their way, or too large ones.
     *
     * @throws DarkroomUnavailable also when the disk would be full before all that is on its way has come
     */
    public synchronized Optional<Upload> begin(String by, String office, String name, long length) {
        sweep();
        List<Upload> all = all().toList();
        List<Upload> own = all.stream().filter(upload -> upload.by().equals(by)).toList();
        long announced = own.stream().mapToLong(Upload::length).sum();
        if (own.size() >= OPEN_MAX || (!own.isEmpty() && announced + length > ANNOUNCED_MAX)) {
            return Optional.empty();
        }
        room(all, length);
        Upload upload = new Upload(newId(), by, office, name, length);
        try {
            Files.createFile(part(upload.id()));
            Path half = folder.resolve(upload.id() + ".new");
            Files.writeString(
                    half,
                    JSON.writeValueAsString(JSON.createObjectNode()
                            .put("by", by)
                            .put("office", office)
                            .put("name", name)
                            .put("length", length)));
            Files.move(half, folder.resolve(upload.id() + ABOUT), StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(upload);
        } catch (IOException e) {
            throw new DarkroomUnavailable("An upload cannot be begun in " + folder + "; check the disk.", e);
        }
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void room(List<Upload> all, long length) {
        try {
            long coming = length;
            for (Upload upload : all) {
                Path part = part(upload.id());
                coming += Files.exists(part) ? Math.max(0, upload.length() - Files.size(part)) : 0;
            }
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free - coming < FREE_MIN) {
                throw new DarkroomUnavailable("No upload is begun: of " + free + " free bytes in " + folder + ", "
                        + coming + " are announced, and " + FREE_MIN + " have to stay; make room on the disk.");
            }
        } catch (NoSuchFileException e) {
            // one of them ended meanwhile: what was counted so far is more than enough to know
            LOG.log(System.Logger.Level.DEBUG, "An upload ended while it was counted.", e);
        } catch (IOException e) {
            throw new DarkroomUnavailable("The free space of " + folder + " cannot be read; check the disk.", e);
        }
    }

    /**
     * An empty file of its own for whatever comes in one piece; whoever asks for it removes it, and one that a kill left
     * is swept away like the others.
     */
    public Path loose() {
        try {
            return Files.createFile(folder.resolve(newId() + ".new"));
        } catch (IOException e) {
            throw new DarkroomUnavailable("A file cannot be begun in " + folder + "; check the disk.", e);
        }
    }

    /** One of this person's. */
    public Optional<Upload> find(String id, String by) {
        return ID.matcher(id).matches()
                ? read(folder.resolve(id + ABOUT)).filter(upload -> upload.by().equals(by))
                : Optional.empty();
    }

    private static Optional<Upload> read(Path about) {
        try {
            if (!Files.isRegularFile(about)) {
                return Optional.empty();
            }
            JsonNode doc = JSON.readTree(Files.readString(about));
            String file = about.getFileName().toString();
            return Optional.of(new Upload(
                    file.substring(0, file.length() - ABOUT.length()),
                    doc.path("by").asString(""),
                    doc.path("office").asString(""),
                    doc.path("name").asString(""),
                    doc.path("length").asLong()));
        } catch (NoSuchFileException e) {
            // its sender, or a sweep, ended it between the look and the reading
            return Optional.empty();
        } catch (IOException e) {
            throw new DarkroomUnavailable("The upload " + about + " cannot be read; check the disk.", e);
        }
    }

    private Stream<Upload> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ABOUT)).toList().stream()
                    .flatMap(file -> read(file).stream());
        } catch (IOException e) {
            throw new DarkroomUnavailable("The folder " + folder + " cannot be read; check the disk.", e);
        }
    }

    /** Bytes that are here. */
    public long offset(Upload upload) {
        try {
            return Files.size(part(upload.id()));
        } catch (IOException e) {
            throw new DarkroomUnavailable("The upload " + upload.id() + " cannot be read; check the disk.", e);
        }
    }

    /**
     * Takes a part. When its stream breaks off, what came before is kept.
     *
     * @param offset where it begins
     * @param bytes  read to their end, not closed
     */
    public Outcome append(Upload upload, long offset, InputStream bytes) {
        if (!busy.add(upload.id())) {
            return new Outcome.Elsewhere(offset(upload));
        }
        try (FileChannel file = FileChannel.open(part(upload.id()), StandardOpenOption.WRITE)) {
            if (file.size() != offset) {
                return new Outcome.Elsewhere(file.size());
            }
            file.position(offset);
            boolean whole = copy(bytes, file, upload.length() - offset);
            if (!whole) {
                file.truncate(offset);
                return new Outcome.TooLong();
            }
            return new Outcome.Kept(file.size());
        } catch (IOException e) {
            throw new DarkroomUnavailable("The upload " + upload.id() + " cannot be written; check the disk.", e);
        } finally {
            busy.remove(upload.id());
        }
    }

    /** Whether no more came than there is room for. */
    private static boolean copy(InputStream bytes, FileChannel file, long room) throws IOException {
        byte[] buffer = new byte[COPY_BYTES];
        long left = room;
        for (int n = next(bytes, buffer); n >= 0; n = next(bytes, buffer)) {
            left -= n;
            if (left < 0) {
                return false;
            }
            ByteBuffer rest = ByteBuffer.wrap(buffer, 0, n);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        }
        return true;
    }

    /** A connection that breaks is the end of the part, not a fault. */
    private static int next(InputStream bytes, byte[] buffer) {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    /** The whole file, once all of it is here; the caller closes it. */
    public InputStream open(Upload upload) {
        try {
            return Files.newInputStream(part(upload.id()));
        } catch (IOException e) {
            throw new DarkroomUnavailable("The upload " + upload.id() + " cannot be read; check the disk.", e);
        }
    }

    /** Removes it, whole or not; nothing where it is gone already. */
    public void end(Upload upload) {
        remove(upload.id());
    }

    private void remove(String id) {
        try {
            Files.deleteIfExists(folder.resolve(id + ABOUT));
            Files.deleteIfExists(part(id));
        } catch (IOException e) {
            throw new DarkroomUnavailable("The upload " + id + " cannot be removed; check the disk.", e);
        }
    }

    private void sweep() {
        Instant oldest = clock.instant().minus(KEPT);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*{" + PART + ",.new," + ABOUT + "}")) {
            for (Path file : files) {
                sweep(file, oldest);
            }
        } catch (IOException e) {
            throw new DarkroomUnavailable("The folder " + folder + " cannot be swept; check the disk.", e);
        }
    }

    private void sweep(Path file, Instant oldest) throws IOException {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.indexOf('.'));
        Path part = part(id);
        try {
            Path dated = Files.exists(part) ? part : file;
            if (Files.getLastModifiedTime(dated).toInstant().isBefore(oldest)) {
                Files.deleteIfExists(file);
                if (file.equals(part)) {
                    // it is dated by its part, which is gone now
                    Files.deleteIfExists(folder.resolve(id + ABOUT));
                }
            }
        } catch (NoSuchFileException e) {
            LOG.log(System.Logger.Level.DEBUG, "An upload ended while it was looked at.", e);
        }
    }

    private Path part(String id) {
        return folder.resolve(id + PART);
    }
}
