package org.diurna.darkroom;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Finds files that are a picture to one program and something else to another. Phones append second pictures and clips
 * to a JPEG, so bytes after the end are no crime by themselves: masters are private and renditions are drawn anew.
 */
final class Faces {
    private static final int HEAD_BYTES = 1_024;
    private static final int TAIL_BYTES = 4_096;
    private static final int ZIP_END_BYTES = 22;
    private static final int ZIP_COMMENT_MAX = 65_535;

    private static final Map<String, String> IN_HEAD = ordered(
            "%pdf-",
            "a PDF document",
            "<script",
            "a web page",
            "<html",
            "a web page",
            "<?php",
            "a program",
            "<svg",
            "an SVG drawing");
    private static final Map<String, String> IN_TAIL = ordered(
            "pk\u0003\u0004",
            "an archive",
            "%pdf-",
            "a PDF document",
            "<script",
            "a web page",
            "<html",
            "a web page",
            "<!doctype",
            "a web page",
            "<?php",
            "a program",
            "<svg",
            "an SVG drawing",
            "rar!\u001a",
            "an archive",
            "7z\u00bc\u00af'\u001c",
            "an archive");

    private Faces() {}

    static void check(Bytes file, long end) {
        look(file, file.text(0, HEAD_BYTES), IN_HEAD);
        if (end < file.size()) {
            look(file, file.text(end, TAIL_BYTES), IN_TAIL);
        }
        if (endsAsArchive(file)) {
            throw twoFaces(file, "an archive");
        }
    }

    private static void look(Bytes file, String part, Map<String, String> signs) {
        String lower = part.toLowerCase(Locale.ROOT);
        signs.forEach((sign, what) -> {
            if (lower.contains(sign)) {
                throw twoFaces(file, what);
            }
        });
    }

    /** A ZIP reader starts from the end, so the archive may hide anywhere before its directory (APPNOTE 4.3.16). */
    private static boolean endsAsArchive(Bytes file) {
        long from = Math.max(0, file.size() - ZIP_END_BYTES - ZIP_COMMENT_MAX);
        String tail = file.text(from, file.size() - from);
        for (int at = tail.indexOf("PK\u0005\u0006"); at >= 0; at = tail.indexOf("PK\u0005\u0006", at + 1)) {
            long here = from + at;
            if (here + ZIP_END_BYTES <= file.size() && here + ZIP_END_BYTES + file.u16le(here + 20) == file.size()) {
                return true;
            }
        }
        return false;
    }

    private static Turned twoFaces(Bytes file, String other) {
        return new Turned(new Refusal.TwoFaces(file.name(), other));
    }

    private static Map<String, String> ordered(String... signsAndNames) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < signsAndNames.length; i += 2) {
            map.put(signsAndNames[i], signsAndNames[i + 1]);
        }
        return map;
    }
}
