package org.diurna.edition;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.diurna.house.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * The edition file: the very bytes that are stored, logged by their digest and served. UTF-8, NFC, keys sorted, no
 * floating-point numbers, one final line feed. Nobody ever writes it a second time for the same edition.
 */
public final class EditionJson {
    /** Of the format of the file. */
    public static final int VERSION = 1;

    /** Random bytes in each file, so that its digest tells nothing once all copies of the file are gone. */
    public static final int SALT_BYTES = 32;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EditionJson() {}

    /**
     * What an edition file says.
     *
     * @param salt      {@link #SALT_BYTES} random bytes
     * @param published first publication of this language version
     * @param modified  this edition
     * @param source    for a translation: the edition translated
     * @param plates    the pictures, the banner first
     */
    public record Facts(
            byte[] salt,
            String office,
            ReleaseId release,
            int edition,
            Language language,
            Kind kind,
            String note,
            String type,
            Wording wording,
            String bodyHtml,
            Instant published,
            Instant modified,
            Optional<Source> source,
            List<Plate> plates) {
        public Facts {
            plates = List.copyOf(plates);
            if (salt.length != SALT_BYTES) {
                throw new IllegalArgumentException(
                        "The salt has " + salt.length + " bytes instead of " + SALT_BYTES + ".");
            }
            // the page shows these very characters, so they are not mended here
            if (!Normalizer.isNormalized(bodyHtml, Normalizer.Form.NFC)) {
                throw new IllegalArgumentException("The body of " + release + " in " + language + " is not in NFC.");
            }
        }
    }

    /** The edition that a translation was made from. */
    public record Source(ReleaseId release, Language language, int edition) {}

    /** The bytes of the file. */
    public static byte[] write(Facts facts) {
        Map<String, Object> members = new TreeMap<>();
        members.put("v", VERSION);
        members.put("salt", Base64.getEncoder().encodeToString(facts.salt()));
        members.put("office", facts.office());
        members.put("release", facts.release().value());
        members.put("edition", facts.edition());
        members.put("lang", facts.language().tag());
        members.put("kind", facts.kind().word());
        members.put("note", nfc(facts.note()));
        members.put("type", facts.type());
        members.put("title", nfc(facts.wording().headline()));
        members.put("summary", nfc(String.join("\n", facts.wording().decks())));
        members.put("place", nfc(facts.wording().place()));
        members.put("date", facts.wording().date().map(Object::toString).orElse(""));
        members.put("published", facts.published().toString());
        members.put("modified", facts.modified().toString());
        members.put("bodyHtml", facts.bodyHtml());
        members.put("pictures", facts.plates().stream().map(PlateJson::member).toList());
        members.put("attachments", List.of());
        if (!facts.wording().events().isEmpty()) {
            members.put(
                    "events",
                    facts.wording().events().stream().map(EventJson::member).toList());
        }
        facts.source().ifPresent(source -> members.put("source", source(source)));
        if (facts.edition() > 1) {
            members.put("supersedes", facts.edition() - 1);
        }
        return (JSON.writeValueAsString(members) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> source(Source source) {
        return new TreeMap<>(Map.of(
                "release", source.release().value(),
                "lang", source.language().tag(),
                "edition", source.edition()));
    }

    static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
