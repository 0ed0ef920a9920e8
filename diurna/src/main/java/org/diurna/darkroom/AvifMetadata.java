package org.diurna.darkroom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the XMP packet into an AVIF file that libheif wrote, as an item of type {@code mime} that describes the primary
 * item (ISO/IEC 23008-12, annex A.3), and says that the colours are sRGB, which libheif leaves open. The {@code meta}
 * box grows, so every place in the file that it names moves by as much; the packet lies in a box at the end.
 */
final class AvifMetadata {
    private static final byte[] CONTENT_TYPE = "application/rdf+xml\0".getBytes(StandardCharsets.US_ASCII);
    private static final int BT_709 = 1;
    private static final int SRGB_CURVE = 13;
    private static final int BOX_HEAD = 8;
    private static final int FULL_HEAD = 12;

    /** Where an item lies; {@code way} 0 counts from the start of the file, 1 from the start of the {@code idat} box. */
    private record Extent(int item, int way, long offset, long length) {}

    private final Bytes file;
    private int primary;
    private int last;

    private AvifMetadata(byte[] avif) {
        this.file = Bytes.of(avif, "rendition");
    }

    static byte[] put(byte[] avif, byte[] xmp) {
        return new AvifMetadata(avif).rewrite(avif, xmp);
    }

    private byte[] rewrite(byte[] avif, byte[] xmp) {
        long metaAt = find("meta", 0, file.size());
        long metaLength = file.u32(metaAt);
        long metaEnd = metaAt + metaLength;
        byte[] draft = meta(metaAt, metaEnd, 0, 0, xmp.length);
        long grown = draft.length - metaLength;
        byte[] meta = meta(metaAt, metaEnd, grown, file.size() + grown + BOX_HEAD, xmp.length);
        var out = new ByteArrayOutputStream(avif.length + meta.length + xmp.length);
        out.write(avif, 0, (int) metaAt);
        out.writeBytes(meta);
        out.write(avif, (int) metaEnd, (int) (avif.length - metaEnd));
        if (xmp.length > 0) {
            out.writeBytes(box("mdat", xmp));
        }
        return out.toByteArray();
    }

    /** @param grown by how many bytes everything behind this box moves */
    private byte[] meta(long at, long end, long grown, long xmpAt, int xmpLength) {
        boolean named = xmpLength > 0;
        readItems(at + FULL_HEAD, end);
        var out = new ByteArrayOutputStream();
        out.writeBytes(file.copy(at + BOX_HEAD, 4));
        boolean referred = false;
        for (long box = at + FULL_HEAD; box < end; box += file.u32(box)) {
            int length = (int) file.u32(box);
            String type = file.text(box + 4, 4);
            switch (type) {
                case "iloc" -> out.writeBytes(places(box, end, grown, xmpAt, xmpLength));
                case "iinf" -> out.writeBytes(named ? names(box, length) : file.copy(box, length));
                case "iref" -> {
                    out.writeBytes(
                            named
                                    ? references(file.copy(box + FULL_HEAD, length - FULL_HEAD))
                                    : file.copy(box, length));
                    referred = true;
                }
                case "iprp" -> out.writeBytes(inSrgb(box, length));
                default -> out.writeBytes(file.copy(box, length));
            }
        }
        if (named && !referred) {
            out.writeBytes(references(new byte[0]));
        }
        return box("meta", out.toByteArray());
    }

    private void readItems(long from, long end) {
        long pitm = find("pitm", from, end);
        primary = file.u16(pitm + FULL_HEAD);
        long iinf = find("iinf", from, end);
        last = 0;
        for (long infe = iinf + FULL_HEAD + 2; infe < iinf + file.u32(iinf); infe += file.u32(infe)) {
            if (file.u8(infe + BOX_HEAD) != 2) {
                throw new IllegalStateException("The encoder wrote an item entry that is not of version 2.");
            }
            last = Math.max(last, file.u16(infe + FULL_HEAD));
        }
    }

