package org.diurna.desk;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Differences;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.StandingText;
import org.diurna.edition.StandingTexts;
import org.diurna.edition.Wording;
import org.diurna.edition.WordingJson;
import org.diurna.house.Language;
import org.diurna.house.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the writing room is told, when it opens and after each save. */
final class Answers {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Checks checks;
    private final StandingTexts texts;

    Answers(Checks checks, StandingTexts texts) {
        this.checks = checks;
        this.texts = texts;
    }

    /** The state of a draft: its revision, what was found in it, and blocks of which there are two versions. */
    ObjectNode state(Release release, Draft draft, Language reader) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("revision", draft.revision());
        answer.put("when", time(draft.changed(), release, reader));
        ArrayNode findings = answer.putArray("findings");
        for (Finding finding : checks.of(release.office(), draft)) {
            findings.addObject()
                    .put("severity", finding.severity().word())
                    .put("field", finding.field())
                    .put("block", finding.block())
                    .put("key", finding.key())
                    .put("text", finding.in(reader));
        }
        conflicts(draft, answer.putArray("conflicts"));
        newer(release, draft, answer.putArray("newer"));
        return answer;
    }

    /** Sections of which the office keeps newer words, with those words. */
    private void newer(Release release, Draft draft, ArrayNode newer) {
        for (Block block : draft.wording().body()) {
            if (block instanceof Block.Section section) {
                texts.newerThan(release.office().code(), draft.language(), section)
                        .ifPresent(text -> newer.addObject()
                                .put("block", section.id())
                                .put("kind", section.kind().word())
                                .set("blocks", body(text)));
            }
        }
    }

    private static JsonNode body(StandingText text) {
        Wording holder = new Wording("", List.of(), "", Optional.empty(), text.blocks("t"));
        return JSON.readTree(WordingJson.write(holder)).path("body");
    }

    private static void conflicts(Draft draft, ArrayNode conflicts) {
        List<Block> blocks = Blocks.all(draft.wording().body()).toList();
        for (Block second : blocks) {
            Optional<Block> first = blocks.stream()
                    .filter(block -> !Merge.isSecond(block.id()) && Merge.isSecondOf(second.id(), block.id()))
                    .findFirst();
            first.ifPresent(block -> {
                ObjectNode conflict = conflicts.addObject();
                conflict.put("block", second.id());
                conflict.put("first", block.id());
                pieces(
                        conflict.putArray("pieces"),
                        Differences.words(Differences.text(block), Differences.text(second), draft.language()));
            });
        }
    }

    private static void pieces(ArrayNode array, List<Differences.Piece> pieces) {
        pieces.forEach(piece -> array.addObject()
                .put("op", piece.op().name().toLowerCase(Locale.ROOT))
                .put("text", piece.text()));
    }

    /** What came of a save. */
    ObjectNode merged(Release release, Draft draft, Save.Outcome.Merged merged, Language reader) {
        ObjectNode answer = state(release, draft, reader);
        answer.put("merged", true);
        answer.put("revision", merged.revision());
        answer.put("base", merged.base());
        answer.set("wording", JSON.readTree(WordingJson.write(merged.wording())));
        Words words = Words.of("desk", reader);
        ArrayNode fields = answer.putArray("fields");
        merged.fields()
                .forEach(field -> fields.add(words.say(
                        "write.field-conflict",
                        java.util.Map.of(
                                "field", words.say("write.field." + field.name()),
                                "stands", field.stands(),
                                "written", field.written()))));
        return answer;
    }

    /**
     * Who opens a room.
     *
     * @param person as others in the same draft see it
     * @param locked why nothing can be written in it; empty where it can
     */
    record Room(Language reader, String person, String address, String token, String locked) {}

    /** Everything that the room opens with. */
    String room(Release release, Draft draft, Room opened) {
        Language reader = opened.reader();
        ObjectNode room = state(release, draft, reader);
        Words words = Words.of("desk", reader);
        room.put("address", opened.address());
        room.put("person", opened.person());
        room.put("token", opened.token());
        room.put("locked", opened.locked());
        room.put("seen", draft.revision());
        room.put("language", draft.language().tag());
        room.put("direction", draft.language().direction());
        room.set("wording", JSON.readTree(WordingJson.write(draft.wording())));
        ObjectNode said = room.putObject("words");
        for (String key : words.keys().stream()
                .filter(key -> key.startsWith("write."))
                .sorted()
                .collect(Collectors.toList())) {
            said.put(key.substring("write.".length()), words.raw(key));
        }
        said.put("ready", words.say("desk.ready")).put("untitled", words.say("desk.untitled"));
        ObjectNode titles = room.putObject("titles");
        Words printed = Words.of("edition", draft.language());
        for (Block.SectionKind kind : Block.SectionKind.values()) {
            titles.put(kind.word(), printed.say("section." + kind.word()));
        }
        ObjectNode kept = room.putObject("texts");
        texts.of(release.office().code(), draft.language()).stream()
                .filter(text -> !text.words().isBlank())
                .forEach(text -> kept.set(text.kind().word(), body(text)));
        ArrayNode languages = room.putArray("languages");
        for (Language language : release.office().languages()) {
            languages.addArray().add(language.tag()).add(Names.of(language, reader));
        }
        return JSON.writeValueAsString(room);
    }

    /** The time of day, in the zone of the office. */
    private static String time(Instant instant, Release release, Language reader) {
        DateFormat format = DateFormat.getInstanceForSkeleton("Hmmss", reader.locale());
        format.setTimeZone(TimeZone.getTimeZone(release.office().zone().getId()));
        return format.format(Date.from(instant));
    }
}
