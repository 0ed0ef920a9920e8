package org.diurna.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.diurna.edition.DraftLine;
import org.diurna.edition.Lines;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseTypes;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.People;

/** Puts lines into words for a reader: three questions to the database for a whole list, however long it is. */
final class LineViews {
    private final Lines lines;
    private final Offices offices;
    private final ReleaseTypes types;
    private final People people;

    LineViews(Lines lines, Offices offices, ReleaseTypes types, People people) {
        this.lines = lines;
        this.offices = offices;
        this.types = types;
        this.people = people;
    }

    List<ReleaseLine> of(List<DraftLine> found, Language reader) {
        Map<ReleaseId, List<DraftLine>> siblings =
                lines.of(found.stream().map(DraftLine::release).toList());
        Map<String, Office> byCode = new HashMap<>();
        if (!found.isEmpty()) {
            offices.all().forEach(office -> byCode.put(office.code(), office));
        }
        Map<String, String> names =
                people.names(found.stream().map(DraftLine::changer).collect(Collectors.toSet()));
        return found.stream()
                .map(line -> line(
                        line,
                        names.getOrDefault(line.changer(), line.changer()),
                        byCode.get(line.office()),
                        siblings.getOrDefault(line.release(), List.of(line)),
                        reader))
                .toList();
    }

    private ReleaseLine line(
            DraftLine line,
            String changer,
            @org.jspecify.annotations.Nullable Office office,
            List<DraftLine> versions,
            Language reader) {
        return new ReleaseLine(
                path(line),
                line.language(),
                line.headline(),
                office == null ? line.office() : office.name(reader),
                types.of(line.type()).label(reader),
                line.at().word(),
                name(line.at(), reader),
                line.changed().toString(),
                office == null ? line.changed().toString() : Names.shortly(line.changed(), office.zone(), reader),
                changer,
                versions.stream().map(version -> version(version, reader)).toList());
    }

    /** The languages of one release. */
    List<ReleaseLine.Version> versions(ReleaseId release, Language reader) {
        return lines.of(List.of(release)).getOrDefault(release, List.of()).stream()
                .map(line -> version(line, reader))
                .toList();
    }

    private static ReleaseLine.Version version(DraftLine line, Language reader) {
        return new ReleaseLine.Version(
                line.language(),
                Names.of(line.language(), reader),
                path(line),
                line.at().word(),
                name(line.at(), reader));
    }

    private static String path(DraftLine line) {
        return "/releases/" + line.release() + "/" + line.language();
    }

    static String name(DraftLine.At at, Language reader) {
        return Words.of("desk", reader).say("at." + at.word());
    }
}