    private byte[] places(long iloc, long metaEnd, long grown, long xmpAt, int xmpLength) {
        List<Extent> extents = extents(iloc);
        var out = new ByteArrayOutputStream();
        put(out, 4, 1L << 24);
        put(out, 2, 0x4400);
        int count = xmpLength > 0 ? 1 : 0;
        put(out, 2, extents.stream().map(Extent::item).distinct().count() + count);
        int before = -1;
        for (Extent extent : extents) {
            if (extent.item() != before) {
                long several =
                        extents.stream().filter(e -> e.item() == extent.item()).count();
                put(out, 2, extent.item());
                put(out, 2, extent.way());
                put(out, 2, 0);
                put(out, 2, several);
            }
            before = extent.item();
            boolean moves = extent.way() == 0 && extent.offset() >= metaEnd;
            put(out, 4, moves ? extent.offset() + grown : extent.offset());
            put(out, 4, extent.length());
        }
        if (xmpLength > 0) {
            put(out, 2, last + 1);
            put(out, 2, 0);
            put(out, 2, 0);
            put(out, 2, 1);
            put(out, 4, xmpAt);
            put(out, 4, xmpLength);
        }
        return box("iloc", out.toByteArray());
    }

    private List<Extent> extents(long iloc) {
        int version = file.u8(iloc + BOX_HEAD);
        int sizes = file.u16(iloc + FULL_HEAD);
        int offsetSize = sizes >> 12;
        int lengthSize = sizes >> 8 & 15;
        int baseSize = sizes >> 4 & 15;
        int indexSize = version == 0 ? 0 : sizes & 15;
        if (version > 1) {
            throw new IllegalStateException("The encoder wrote item places of version " + version + ".");
        }
        var extents = new ArrayList<Extent>();
        int items = file.u16(iloc + FULL_HEAD + 2);
        long at = iloc + FULL_HEAD + 4;
        for (int i = 0; i < items; i++) {
            int item = file.u16(at);
            int way = version == 0 ? 0 : file.u16(at + 2) & 15;
            at += version == 0 ? 4 : 6;
            long base = number(at, baseSize);
            at += baseSize;
            int several = file.u16(at);
            at += 2;
            for (int j = 0; j < several; j++) {
                at += indexSize;
                extents.add(new Extent(item, way, base + number(at, offsetSize), number(at + offsetSize, lengthSize)));
                at += offsetSize + lengthSize;
            }
        }
        return extents;
    }

    private byte[] names(long iinf, int length) {
        var out = new ByteArrayOutputStream();
        put(out, 4, 0);
        put(out, 2, file.u16(iinf + FULL_HEAD) + 1);
        out.writeBytes(file.copy(iinf + FULL_HEAD + 2, length - FULL_HEAD - 2));
        var entry = new ByteArrayOutputStream();
        put(entry, 4, 2L << 24);
        put(entry, 2, last + 1);
        put(entry, 2, 0);
        entry.writeBytes("mime\0".getBytes(StandardCharsets.US_ASCII));
        entry.writeBytes(CONTENT_TYPE);
        out.writeBytes(box("infe", entry.toByteArray()));
        return box("iinf", out.toByteArray());
    }

    private byte[] references(byte[] before) {
        var one = new ByteArrayOutputStream();
        put(one, 2, last + 1);
        put(one, 2, 1);
        put(one, 2, primary);
        var out = new ByteArrayOutputStream();
        put(out, 4, 0);
        out.writeBytes(before);
        out.writeBytes(box("cdsc", one.toByteArray()));
        return box("iref", out.toByteArray());
    }

    private byte[] inSrgb(long iprp, int length) {
        byte[] copy = file.copy(iprp, length);
        long ipco = find("ipco", iprp + BOX_HEAD, iprp + length);
        for (long box = ipco + BOX_HEAD; box < ipco + file.u32(ipco); box += file.u32(box)) {
            if (file.has(box + 4, "colrnclx")) {
                copy[(int) (box - iprp) + 13] = BT_709;
                copy[(int) (box - iprp) + 15] = SRGB_CURVE;
            }
        }
        return copy;
    }

    private long find(String type, long from, long end) {
        for (long at = from; at < end; at += file.u32(at)) {
            if (file.has(at + 4, type)) {
                return at;
            }
            if (file.u32(at) < BOX_HEAD) {
                break;
            }
        }
        throw new IllegalStateException("The encoder wrote an AVIF file without a box " + type + ".");
    }

    private long number(long at, int size) {
        return switch (size) {
            case 0 -> 0;
            case 4 -> file.u32(at);
            case 8 -> file.u32(at) << 32 | file.u32(at + 4);
            default -> throw new IllegalStateException("The encoder wrote a number of " + size + " bytes.");
        };
    }

    private static byte[] box(String type, byte[] content) {
        var out = new ByteArrayOutputStream(content.length + BOX_HEAD);
        put(out, 4, content.length + BOX_HEAD);
        out.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, int size, long value) {
        for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
    }
}
