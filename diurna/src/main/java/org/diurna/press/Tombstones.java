package org.diurna.press;

import java.util.ArrayList;
import java.util.List;
import org.diurna.edition.Office;
import org.diurna.house.Language;

/**
 * What is left of a release whose text was removed: at each of its addresses the same page says what kind of thing was
 * here, when and why it went, and whom to ask. It echoes neither headline nor slug, since they may be the reason. The
 * proof of the removal is there, and the list of the entries in the ledger: they hold digests only.
 */
final class Tombstones {
    private final Frames frames;
    private final Printer printer;

    Tombstones(Frames frames, Printer printer) {
        this.frames = frames;
        this.printer = printer;
    }

    List<Sheet> print(PublicVersion version) {
        String host = version.office().host();
        byte[] page = printer.print("text", page(version));
        List<Sheet> sheets = new ArrayList<>();
        for (String path : Editions.leadingTo(version)) {
            sheets.add(new Sheet.Gone(host, path, page));
        }
        sheets.add(new Sheet.Gone(host, Paths.encoded(version.path()), page));
        for (String path : List.of(
                Editions.timeMap(version),
                Editions.timeGate(version),
                Editions.history(version),
                OtherForms.text(version),
                OtherForms.ninjs(version),
                OtherForms.newsItem(version),
                Embedding.path(version))) {
            sheets.add(new Sheet.Gone(host, path, page));
        }
        Planned.of(version).forEach(planned -> sheets.add(new Sheet.Gone(host, planned.file(), page)));
        for (PublicEdition edition : version.editions()) {
            sheets.add(new Sheet.Gone(host, version.path(edition), page));
            sheets.add(new Sheet.Gone(host, Editions.json(version, edition), page));
            sheets.add(new Sheet.Gone(host, Editions.proof(version, edition), page));
            sheets.add(new Sheet.Gone(host, Papers.path(version, edition), page));
        }
        sheets.add(VersionIndex.print(version));
        sheets.add(ReleaseSheets.withdrawalProof(version, version.withdrawn().orElseThrow()));
        return sheets;
    }

    private TextPage page(PublicVersion version) {
        Office office = version.office();
        Language language = version.language();
        Speech speech = frames.speech(office, language);
        PublicVersion.Withdrawn withdrawn = version.withdrawn().orElseThrow();
        List<String> text = new ArrayList<>();
        text.add(speech.say("gone.when", "day", speech.day(withdrawn.at()).text()));
        if (!withdrawn.reason().isEmpty()) {
            text.add(speech.say("gone.why", "reason", withdrawn.reason()));
        }
        text.add(speech.say("gone.copies"));
        text.add(speech.say(
                "gone.ledger", "index", speech.number(withdrawn.seal().index())));
        String title = speech.say("gone.title");
        Frame frame = frames.frame(office, speech, Subject.hidden(title, title, List.of()));
        String label = version.type().label(language)
                + version.number().map(number -> " · " + number.printed()).orElse("");
        List<Link> links = new ArrayList<>();
        links.add(Link.to(Editions.withdrawalProof(version), speech.say("edition.proof")));
        links.addAll(StandingPages.help(speech));
        return new TextPage(frame, label, title, List.of(new TextPage.Part("", text, List.of(), List.of())), links);
    }
}
