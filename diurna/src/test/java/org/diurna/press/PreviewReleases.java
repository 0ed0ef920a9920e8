package org.diurna.press;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.diurna.edition.Kind;
import org.diurna.edition.Office;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.house.Language;

/** The releases of the preview: one with everything in five languages, and those with something odd about them. */
final class PreviewReleases {
    private static final String NOTE = "The volume in the second paragraph is 40 million cubic metres, not 14 million.";

    private PreviewReleases() {}

    static List<PublicVersion> all(Office office, Instant now) {
        String today =
                now.minus(Duration.ofHours(5)).truncatedTo(ChronoUnit.SECONDS).toString();
        List<PublicVersion> all = new ArrayList<>();
        all.addAll(withdrawals(office));
        all.addAll(ordinary(office));
        all.add(german(office));
        all.add(courtesy(office));
        all.addAll(waters(
                office,
                today,
                now.minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS).toString()));
        return all;
    }

    private static List<PublicVersion> withdrawals(Office office) {
        PublicVersion kept = Lomara.version(
                office,
                "01KAP5Q7WK",
                Lomara.EN,
                Standing.ORIGINAL,
                "visit-postponed",
                edition(1, Kind.RELEASE, "2026-01-12T09:00:00Z", "Minister Darrow to open trade week in Novi Sad", ""),
                Lomara.edition(
                        2,
                        Kind.WITHDRAWAL,
                        "The visit does not take place.",
                        "2026-02-03T08:30:00Z",
                        Lomara.wording("Minister Darrow to open trade week in Novi Sad", "", "Belgrade"),
                        ""));
        PublicVersion removed = Lomara.version(
                office,
                "01KAP5Q7WR",
                Lomara.EN,
                Standing.ORIGINAL,
                "secret-name",
                edition(1, Kind.RELEASE, "2026-01-10T09:00:00Z", "Secret name in a headline", ""));
        return List.of(
                Lomara.withdrawn(
                        kept, PublicVersion.Text.KEPT, "The visit does not take place; a new date will be announced."),
                Lomara.withdrawn(removed, PublicVersion.Text.REMOVED, "A court ordered the text to be taken down."));
    }

    private static List<PublicVersion> ordinary(Office office) {
        List<String> headlines = List.of(
                "Consular section moves to Kneza Miloša 14 on 2 February",
                "Joint statement of the coastal states on the safety of ferries after the storms of December",
                "Ambassador Teodora Vance presents her credentials",
                "Remarks by Minister Darrow at the opening of the Danube Data Exchange",
                "Condolences on the accident at the Bor mine");
        List<PublicVersion> ordinary = new ArrayList<>();
        for (int i = 0; i < headlines.size(); i++) {
            String published = "2026-01-0%dT09:00:00Z".formatted(i + 2);
            String deck = i % 2 == 0 ? "" : "The text follows the wording agreed by all participants.";
            ordinary.add(Lomara.version(
                    office,
                    "01KAP5Q7%02d".formatted(i),
                    Lomara.EN,
                    Standing.ORIGINAL,
                    "release-" + i,
                    edition(1, Kind.RELEASE, published, headlines.get(i), deck)));
        }
        return ordinary;
    }

    private static PublicVersion german(Office office) {
        String headline = "Donaudampfschifffahrtsgesellschaftsabkommen: Außenministerin Darrow unterzeichnet mit ihrem"
                + " serbischen Amtskollegen das Wasserwirtschaftsrahmenübereinkommen in Belgrad";
        return Lomara.version(
                office,
                "01KAP5Q7DE",
                Lomara.DE,
                Standing.ORIGINAL,
                "rahmenuebereinkommen",
                edition(1, Kind.RELEASE, "2026-01-14T09:00:00Z", headline, ""));
    }

    private static PublicVersion courtesy(Office office) {
        PublicVersion original = Lomara.version(
                office,
                "01KAP5Q7CT",
                Lomara.SR,
                Standing.ORIGINAL,
                "saopstenje",
                edition(1, Kind.RELEASE, "2026-01-16T09:00:00Z", "Ломара обележава Дан мора", ""));
        PublicVersion courtesy = Lomara.version(
                office,
                "01KAP5Q7CT",
                Lomara.EN,
                Standing.COURTESY,
                "day-of-the-sea",
                edition(1, Kind.TRANSLATION, "2026-01-16T11:00:00Z", "Lomara marks the Day of the Sea", ""));
        return Lomara.with(courtesy, List.of(Lomara.sibling(original)));
    }

    private static List<PublicVersion> waters(Office office, String first, String corrected) {
        PublicEdition release = full(1, Kind.RELEASE, "", first, Lomara.EN);
        PublicVersion english = Lomara.version(
                office,
                "01KAP5Q7W3",
                Lomara.EN,
                Standing.ORIGINAL,
                "lomara-and-serbia-sign-water-agreement",
                release,
                full(2, Kind.CORRECTION, NOTE, corrected, Lomara.EN));
        List<PublicVersion> versions = new ArrayList<>();
        versions.add(english);
        for (Language language : List.of(Lomara.SR, Lomara.FR, Lomara.AR, Lomara.JA)) {
            versions.add(Lomara.version(
                    office,
                    "01KAP5Q7W3",
                    language,
                    language.equals(Lomara.SR) ? Standing.EQUALLY_AUTHENTIC : Standing.OFFICIAL,
                    "water-agreement",
                    full(1, Kind.TRANSLATION, "", first, language)));
        }
        return Lomara.family(versions.toArray(PublicVersion[]::new));
    }

    private static PublicEdition full(int number, Kind kind, String note, String published, Language language) {
        PreviewTexts.Text text = PreviewTexts.of(language);
        Wording wording = Lomara.wording(text.headline(), text.deck(), text.place(), text.first());
        return Lomara.edition(number, kind, note, published, wording, text.body());
    }

    private static PublicEdition edition(int number, Kind kind, String published, String headline, String deck) {
        String first = "The embassy of Lomara in Belgrade announces an event of the coming week. Journalists find the"
                + " programme, the names of the speakers and the address of the venue below.";
        return Lomara.edition(
                number,
                kind,
                "",
                published,
                Lomara.wording(headline, deck, "Belgrade", first),
                "<p>" + first + "</p><p>Doors open at 9 o’clock. Places for cameras are limited.</p>");
    }
}
