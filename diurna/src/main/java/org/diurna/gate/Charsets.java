package org.diurna.gate;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses the charset of a file: byte order mark, then valid UTF-8, then whichever of the declared and the usual charsets
 * makes words of a language out of the bytes. A declaration is evidence, not truth: servers and templates lie.
 */
final class Charsets {
    private static final int DECLARED_WITHIN = 8_192;
    private static final int JUDGED_BYTES = 60_000;
    private static final double FOREIGN = 0.5;
    private static final double DECLARED_BONUS = 0.02;
    private static final Pattern DECLARED =
            Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");

    /** What labels mean in practice (WHATWG Encoding, section 4.2, where labels name supersets). */
    private static final Map<String, String> MEANT = Map.of(
            "iso-8859-1", "windows-1252",
            "latin1", "windows-1252",
            "us-ascii", "windows-1252",
            "ascii", "windows-1252",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "iso-8859-9", "windows-1254",
            "ks_c_5601-1987", "x-windows-949",
            "euc-kr", "x-windows-949",
            "shift_jis", "windows-31j");

    private static final List<String> USUAL = List.of(
            "windows-1252",
            "windows-1251",
            "windows-1250",
            "windows-1254",
            "windows-1256",
            "windows-1253",
            "windows-1255",
            "windows-1257",
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-6",
            "ISO-8859-7",
            "ISO-8859-15",
            "KOI8-R",
            "KOI8-U",
            "GB18030",
            "Big5",
            "windows-31j",
            "EUC-JP",
            "x-windows-949",
            "x-windows-874",
            "windows-1258");

    /**
     * A choice.
     *
     * @param skip bytes of the byte order mark
     */
    record Choice(Charset charset, int skip, List<Found.Report> reports) {}

    private Charsets() {}

    static Choice choose(byte[] bytes) {
        Optional<Choice> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        List<Charset> declared = declared(bytes);
        if (valid(bytes)) {
            boolean lied = !ascii(bytes) && !declared.isEmpty() && !declared.contains(StandardCharsets.UTF_8);
            return new Choice(
                    StandardCharsets.UTF_8,
                    0,
                    lied
                            ? List.of(guessed("The page declares " + Decoded.name(declared.getFirst())
                                    + " but its bytes are UTF-8, so it was read as UTF-8."))
                            : List.of());
        }
        if (almostValid(bytes)) {
            return new Choice(
                    StandardCharsets.UTF_8,
                    0,
                    List.of(new Found.Report(
                            Found.Matter.UNREADABLE_CHARACTERS,
                            "A few bytes are not valid UTF-8 and stand as \uFFFD; compare with the original page.")));
        }
        return judged(bytes, declared);
    }

    private static Optional<Choice> marked(byte[] bytes) {
        int a = at(bytes, 0);
        int b = at(bytes, 1);
        if (a == 0xEF && b == 0xBB && at(bytes, 2) == 0xBF) {
            return Optional.of(new Choice(StandardCharsets.UTF_8, 3, List.of()));
        }
        if (a == 0xFF && b == 0xFE) {
            return Optional.of(new Choice(StandardCharsets.UTF_16LE, 2, List.of()));
        }
        if (a == 0xFE && b == 0xFF) {
            return Optional.of(new Choice(StandardCharsets.UTF_16BE, 2, List.of()));
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < Math.min(bytes.length, 4_096); i++) {
            if (bytes[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        if (even + odd < 4) {
            return Optional.empty();
        }
        Charset wide = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return Optional.of(new Choice(
                wide, 0, List.of(guessed("The file has no byte order mark; it was read as " + wide.name() + "."))));
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    private static List<Charset> declared(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        Set<Charset> found = new LinkedHashSet<>();
        Matcher matcher = DECLARED.matcher(start);
        while (matcher.find()) {
            String label = matcher.group(1).toLowerCase(Locale.ROOT);
            named(MEANT.getOrDefault(label, label)).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // an unknown label declares nothing
            return Optional.empty();
        }
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean valid(byte[] bytes) {
        return faults(bytes, StandardCharsets.UTF_8) <= 0;
    }

    private static boolean almostValid(byte[] bytes) {
        int high = 0;
        for (byte b : bytes) {
            high += b < 0 ? 1 : 0;
        }
        return faults(bytes, StandardCharsets.UTF_8) * 20 < high;
    }

    private static int faults(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8_192);
        int faults = 0;
        while (in.hasRemaining()) {
            var result = decoder.decode(in, out, true);
            out.clear();
            if (result.isError()) {
                faults++;
                in.position(Math.min(in.limit(), in.position() + Math.max(1, result.length())));
            } else if (result.isUnderflow()) {
                break;
            }
        }
        return faults;
    }

    private static Choice judged(byte[] bytes, List<Charset> declared) {
        Set<Charset> candidates = new LinkedHashSet<>(declared);
        USUAL.forEach(name -> named(name).ifPresent(candidates::add));
        byte[] sample = untagged(sample(bytes));
        Charset best = StandardCharsets.ISO_8859_1;
        double score = Double.NEGATIVE_INFINITY;
        for (Charset candidate : candidates) {
            double value = plausible(sample, candidate) + (declared.contains(candidate) ? DECLARED_BONUS : 0);
            if (value > score) {
                best = candidate;
                score = value;
            }
        }
        List<Found.Report> reports = new ArrayList<>();
        if (!declared.contains(best)) {
            reports.add(guessed(
                    declared.isEmpty()
                            ? "The page declares no charset; it was read as " + best.name() + "."
                            : "The page declares " + declared.getFirst().name()
                                    + ", which makes no words; it was read as " + best.name() + "."));
        }
        return new Choice(best, 0, List.copyOf(reports));
    }

    /** Bytes around those beyond ASCII, because only they tell charsets apart. */
    private static byte[] sample(byte[] bytes) {
        if (bytes.length <= JUDGED_BYTES) {
            return bytes;
        }
        int first = 0;
        while (first < bytes.length - JUDGED_BYTES && bytes[first] >= 0) {
            first++;
        }
        return java.util.Arrays.copyOfRange(bytes, first, first + JUDGED_BYTES);
    }

    /** The bytes without what stands between angle brackets, which is ASCII in all these charsets. */
    private static byte[] untagged(byte[] bytes) {
        byte[] kept = new byte[bytes.length];
        int length = 0;
        boolean tag = false;
        for (byte b : bytes) {
            boolean opens = b == '<';
            tag = opens || (tag && b != '>');
            if (!tag) {
                kept[length++] = b == '>' ? (byte) ' ' : b;
            }
        }
        return java.util.Arrays.copyOf(kept, length);
    }

    private static double plausible(byte[] sample, Charset charset) {
        String text = new String(sample, charset);
        int odd = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0xFFFD || (c >= 0x80 && c < 0xA0)) {
                odd++;
            } else if (c >= 0x80) {
                foreign++;
            }
        }
        double faults = odd / (double) Math.max(1, foreign + odd);
        return Tongues.fit(text) + Tongues.letterFit(text) - 2 * faults - FOREIGN * Tongues.foreignLetters(text);
    }

    private static Found.Report guessed(String sentence) {
        return new Found.Report(Found.Matter.CHARSET_GUESSED, sentence);
    }
}
