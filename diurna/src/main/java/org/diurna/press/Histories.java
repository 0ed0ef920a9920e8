package org.diurna.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Differences;
import org.jspecify.annotations.Nullable;

/** The page that says, for everybody to read, how a release was changed after it was published. */
final class Histories {
    /** Of the newest editions; older ones are compared on request at their own addresses. */
    private static final int COMPARED_MAX = 30;

    private final Frames frames;
    private final Printer printer;

    Histories(Frames frames, Printer printer) {
        this.frames = frames;
        this.printer = printer;
    }

    List<Sheet> print(PublicVersion version) {
        Speech speech = frames.speech(version.office(), version.language());
        PublicEdition shown = Editions.shown(version);
        Subject subject = Subject.hidden(
                speech.say("history") + ": " + shown.wording().headline(), speech.say("history"), List.of());
        List<HistoryPage.Line> lines = new ArrayList<>();
        version.withdrawn().ifPresent(withdrawn -> lines.add(withdrawal(version, withdrawn, speech)));
        List<PublicEdition> editions = version.editions();
        for (int i = editions.size() - 1; i >= 0; i--) {
            boolean compared = i > 0 && editions.size() - i <= COMPARED_MAX;
            Optional<PublicEdition> before = compared ? Optional.of(editions.get(i - 1)) : Optional.empty();
            lines.add(line(version, editions.get(i), before, speech));
        }
        HistoryPage page = new HistoryPage(
                frames.frame(version.office(), speech, subject),
                speech.say("history"),
                Link.to(Paths.encoded(version.path()), shown.wording().headline()),
                lines,
                whole(version, speech));
        return List.of(new Sheet.Printed(
                version.office().host(),
                Editions.history(version),
                "text/html; charset=utf-8",
                Caching.PAGE,
                Optional.of(Editions.changed(version)),
                Map.of("X-Robots-Tag", "noindex"),
                printer.print("history", page)));
    }

    private static HistoryPage.Line withdrawal(
            PublicVersion version, PublicVersion.Withdrawn withdrawn, Speech speech) {
        return new HistoryPage.Line(
                "W",
                speech.say("kind.withdrawal"),
                "",
                speech.moment(withdrawn.at()),
                withdrawn.reason(),
                null,
                entry(withdrawn.seal(), speech),
                withdrawn.seal().code(),
                List.of(Link.to(Editions.withdrawalProof(version), speech.say("edition.proof"))),
                null);
    }

    private static HistoryPage.Line line(
            PublicVersion version, PublicEdition edition, Optional<PublicEdition> before, Speech speech) {
        List<Link> files = new ArrayList<>();
        if (readable(edition)) {
            files.add(Link.to(version.path(edition), speech.say("history.read")));
            files.add(Link.to(Editions.json(version, edition), speech.say("edition.data")));
        }
        files.add(Link.to(Editions.proof(version, edition), speech.say("edition.proof")));
        HistoryPage.@Nullable Comparison comparison = before.filter(older -> readable(older) && readable(edition))
                .map(older ->
                        compare(speech.say("history.from", "number", older.number()), older, edition, version, speech))
                .orElse(null);
        return new HistoryPage.Line(
                "E" + edition.number(),
                speech.say("edition", "number", edition.number()),
                speech.say("kind." + edition.kind().word()),
                speech.moment(edition.published()),
                edition.note(),
                edition.seal().content(),
                entry(edition.seal(), speech),
                edition.seal().code(),
                files,
                comparison);
    }

    private static String entry(Seal seal, Speech speech) {
        return speech.say("ledger.entry", "index", speech.number(seal.index()));
    }

    private static boolean readable(PublicEdition edition) {
        return edition.json().length > 0;
    }

    private static HistoryPage.@Nullable Comparison whole(PublicVersion version, Speech speech) {
        List<PublicEdition> readable =
                version.editions().stream().filter(Histories::readable).toList();
        return readable.size() < 3
                ? null
                : compare(speech.say("history.whole"), readable.getFirst(), readable.getLast(), version, speech);
    }

    private static HistoryPage.Comparison compare(
            String title, PublicEdition older, PublicEdition newer, PublicVersion version, Speech speech) {
        List<HistoryPage.Part> parts =
                Differences.between(older.wording(), newer.wording(), version.language()).stream()
                        .filter(part -> part.fate() != Differences.Fate.SAME)
                        .map(part -> part(part, speech))
                        .toList();
        return new HistoryPage.Comparison(title, parts);
    }

    private static HistoryPage.Part part(Differences.Part part, Speech speech) {
        return new HistoryPage.Part(
                switch (part.name()) {
                    case "headline" -> speech.say("part.headline");
                    case "events" -> speech.say("events");
                    case "decks" -> speech.say("part.deck");
                    case "place" -> speech.say("part.place");
                    case "date" -> speech.say("part.date");
                    default -> "";
                },
                part.name(),
                part.fate() == Differences.Fate.MOVED ? speech.say("diff.moved") : "",
                part.pieces().stream()
                        .map(piece -> new HistoryPage.Piece(
                                switch (piece.op()) {
                                    case SAME -> HistoryPage.Change.SAME;
                                    case ADDED -> HistoryPage.Change.ADDED;
                                    case REMOVED -> HistoryPage.Change.REMOVED;
                                },
                                piece.text()))
                        .toList());
    }
}
