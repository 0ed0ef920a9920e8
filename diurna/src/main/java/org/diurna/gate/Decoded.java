package org.diurna.gate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The characters of a file, or why it has none that can be read. */
sealed interface Decoded {
    /** How far into a file markup is looked for. */
    int SNIFF_CHARACTERS = 20_000;

    Pattern MARKUP = Pattern.compile("(?i)<(!doctype\\s+html|html|head|body|meta|article|main|div|table|h1|p)[\\s>/]");
    Pattern OPENING = Pattern.compile(
            "(?is)\\A\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body)[\\s>]");
    Pattern CUT_TAG = Pattern.compile("(?s)<[a-zA-Z/!][^<>]{0,5000}\\z");

    /** Readable. */
    record Text(String text, boolean html, List<Found.Report> reports) implements Decoded {}

    /** Not readable. */
    record Refusal(Outcome.Refused outcome) implements Decoded {}

    static Decoded of(byte[] bytes, String fileName) {
        if (bytes.length == 0) {
            return new Refusal(new Outcome.Empty(
                    fileName + " is empty: it has no bytes. Save the page again and import that file."));
        }
        Optional<Decoded> document = Documents.read(bytes, fileName);
        if (document.isPresent()) {
            return document.get();
        }
        Optional<String> kind = Signatures.kind(bytes);
        if (kind.isPresent()) {
            return new Refusal(new Outcome.Binary(fileName + " is " + kind.get()
                    + " and no page. Save the page as HTML or as plain text and import that."));
        }
        Charsets.Choice choice = Charsets.choose(bytes);
        String text = new String(bytes, choice.skip(), bytes.length - choice.skip(), choice.charset());
        if (text.isBlank()) {
            return new Refusal(new Outcome.Empty(
                    fileName + " holds nothing but white space. Save the page again and import that file."));
        }
        if (controls(text) > text.length() / 50) {
            return new Refusal(new Outcome.Binary(fileName
                    + " holds bytes that are no text in any known charset. Save the page as HTML or as plain text."));
        }
        boolean html = html(text, fileName);
        if (html
                && CUT_TAG.matcher(text.substring(Math.max(0, text.length() - 6_000)))
                        .find()) {
            return new Refusal(new Outcome.Unreadable(
                    fileName + " stops in the middle of a tag, so the download was cut off. Fetch the page again."));
        }
        List<Found.Report> reports = new ArrayList<>(choice.reports());
        return new Text(Mojibake.repair(text, reports), html, List.copyOf(reports));
    }

    private static boolean html(String text, String fileName) {
        String start = text.substring(0, Math.min(text.length(), SNIFF_CHARACTERS));
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".txt") || name.endsWith(".md")) {
            return OPENING.matcher(start).find();
        }
        return MARKUP.matcher(start).find();
    }

    private static long controls(String text) {
        return text.chars()
                .filter(c -> (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1a) || c == 0xFFFD)
                .count();
    }

    /** The declared or guessed charset's plain name. */
    static String name(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : charset.name();
    }
}
