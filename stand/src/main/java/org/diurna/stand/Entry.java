package org.diurna.stand;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A view of one packed entry of the {@link PathIndex}:
 * <pre>
 * u16 length of all   u16 host   u16 length of path   path
 * u8 kind   u8 codings   u16 status   u32 last modified (seconds since 1970, 0 for unknown)
 * u8 number of shared lines   u16 each
 * u16 length of own text   text (own header lines with CRLF, or the Location of a move, or what is dated)
 * for each coding: 32 bytes digest, 5 bytes size
 * </pre>
 */
final class Entry {
    enum Kind {
        PUT((byte) 0),
        MOVE((byte) 1),
        GONE((byte) 2),
        DATED((byte) 3);

        private final byte code;

        Kind(byte code) {
            this.code = code;
        }
    }

    private static final Coding[] CODINGS = Coding.values();
    private static final int HEAD_BYTES = 6;
    private static final int BLOB_BYTES = Digest.LENGTH + 5;

    private final Lines lines;
    private final byte[] chunk;
    private final int at;
    private final int fixed;
    private final long key;

    /** @param key differs from that of every other entry, also of those that were replaced */
    Entry(Lines lines, byte[] chunk, int at, long key) {
        this.lines = lines;
        this.chunk = chunk;
        this.at = at;
        this.fixed = at + HEAD_BYTES + u16(chunk, at + 4);
        this.key = key;
    }

    long key() {
        return key;
    }

    int length() {
        return length(chunk, at);
    }

