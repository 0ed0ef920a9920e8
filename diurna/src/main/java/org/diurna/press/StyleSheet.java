package org.diurna.press;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.diurna.edition.Office;

/** The one style sheet with an office's colours in it; its address holds its digest, so it may be kept for ever. */
record StyleSheet(String path, byte[] bytes) {
    private static final String COMMON = compact(read());

    static StyleSheet of(Office.Brand brand) {
        String css = ":root{--ink-brand:" + brand.ink() + ";--ink-brand-dark:" + brand.inkDark() + "}\n" + COMMON;
        byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
        return new StyleSheet("/assets/" + digest(bytes) + "/site.css", bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static String read() {
        try (InputStream in = StyleSheet.class.getResourceAsStream("/press/site.css")) {
            if (in == null) {
                throw new IllegalStateException("The style sheet press/site.css is missing on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The style sheet press/site.css cannot be read.", e);
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
