package org.diurna.press;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The list of a version's editions for archives (RFC 7089 section 5, in the link format of RFC 6690). */
final class TimeMap {
    private final Frames frames;

    TimeMap(Frames frames) {
        this.frames = frames;
    }

    String print(PublicVersion version) {
        List<PublicEdition> readable = readable(version);
        List<String> lines = new ArrayList<>();
        lines.add("<" + address(version, version.path()) + ">; rel=\"original\"");
        lines.add("<" + address(version, Editions.timeMap(version))
                + ">; rel=\"self\"; type=\"application/link-format\"");
        lines.add("<" + address(version, Editions.timeGate(version)) + ">; rel=\"timegate\"");
        for (PublicEdition edition : readable) {
            String place = edition.number() == readable.getFirst().number() ? "first " : "";
            place += edition.number() == readable.getLast().number() ? "last " : "";
            lines.add("<" + address(version, version.path(edition)) + ">; rel=\"" + place + "memento\"; datetime=\""
                    + date(edition.published()) + "\"");
        }
        return String.join(",\n", lines) + "\n";
    }

    /** The address that answers with the edition of a moment (RFC 7089 section 4.1). */
    Sheet gate(PublicVersion version) {
        SortedMap<Instant, String> versions = new TreeMap<>();
        List<PublicEdition> readable = readable(version);
        readable.stream()
                .skip(Math.max(0, readable.size() - Sheet.Dated.VERSIONS_MAX))
                .forEach(edition -> versions.put(edition.published(), Paths.encoded(version.path(edition))));
        String links = "<" + address(version, version.path()) + ">; rel=\"original\", <"
                + address(version, Editions.timeMap(version)) + ">; rel=\"timemap\"; type=\"application/link-format\"";
        return new Sheet.Dated(version.office().host(), Editions.timeGate(version), Map.of("Link", links), versions);
    }

    private static List<PublicEdition> readable(PublicVersion version) {
        return version.editions().stream()
                .filter(edition -> edition.json().length > 0)
                .toList();
    }

    /** {@code Tue, 20 Jan 2026 13:00:00 GMT} (RFC 9110 section 5.6.7). */
    static String date(Instant instant) {
        // RFC_1123_DATE_TIME writes one digit for the first nine days of a month, HTTP two
        String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
        return text.charAt(6) == ' ' ? text.substring(0, 5) + "0" + text.substring(5) : text;
    }

    private String address(PublicVersion version, String path) {
        return frames.address(version.office(), path);
    }
}
