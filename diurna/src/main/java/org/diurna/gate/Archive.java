package org.diurna.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The parts of an office document, unpacked under limits before anybody parses them. */
record Archive(Map<String, byte[]> parts) {
    /** Office documents have a few dozen parts. */
    static final int ENTRIES_MAX = 2_000;

    /** All parts together, unpacked. */
    static final int UNPACKED_MAX_BYTES = 100 * 1024 * 1024;

    /** The text of one part, unpacked: the longest releases need a hundredth of it. */
    static final int XML_MAX_BYTES = 20 * 1024 * 1024;

    /** XML of office programs shrinks to a twentieth, rarely to a fiftieth; bombs shrink to a thousandth. */
    static final int RATIO_MAX = 200;

    private static final int BUFFER = 16 * 1024;

    /** Why an archive was not unpacked. */
    sealed interface Opened {
        record Fine(Archive archive) implements Opened {}

        record Bomb() implements Opened {}

        record Locked() implements Opened {}

        record Broken() implements Opened {}
    }

    static Opened open(byte[] bytes) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long unpackedMost = Math.min(UNPACKED_MAX_BYTES, Math.max(1024L * 1024, (long) bytes.length * RATIO_MAX));
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (parts.size() >= ENTRIES_MAX) {
                    return new Opened.Bomb();
                }
                boolean text =
                        entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
                long most = Math.min(unpackedMost - unpacked, text ? XML_MAX_BYTES : UNPACKED_MAX_BYTES);
                Optional<byte[]> part = read(zip, most);
                if (part.isEmpty()) {
                    return new Opened.Bomb();
                }
                unpacked += part.get().length;
                if (parts.put(entry.getName(), part.get()) != null) {
                    // two parts of one name: which of them another program reads cannot be told
                    return new Opened.Broken();
                }
            }
        } catch (ZipException e) {
            return String.valueOf(e.getMessage()).contains("encrypted") ? new Opened.Locked() : new Opened.Broken();
        } catch (IOException | IllegalArgumentException e) {
            return new Opened.Broken();
        }
        return new Opened.Fine(new Archive(parts));
    }

    private static Optional<byte[]> read(ZipInputStream zip, long most) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            if (out.size() + read > most) {
                return Optional.empty();
            }
            out.write(buffer, 0, read);
        }
        return Optional.of(out.toByteArray());
    }

    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    boolean anyPart(String pattern) {
        return parts.keySet().stream().anyMatch(name -> name.matches(pattern));
    }

    long count(String pattern) {
        return parts.keySet().stream().filter(name -> name.matches(pattern)).count();
    }

    /** The same parts packed again, without those of that pattern: what a library reads is what was looked at here. */
    byte[] without(String pattern) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                if (!part.getKey().matches(pattern)) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Packing into memory cannot fail.", e);
        }
        return out.toByteArray();
    }
}
