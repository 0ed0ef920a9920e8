package org.diurna.gate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One line of JSON for each file: what would be imported. */
final class DryRun {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DryRun() {}

    static String line(String fileName, Outcome outcome) {
        ObjectNode line = JSON.createObjectNode();
        Path name = Path.of(fileName).getFileName();
        line.put("file", name == null ? fileName : name.toString());
        switch (outcome) {
            case Outcome.Read read -> write(line, read.found());
            case Outcome.Refused refused -> {
                for (String field : List.of("type", "date", "headline", "number", "place", "lang")) {
                    line.putNull(field);
                }
                line.putArray("paragraphs");
                line.put("refused", refused.sentence());
            }
        }
        return JSON.writeValueAsString(line);
    }

    private static void write(ObjectNode line, Found found) {
        put(line, "type", found.label().map(Found.Label::words).or(() -> instruction(found)));
        put(
                line,
                "date",
                found.date() instanceof FoundDate.Certain certain
                        ? Optional.of(certain.day().toString())
                        : Optional.empty());
        line.put("headline", found.headline());
        put(line, "number", found.number().map(Found.Reference::printed));
        put(line, "place", Optional.of(found.place()).filter(place -> !place.isEmpty()));
        line.put("lang", found.language().tag());
        ArrayNode paragraphs = line.putArray("paragraphs");
        Blocks.plain(found.body().stream().filter(DryRun::proper).toList()).forEach(paragraphs::add);
        ArrayNode reports = line.putArray("reports");
        found.reports().forEach(report -> reports.add(report.sentence()));
    }

    /** "For immediate release" is no type, but it is what stands where the label would. */
    private static Optional<String> instruction(Found found) {
        return found.notices().stream()
                .filter(notice -> notice.kind() == Found.NoticeKind.RELEASE_INSTRUCTION)
                .map(Found.Notice::text)
                .findFirst();
    }

    /** The text proper, with what comes next; other sections are not text of the release. */
    private static boolean proper(Block block) {
        return !(block instanceof Block.Figure)
                && (!(block instanceof Block.Section section) || section.kind() == Block.SectionKind.NEXT_STEPS);
    }

    private static void put(ObjectNode line, String field, Optional<String> value) {
        value.ifPresentOrElse(words -> line.put(field, words), () -> line.putNull(field));
    }
}
