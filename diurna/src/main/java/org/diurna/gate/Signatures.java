package org.diurna.gate;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** First bytes by which files that are no pages are known. */
final class Signatures {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("%PDF-", "a PDF document"),
            Map.entry("PK\u0003\u0004", "a ZIP archive or an office document"),
            Map.entry("\u0089PNG", "a PNG picture"),
            Map.entry("\u00ff\u00d8\u00ff", "a JPEG picture"),
            Map.entry("GIF8", "a GIF picture"),
            Map.entry("RIFF", "a RIFF file (a picture, sound or film)"),
            Map.entry("\u001f\u008b", "a gzip archive"),
            Map.entry("BZh", "a bzip2 archive"),
            Map.entry("7z\u00bc\u00af", "a 7-Zip archive"),
            Map.entry("\u00d0\u00cf\u0011\u00e0", "an old office document"),
            Map.entry("{\\rtf", "an RTF document"),
            Map.entry("\u007fELF", "a program"),
            Map.entry("MZ\u0090", "a program"),
            Map.entry("ID3", "a sound file"),
            Map.entry("OggS", "a sound or film file"),
            Map.entry("SQLite format 3", "a database"));

    private Signatures() {}

    static Optional<String> kind(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            if (start.startsWith(known.getKey())) {
                return Optional.of(known.getValue());
            }
        }
        boolean film = bytes.length > 12 && start.startsWith("ftyp", 4);
        return film ? Optional.of("a film file") : zeros(bytes);
    }

    /** Text has no zero bytes; UTF-16 has them in every second place. */
    private static Optional<String> zeros(byte[] bytes) {
        int length = Math.min(bytes.length, 4_096);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        boolean wide = Math.max(even, odd) > length / 20 && Math.min(even, odd) < Math.max(even, odd) / 10;
        boolean marked = start(bytes, 0xFF, 0xFE) || start(bytes, 0xFE, 0xFF);
        return even + odd == 0 || wide || marked ? Optional.empty() : Optional.of("a binary file");
    }

    private static boolean start(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
