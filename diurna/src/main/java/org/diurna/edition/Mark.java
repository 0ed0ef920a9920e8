package org.diurna.edition;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.diurna.house.Language;

/** What a run of text within a paragraph is marked as. */
public sealed interface Mark {

    /** Stressed words, {@code <em>}. */
    record Emphasis() implements Mark {}

    /** Words of weight, {@code <strong>}. */
    record Strong() implements Mark {}

    /**
     * A link.
     *
     * @param target an absolute http, https, mailto or tel address, or a path on the same host that begins with one slash
     */
    record Link(String target) implements Mark {
        private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

        public Link {
            if (!allowed(target)) {
                throw new IllegalArgumentException(
                        "\"" + target + "\" cannot be a link: use an http, https, mailto or tel address.");
            }
            target = kept(target);
        }

        /** Composing letters would lead elsewhere, and what is not composed cannot stand in an edition: escaped it can. */
        private static String kept(String target) {
            if (Normalizer.isNormalized(target, Normalizer.Form.NFC)) {
                return target;
            }
            StringBuilder escaped = new StringBuilder();
            for (byte octet : target.getBytes(StandardCharsets.UTF_8)) {
                if (octet >= 0) {
                    escaped.append((char) octet);
                } else {
                    escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
                }
            }
            return escaped.toString();
        }

        /** Whether the address may stand in a release: a known scheme or a path, and nothing that runs. */
        public static boolean allowed(String target) {
            if (target.isBlank() || target.length() > 2_000) {
                return false;
            }
            try {
                URI uri = new URI(target);
                String scheme = uri.getScheme();
                if (scheme == null) {
                    return target.startsWith("/") && !target.startsWith("//");
                }
                return SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    /** Words in another language than the text around them. */
    record Foreign(Language language) implements Mark {}

    /**
     * An abbreviation.
     *
     * @param meaning the words it stands for, not blank
     */
    record Abbreviation(String meaning) implements Mark {
        public Abbreviation {
            meaning = Texts.clean(meaning).strip();
            if (meaning.isEmpty()) {
                throw new IllegalArgumentException("An abbreviation needs the words it stands for.");
            }
        }
    }
}
