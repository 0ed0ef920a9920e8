package org.diurna.press.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The glyphs of a face that a file shows, and what each of them means. */
final class Embedding {
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    /** Entries that one section of a character map may have. */
    private static final int MAP_SECTION = 100;

    private static final int SYMBOLIC = 4;

    private final Face face;
    private final String name;
    private final TreeMap<Integer, String> meanings = new TreeMap<>();

    Embedding(Face face, String name) {
        this.face = face;
        this.name = name;
    }

    /** The name in the resources of pages. */
    String name() {
        return name;
    }

    /**
     * Takes up a cluster.
     *
     * @return whether the map from glyphs to characters says what it means, so that it need not be said beside it
     */
    boolean means(Glyphs.Cluster cluster) {
        if (cluster.codes().length == 1) {
            return meanings.computeIfAbsent(cluster.codes()[0], _ -> cluster.text())
                    .equals(cluster.text());
        }
        for (int code : cluster.codes()) {
            meanings.computeIfAbsent(code, glyph -> own(glyph, cluster.text()));
        }
        return false;
    }

    /** Every glyph must mean something, even where what it means is said beside it. */
    private String own(int glyph, String text) {
        List<Integer> characters = face.characters().getCharCodes(glyph);
        int first = characters == null || characters.isEmpty() ? text.codePointAt(0) : characters.getFirst();
        return Character.toString(first);
    }

    COSDictionary write(PDDocument document) {
        try {
            return font(document);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + face.name() + " cannot be embedded.", e);
        }
    }

    private COSDictionary font(PDDocument document) throws IOException {
        TTFSubsetter subsetter = new TTFSubsetter(face.file(), TABLES);
        String prefix = prefix();
        subsetter.setPrefix(prefix);
        meanings.keySet().forEach(glyph -> subsetter.addGlyphIds(java.util.Set.of(glyph)));
        ByteArrayOutputStream subset = new ByteArrayOutputStream();
        subsetter.writeToStream(subset);
        COSDictionary font = new COSDictionary();
        COSName base = COSName.getPDFName(prefix + face.file().getName());
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setItem(COSName.BASE_FONT, base);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.TO_UNICODE, Streams.of(document, map().getBytes(StandardCharsets.US_ASCII)));
        COSArray descendants = new COSArray();
        descendants.add(descendant(document, base, subsetter.getGIDMap(), subset.toByteArray()));
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    /** Six letters that tell subsets apart, always the same for the same glyphs. */
    private String prefix() {
        int hash = meanings.keySet().hashCode();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            letters.append((char) ('A' + Math.floorMod(hash, 26)));
            hash = hash / 26;
        }
        return letters.append('+').toString();
    }

    private COSDictionary descendant(PDDocument document, COSName base, Map<Integer, Integer> newToOld, byte[] subset)
            throws IOException {
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        font.setItem(COSName.BASE_FONT, base);
        COSDictionary info = new COSDictionary();
        info.setItem(COSName.REGISTRY, new COSString("Adobe"));
        info.setItem(COSName.ORDERING, new COSString("Identity"));
        info.setInt(COSName.SUPPLEMENT, 0);
        font.setItem(COSName.CIDSYSTEMINFO, info);
        font.setInt(COSName.DW, 0);
        font.setItem(COSName.W, widths());
        font.setItem(COSName.CID_TO_GID_MAP, Streams.of(document, glyphs(newToOld)));
        font.setItem(COSName.FONT_DESC, descriptor(document, base, subset));
        return font;
    }

    private COSArray widths() {
        COSArray widths = new COSArray();
        meanings.keySet().forEach(glyph -> {
            widths.add(COSInteger.get(glyph));
            COSArray one = new COSArray();
            one.add(COSInteger.get(face.width(glyph)));
            widths.add(one);
        });
        return widths;
    }

    private byte[] glyphs(Map<Integer, Integer> newToOld) {
        byte[] map = new byte[2 * (meanings.lastKey() + 1)];
        newToOld.forEach((fresh, old) -> {
            if (old <= meanings.lastKey()) {
                map[2 * old] = (byte) (fresh >> 8);
                map[2 * old + 1] = (byte) (int) fresh;
            }
        });
        return map;
    }

    private COSDictionary descriptor(PDDocument document, COSName base, byte[] subset) throws IOException {
        TrueTypeFont file = face.file();
        HeaderTable head = file.getHeader();
        HorizontalHeaderTable lines = file.getHorizontalHeader();
        float unit = Face.UNITS / file.getUnitsPerEm();
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setItem(COSName.FONT_NAME, base);
        descriptor.setInt(COSName.FLAGS, SYMBOLIC);
        COSArray box = new COSArray();
        for (int edge : new int[] {head.getXMin(), head.getYMin(), head.getXMax(), head.getYMax()}) {
            box.add(COSInteger.get(Math.round(edge * unit)));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, Math.round(file.getPostScript().getItalicAngle()));
        descriptor.setInt(COSName.ASCENT, Math.round(lines.getAscender() * unit));
        descriptor.setInt(COSName.DESCENT, Math.round(lines.getDescender() * unit));
        descriptor.setInt(COSName.CAP_HEIGHT, Math.round(lines.getAscender() * unit));
        descriptor.setInt(COSName.STEM_V, face.name().endsWith("bold") ? 140 : 80);
        COSStream program = Streams.of(document, subset);
        program.setInt(COSName.LENGTH1, subset.length);
        descriptor.setItem(COSName.FONT_FILE2, program);
        return descriptor;
    }

    /** ISO 32000-1, 9.10.3. */
    private String map() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        List<Map.Entry<Integer, String>> all = List.copyOf(meanings.entrySet());
        for (int from = 0; from < all.size(); from += MAP_SECTION) {
            List<Map.Entry<Integer, String>> some = all.subList(from, Math.min(all.size(), from + MAP_SECTION));
            map.append(some.size()).append(" beginbfchar\n");
            some.forEach(entry -> map.append("<%04X> <".formatted(entry.getKey()))
                    .append(HexFormat.of()
                            .withUpperCase()
                            .formatHex(entry.getValue().getBytes(StandardCharsets.UTF_16BE)))
                    .append(">\n"));
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }
}
