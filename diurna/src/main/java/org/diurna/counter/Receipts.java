package org.diurna.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.diurna.edition.Office;
import org.diurna.edition.Texts;
import org.diurna.ledger.NoteKey;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody can show who was granted a licence: a text of lines, signed as a note (C2SP signed-note). */
final class Receipts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NoteKey key;
    private final Surroundings.Places places;

    Receipts(NoteKey key, Surroundings.Places places) {
        this.key = key;
        this.places = places;
    }

    /** What is granted. */
    record Granted(String terms, LocalDate last, List<Licence.Item> items, List<Licence.File> files, Instant at) {}

    /** The signed note. */
    String write(Office office, Licence licence, Granted granted) {
        StringBuilder text = new StringBuilder(Counter.RECEIPT).append('\n');
        line(text, "number", licence.id());
        line(text, "office", office.name(licence.language()));
        line(
                text,
                "release",
                places.address(office, "/" + licence.language() + "/" + licence.release()) + " edition "
                        + licence.edition());
        line(text, "headline", licence.headline());
        line(text, "licensee", licence.requester().name());
        line(text, "organisation", licence.requester().organisation());
        line(text, "medium", licence.use().medium());
        line(text, "purpose", licence.use().purpose());
        line(text, "territory", licence.use().territory());
        for (Licence.Item item : granted.items()) {
            String file = granted.files().stream()
                    .filter(each -> each.place() == item.place())
                    .map(each -> " sha256:" + each.sha256())
                    .findFirst()
                    .orElse("");
            line(text, "item", (item.words() ? "words" : "picture " + item.place()) + file + " " + item.title());
        }
        line(text, "terms", granted.terms());
        line(text, "granted", granted.at().toString());
        line(text, "until", granted.last().toString());
        return key.sign(text.toString());
    }

    private static void line(StringBuilder text, String name, String value) {
        String clean = Texts.clean(value).strip();
        if (!clean.isEmpty()) {
            text.append(name).append(": ").append(clean).append('\n');
        }
    }

    /** The same for programs: the lines as an object, and the note as it was signed. */
    byte[] json(String note) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode items = JSON.createArrayNode();
        note.substring(0, note.lastIndexOf("\n\n")).lines().skip(1).forEach(line -> {
            int at = line.indexOf(": ");
            if (line.startsWith("item: ")) {
                items.add(line.substring(at + 2));
            } else {
                all.put(line.substring(0, at), line.substring(at + 2));
            }
        });
        all.set("items", items);
        all.put("format", Counter.RECEIPT);
        all.put("key", key.verifier().text());
        all.put("note", note);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
    }

    String publicKey() {
        return key.verifier().text();
    }
}
