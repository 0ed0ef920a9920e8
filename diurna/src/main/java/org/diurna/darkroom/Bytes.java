package org.diurna.darkroom;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a stranger's file, read where they lie. Whoever reads past the end learns that the file is cut off;
 * nothing is ever reserved because of a number that stands in the file.
 */
final class Bytes {
    private static final ValueLayout.OfByte U8 = ValueLayout.JAVA_BYTE;
    private static final ValueLayout.OfShort BE16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort LE16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt BE32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt LE32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment all;
    private final String name;

    Bytes(MemorySegment all, String name) {
        this.all = all;
        this.name = name;
    }

    static Bytes of(byte[] bytes, String name) {
        return new Bytes(MemorySegment.ofArray(bytes), name);
    }

    String name() {
        return name;
    }

    long size() {
        return all.byteSize();
    }

    int u8(long at) {
        return all.get(U8, reach(at, 1)) & 0xff;
    }

    int u16(long at) {
        return all.get(BE16, reach(at, 2)) & 0xffff;
    }

    int u16le(long at) {
        return all.get(LE16, reach(at, 2)) & 0xffff;
    }

    int u24le(long at) {
        return u16le(at) | u8(at + 2) << 16;
    }

    long u32(long at) {
        return all.get(BE32, reach(at, 4)) & 0xffff_ffffL;
    }

    long u32le(long at) {
        return all.get(LE32, reach(at, 4)) & 0xffff_ffffL;
    }

    byte[] copy(long at, int length) {
        return all.asSlice(reach(at, length), length).toArray(U8);
    }

    /** Up to {@code length} bytes as Latin-1; fewer at the end of the file. */
    String text(long at, long length) {
        long from = Math.min(at, size());
        long n = Math.min(length, size() - from);
        return new String(all.asSlice(from, n).toArray(U8), StandardCharsets.ISO_8859_1);
    }

    boolean has(long at, String latin1) {
        return at >= 0
                && at + latin1.length() <= size()
                && text(at, latin1.length()).equals(latin1);
    }

    Turned cutOff() {
        return new Turned(new Refusal.Truncated(name));
    }

    Turned lying(String contradiction) {
        return new Turned(new Refusal.LyingHeader(name, contradiction));
    }

    private long reach(long at, int length) {
        if (at < 0 || at + length > size()) {
            throw cutOff();
        }
        return at;
    }
}
