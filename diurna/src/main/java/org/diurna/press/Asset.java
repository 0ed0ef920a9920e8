package org.diurna.press;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.diurna.edition.Office;

/** A file that pages need, in an office's colours; its address holds its digest, so it may be kept for ever. */
record Asset(String path, byte[] bytes) {
    private static final String COMMON = compact(read("site.css"));

    static Asset styleSheet(Office.Brand brand) {
        String css = ":root{--ink-brand:" + brand.ink() + ";--ink-brand-dark:" + brand.inkDark() + "}\n" + COMMON;
        return of(css, "site.css");
    }

    /** What the page on which texts are checked runs; the only script of the public pages. */
    static Asset checking() {
        String script = read("verify.js")
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("(?m)^\\s*//.*$", "")
                .replaceAll("\\s*\\n\\s*", "\n");
        return of(script.strip() + "\n", "verify.js");
    }

    /** A posted notice: what stands in the browser's tab until an office brings its own arms. */
    static Asset icon(Office.Brand brand) {
        String svg = """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="%s"/>\
                <path d="M7 9h18M7 16h18M7 23h11" stroke="#fff" stroke-width="3"/></svg>
                """.formatted(brand.ink());
        return of(svg, "icon.svg");
    }

    /** What networks show beside a link; see {@link ShareCard}. */
    static Asset card(Office office, Frames frames) {
        return of(ShareCard.draw(office, frames), "card.png");
    }

    private static Asset of(String text, String name) {
        return of(text.getBytes(StandardCharsets.UTF_8), name);
    }

    private static Asset of(byte[] bytes, String name) {
        return new Asset("/assets/" + digest(bytes) + "/" + name, bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String read(String name) {
        try (InputStream in = Asset.class.getResourceAsStream("/press/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The file press/" + name + " is missing on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The file press/" + name + " cannot be read.", e);
        }
    }

    /** Without comments and indentation, which are for us and not for readers on a bad line. */
    private static String compact(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s*\\n\\s*", "\n")
                .replaceAll("\\s*([{};,])\\s*", "$1")
                .replaceAll("(?m)^([a-z-]+):\\s+", "$1:")
                .strip();
    }
}
