package org.diurna.press;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Office;

/** All sheets of a release in one language: its page, its editions, and the addresses that lead to it. */
final class ReleaseSheets {
    private static final String HTML = "text/html; charset=utf-8";

    private final Frames frames;
    private final Printer printer;
    private final ReleasePages pages;
    private final OtherForms forms;
    private final Embedding embedding;
    private final Calendars calendars;
    private final Tombstones tombstones;
    private final Histories histories;

    ReleaseSheets(Frames frames, Printer printer) {
        this.frames = frames;
        this.printer = printer;
        this.pages = new ReleasePages(frames);
        this.forms = new OtherForms(frames);
        this.embedding = new Embedding(frames);
        this.calendars = new Calendars(frames);
        this.tombstones = new Tombstones(frames, printer);
        this.histories = new Histories(frames, printer);
    }

    List<Sheet> print(Order.Release release) {
        PublicVersion version = release.version();
        List<Sheet> sheets = new ArrayList<>(
                Editions.removed(version) ? tombstones.print(version) : standing(version, release.papers()));
        if (release.papers().kit() instanceof Kit.Stale) {
            // a new one comes in a moment, where there is to be one
            sheets.add(new Sheet.Moved(host(version), MediaKit.path(version), Paths.encoded(version.path()), 302));
        }
        return sheets;
    }

    /** The newest edition without mark-up. */
    String text(PublicVersion version) {
        return PlainText.of(
                pages.newest(version, Papers.NONE),
                Editions.shown(version).wording().body());
    }

    private List<Sheet> standing(PublicVersion version, Papers papers) {
        List<Sheet> sheets = new ArrayList<>();
        ReleasePage page = pages.newest(version, papers);
        sheets.add(page(version, page));
        sheets.addAll(forms.print(version, page, Editions.changed(version)));
        sheets.addAll(calendars.print(version));
        sheets.add(embedding.print(
                version, page, ReleasePages.description(version, Editions.shown(version)), Editions.changed(version)));
        for (String path : Editions.leadingTo(version)) {
            sheets.add(new Sheet.Moved(host(version), path, Paths.encoded(version.path()), 301));
        }
        for (PublicEdition edition : version.editions()) {
            edition(version, edition, papers, sheets);
            if (papers.stale().contains(edition.number())) {
                // what it shows may be shown no more, and a new one comes in a moment
                sheets.add(new Sheet.Moved(
                        host(version), Papers.path(version, edition), Paths.encoded(version.path(edition)), 302));
            }
        }
        sheets.add(new Sheet.Printed(
                host(version),
                Editions.timeMap(version),
                "application/link-format",
                Caching.FEED,
                Optional.of(Editions.changed(version)),
                Map.of(),
                new TimeMap(frames).print(version).getBytes(StandardCharsets.UTF_8)));
        if (version.editions().stream().anyMatch(edition -> edition.json().length > 0)) {
            sheets.add(new TimeMap(frames).gate(version));
        }
        sheets.add(VersionIndex.print(version));
        version.withdrawn()
                .map(withdrawn -> withdrawalProof(version, withdrawn))
                .ifPresent(sheets::add);
        sheets.addAll(histories.print(version));
        return sheets;
    }

    private Sheet page(PublicVersion version, ReleasePage page) {
        PublicEdition shown = Editions.shown(version);
        String proof = Paths.encoded(Editions.proof(version, shown));
        String json = Paths.encoded(Editions.json(version, shown));
        Map<String, String> headers = Map.of(
                "Link",
                "<" + json + ">; rel=\"alternate\"; type=\"application/json\", <" + proof
                        + ">; rel=\"describedby\"; type=\"text/plain\", <"
                        + Paths.encoded(Editions.timeMap(version))
                        + ">; rel=\"timemap\"; type=\"application/link-format\", <"
                        + Paths.encoded(Editions.timeGate(version))
                        + ">; rel=\"timegate\"");
        return html(version, version.path(), headers, Editions.changed(version), printer.print("release", page));
    }

    private void edition(PublicVersion version, PublicEdition edition, Papers papers, List<Sheet> sheets) {
        if (edition.json().length > 0) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("X-Robots-Tag", "noindex");
            headers.put("Memento-Datetime", TimeMap.date(edition.published()));
            headers.put(
                    "Link",
                    "<" + address(version, version.path()) + ">; rel=\"original\", <"
                            + address(version, Editions.timeMap(version))
                            + ">; rel=\"timemap\"; type=\"application/link-format\", <"
                            + address(version, Editions.timeGate(version))
                            + ">; rel=\"timegate\"");
            sheets.add(html(
                    version,
                    version.path(edition),
                    headers,
                    edition.published(),
                    printer.print("release", pages.edition(version, edition, papers))));
            sheets.add(data(
                    version,
                    Editions.json(version, edition),
                    "application/json",
                    Caching.IMMUTABLE,
                    edition,
                    edition.json()));
        }
        // a proof is rewritten when witnesses have signed, so nobody may keep it for ever
        sheets.add(data(
                version,
                Editions.proof(version, edition),
                "text/plain; charset=utf-8",
                Caching.FEED,
                edition,
                edition.seal().proof()));
    }

    private static Sheet html(
            PublicVersion version, String path, Map<String, String> headers, Instant modified, byte[] page) {
        return new Sheet.Printed(
                host(version), Paths.encoded(path), HTML, Caching.PAGE, Optional.of(modified), headers, page);
    }

    private static Sheet data(
            PublicVersion version, String path, String type, Caching caching, PublicEdition edition, byte[] bytes) {
        Map<String, String> open = Map.of("Access-Control-Allow-Origin", "*", "X-Robots-Tag", "noindex");
        return new Sheet.Printed(
                host(version), Paths.encoded(path), type, caching, Optional.of(edition.published()), open, bytes);
    }

    private String address(PublicVersion version, String path) {
        return frames.address(version.office(), path);
    }

    static Sheet withdrawalProof(PublicVersion version, PublicVersion.Withdrawn withdrawn) {
        return new Sheet.Printed(
                host(version),
                Editions.withdrawalProof(version),
                "text/plain; charset=utf-8",
                Caching.FEED,
                Optional.of(withdrawn.at()),
                Map.of("Access-Control-Allow-Origin", "*", "X-Robots-Tag", "noindex"),
                withdrawn.seal().proof());
    }

    private static String host(PublicVersion version) {
        Office office = version.office();
        return office.host();
    }
}
