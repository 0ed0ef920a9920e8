package org.diurna.press.paper;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font file of the program, for shaping and for embedding. */
final class Face {
    /** Size at which text is shaped: one unit is a thousandth of the size in print. */
    static final float UNITS = 1_000f;

    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** Let go of when memory is short: a font of Chinese characters is ten megabytes. */
    private static final Map<String, SoftReference<Face>> READ = new ConcurrentHashMap<>();

    private final String name;
    private final Font shapes;
    private final TrueTypeFont file;
    private final CmapLookup characters;

    private Face(String name, Font shapes, TrueTypeFont file, CmapLookup characters) {
        this.name = name;
        this.shapes = shapes;
        this.file = file;
        this.characters = characters;
    }

    /** The face of that name; read when it is first needed. */
    static Face of(String name) {
        SoftReference<Face> held = READ.get(name);
        Face face = held == null ? null : held.get();
        if (face == null) {
            face = read(name);
            READ.put(name, new SoftReference<>(face));
        }
        return face;
    }

    static boolean exists(String name) {
        return Face.class.getResource(path(name)) != null;
    }

    private static String path(String name) {
        return "/press/fonts/" + name + ".ttf";
    }

    private static Face read(String name) {
        try (InputStream in = Face.class.getResourceAsStream(path(name))) {
            if (in == null) {
                throw new IllegalStateException("The font " + path(name) + " is missing on the class path.");
            }
            byte[] bytes = in.readAllBytes();
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes))
                    .deriveFont(Map.of(TextAttribute.SIZE, UNITS, TextAttribute.KERNING, TextAttribute.KERNING_ON));
            TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            return new Face(name, font, file, file.getUnicodeCmapLookup());
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + path(name) + " is damaged.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + path(name) + " cannot be read.", e);
        }
    }

    String name() {
        return name;
    }

    Font shapes() {
        return shapes;
    }

    TrueTypeFont file() {
        return file;
    }

    /** How many glyphs it has. */
    int glyphs() {
        try {
            return file.getNumberOfGlyphs();
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + name + " cannot be read.", e);
        }
    }

    CmapLookup characters() {
        return characters;
    }

    /** Whether it can show a character; what is never seen needs no shape. */
    boolean has(int character) {
        return characters.getGlyphId(character) != 0
                || UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || character == '\n';
    }

    /** Scripts are drawn at different sizes inside the em; this evens them out beside Latin. */
    float scale() {
        return switch (name) {
            case "arabic", "arabic-bold" -> 1.22f;
            case "devanagari", "devanagari-bold" -> 1.06f;
            default -> 1f;
        };
    }

    /** Width of a glyph in thousandths of the size, rounded as the file says it. */
    int width(int glyph) {
        try {
            return Math.round(file.getAdvanceWidth(glyph) * UNITS / file.getUnitsPerEm());
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + name + " cannot be read.", e);
        }
    }
}