    static byte[] pack(Lines lines, int host, Change change) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            var path = change.path().getBytes(StandardCharsets.ISO_8859_1);
            out.writeShort(0);
            out.writeShort(host);
            out.writeShort(path.length);
            out.write(path);
            switch (change) {
                case Change.Put put -> packPut(lines, put, out);
                case Change.Move move -> {
                    packFixed(out, Kind.MOVE, 0, move.status(), 0);
                    out.writeByte(0);
                    packText(out, move.to());
                }
                case Change.Dated dated -> {
                    packFixed(out, Kind.DATED, 0, 302, 0);
                    out.writeByte(0);
                    packText(out, datedText(dated));
                }
                case Change.Gone gone -> {
                    packFixed(out, Kind.GONE, gone.tombstone().isPresent() ? 1 : 0, 410, 0);
                    out.writeByte(0);
                    packText(out, "");
                    if (gone.tombstone().isPresent()) {
                        packBlob(out, gone.tombstone().get());
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var packed = bytes.toByteArray();
        if (packed.length > 0xffff) {
            throw new IllegalArgumentException(
                    "the headers of " + change.host() + change.path() + " are longer than 65,000 bytes together");
        }
        ByteBuffer.wrap(packed).putShort(0, (short) packed.length);
        return packed;
    }

    /** Header lines, an empty line, then the versions: seconds since 1970, a space, where to. */
    private static String datedText(Change.Dated dated) {
        var text = new StringBuilder();
        dated.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        text.append("\r\n");
        for (var version : dated.versions()) {
            text.append(version.since().getEpochSecond())
                    .append(' ')
                    .append(version.to())
                    .append("\r\n");
        }
        return text.toString();
    }

    private static void packPut(Lines lines, Change.Put put, DataOutputStream out) throws IOException {
        int codings = 0;
        for (var coding : put.bytes().keySet()) {
            codings |= coding.bit();
        }
        long modified = 0;
        var shared = new ArrayList<Integer>();
        var own = new StringBuilder();
        shareOrOwn(lines, "Content-Type: " + put.type(), shared, own);
        for (var header : put.headers().entrySet()) {
            long date = header.getKey().equalsIgnoreCase("Last-Modified") ? HttpDates.seconds(header.getValue()) : -1;
            var line = header.getKey() + ": " + header.getValue();
            if (date > 0) {
                modified = date;
            } else if (isOfOneEntry(header.getKey())) {
                own.append(line).append("\r\n");
            } else {
                shareOrOwn(lines, line, shared, own);
            }
        }
        packFixed(out, Kind.PUT, codings, put.status(), modified);
        out.writeByte(shared.size());
        for (int number : shared) {
            out.writeShort(number);
        }
        packText(out, own.toString());
        for (var blob : put.bytes().values()) {
            packBlob(out, blob);
        }
    }

    /** Headers whose values are hardly ever the same for two entries. */
    private static boolean isOfOneEntry(String name) {
        return name.equalsIgnoreCase("Link") || name.equalsIgnoreCase("Memento-Datetime");
    }

    private static void shareOrOwn(Lines lines, String line, List<Integer> shared, StringBuilder own) {
        int number = shared.size() < 255 ? lines.number(line) : -1;
        if (number >= 0) {
            shared.add(number);
        } else {
            own.append(line).append("\r\n");
        }
    }

    private static void packFixed(DataOutputStream out, Kind kind, int codings, int status, long modified)
            throws IOException {
        out.writeByte(kind.code);
        out.writeByte(codings);
        out.writeShort(status);
        out.writeInt((int) modified);
    }

    private static void packText(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static void packBlob(DataOutputStream out, Blob blob) throws IOException {
        out.write(blob.digest().bytes());
        out.writeByte((int) (blob.size() >>> 32));
        out.writeInt((int) blob.size());
    }

    static boolean isAt(byte[] chunk, int at, int host, String path) {
        int length = path.length();
        if (u16(chunk, at + 4) != length || u16(chunk, at + 2) != host) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (chunk[at + HEAD_BYTES + i] != (byte) path.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static int length(byte[] chunk, int at) {
        return u16(chunk, at);
    }

    static int host(byte[] chunk, int at) {
        return u16(chunk, at + 2);
    }

    static String path(byte[] chunk, int at) {
        return new String(chunk, at + HEAD_BYTES, u16(chunk, at + 4), StandardCharsets.ISO_8859_1);
    }

    private static int u16(byte[] chunk, int at) {
        return (chunk[at] & 0xff) << 8 | (chunk[at + 1] & 0xff);
    }

    private static int i32(byte[] chunk, int at) {
        return u16(chunk, at) << 16 | u16(chunk, at + 2);
    }

    Kind kind() {
        return switch (chunk[fixed]) {
            case 0 -> Kind.PUT;
            case 1 -> Kind.MOVE;
            case 2 -> Kind.GONE;
            case 3 -> Kind.DATED;
            default -> throw new IllegalStateException("no entry is packed with kind " + chunk[fixed]);
        };
    }

    boolean has(Coding coding) {
        return (codings() & coding.bit()) != 0;
    }

    int codings() {
        return chunk[fixed + 1];
    }

    boolean isCoded() {
        return codings() > 1;
    }

    int status() {
        return u16(chunk, fixed + 2);
    }

    /** Seconds since 1970, 0 for unknown. */
    long modified() {
        return i32(chunk, fixed + 4) & 0xffff_ffffL;
    }

    /** The header lines that the put brought along, without CRLF. */
    List<String> headerLines() {
        var all = new ArrayList<String>();
        int shared = sharedCount();
        for (int i = 0; i < shared; i++) {
            all.add(lines.line(u16(chunk, fixed + 9 + 2 * i)));
        }
        ownText().lines().forEach(all::add);
        if (modified() != 0) {
            all.add("Last-Modified: " + HttpDates.text(modified()));
        }
        return all;
    }

    private int sharedCount() {
        return chunk[fixed + 8] & 0xff;
    }

    private int ownStart() {
        return fixed + 9 + 2 * sharedCount();
    }

    private String ownText() {
        int start = ownStart();
        return new String(chunk, start + 2, u16(chunk, start), StandardCharsets.ISO_8859_1);
    }

    /** Where a move leads. */
    String location() {
        return ownText();
    }

    /** The header lines of a dated entry. */
    List<String> datedLines() {
        return ownText().lines().takeWhile(line -> !line.isEmpty()).toList();
    }

    /** Where a dated entry leads at this second: to the last version since then, before the first to the first. */
    String locationAt(long second) {
        var versions =
                ownText().lines().dropWhile(line -> !line.isEmpty()).skip(1).toList();
        var chosen = versions.getFirst();
        for (var version : versions) {
            if (Long.parseLong(version.substring(0, version.indexOf(' '))) > second) {
                break;
            }
            chosen = version;
        }
        return chosen.substring(chosen.indexOf(' ') + 1);
    }

    Blob blob(Coding coding) {
        int start = ownStart();
        int blobAt = start + 2 + u16(chunk, start);
        for (var earlier : CODINGS) {
            if (earlier == coding) {
                break;
            }
            if (has(earlier)) {
                blobAt += BLOB_BYTES;
            }
        }
        var digest = Digest.ofDigestBytes(java.util.Arrays.copyOfRange(chunk, blobAt, blobAt + Digest.LENGTH));
        long high = chunk[blobAt + Digest.LENGTH] & 0xffL;
        return new Blob(digest, high << 32 | (i32(chunk, blobAt + Digest.LENGTH + 1) & 0xffff_ffffL));
    }
}
