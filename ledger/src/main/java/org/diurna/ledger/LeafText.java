package org.diurna.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.diurna.ledger.LedgerException.Malformed;

/** The grammar of leaves. */
final class LeafText {
    static final String EDITION = "diurna-edition/v1";
    static final String KEY = "diurna-key/v1";
    static final String HOSTS = "diurna-hosts/v1";
    static final String RENDITION = "diurna-rendition/v1";

    static final Pattern OFFICE = Pattern.compile("[a-z][a-z0-9-]{1,31}");
    static final Pattern RELEASE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}");
    static final Pattern LANG = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");

    /** Leaves room for the other lines of a key leaf. */
    static final int VKEY_MAX = 320;

    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    /** 18 digits: two of them and all other lines stay below 400 bytes. */
    private static final long INDEX_MAX = 999_999_999_999_999_999L;

    private LeafText() {}

    static void check(String name, String value, Pattern grammar) {
        if (!grammar.matcher(value).matches()) {
            throw new Malformed(Strict.shown(value) + " cannot stand in the line \"" + name + "\" of a leaf.");
        }
    }

    static void checkTime(Instant time) {
        if (!TIME.matcher(time.toString()).matches()) {
            throw new Malformed("The time of a leaf is in whole seconds of the years 0 to 9999; this is " + time + ".");
        }
    }

    static void checkIndex(OptionalLong index) {
        if (index.isPresent() && (index.getAsLong() < 0 || index.getAsLong() > INDEX_MAX)) {
            throw new Malformed(index.getAsLong() + " is no index of a leaf.");
        }
    }

    static String index(OptionalLong index) {
        return index.isPresent() ? Long.toString(index.getAsLong()) : "-";
    }

    static String digest(Optional<Hash> hash) {
        return hash.map(content -> "sha256:" + content.hex()).orElse("-");
    }

    static Leaf parse(String text) {
        List<String> lines = Strict.lines(text, "leaf");
        if (lines.isEmpty()) {
            throw new Malformed("The leaf is empty.");
        }
        Fields fields = new Fields(lines.subList(1, lines.size()).iterator());
        Leaf leaf = switch (lines.getFirst()) {
            case EDITION -> edition(fields);
            case KEY -> new Leaf.Key(fields.time(), VerifierKey.parse(fields.next("vkey")));
            case HOSTS -> new Leaf.Hosts(fields.time(), fields.certainDigest());
            case RENDITION ->
                new Leaf.Rendition(fields.time(), Strict.decimal(fields.next("of"), "index"), fields.certainDigest());
            default -> throw new Malformed(Strict.shown(lines.getFirst()) + " begins no leaf.");
        };
        fields.end();
        return leaf;
    }

    private static Leaf.Edition edition(Fields fields) {
        return new Leaf.Edition(
                fields.next("office"),
                fields.next("release"),
                fields.edition(),
                fields.next("lang"),
                Leaf.Kind.of(fields.next("kind")),
                fields.time(),
                fields.index("previous"),
                fields.index("source"),
                fields.digest("content"),
                fields.digest("approvals"));
    }

    /** The lines after the first, taken one after the other in their fixed order. */
    private record Fields(Iterator<String> lines) {
        String next(String name) {
            String line = lines.hasNext() ? lines.next() : "";
            if (!line.startsWith(name + " ")) {
                throw new Malformed("The leaf has no line \"" + name + "\" where it must be.");
            }
            return line.substring(name.length() + 1);
        }

        int edition() {
            long number = Strict.decimal(next("edition"), "number of the edition");
            if (number > Integer.MAX_VALUE) {
                throw new Malformed("No release has " + number + " editions.");
            }
            return (int) number;
        }

        Instant time() {
            String text = next("time");
            check("time", text, TIME);
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new Malformed(text + " is no time.", e);
            }
        }

        OptionalLong index(String name) {
            String text = next(name);
            return text.equals("-") ? OptionalLong.empty() : OptionalLong.of(Strict.decimal(text, "line " + name));
        }

        Optional<Hash> digest(String name) {
            String text = next(name);
            if (text.equals("-")) {
                return Optional.empty();
            }
            check(name, text, DIGEST);
            return Optional.of(Hash.of(HexFormat.of().parseHex(text.substring("sha256:".length()))));
        }

        Hash certainDigest() {
            return digest("content").orElseThrow(() -> new Malformed("This leaf must have a digest of its content."));
        }

        void end() {
            if (lines.hasNext()) {
                throw new Malformed("The leaf goes on after its last line.");
            }
        }
    }
}
