package org.diurna.press;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diurna.edition.Block;
import org.diurna.edition.Inline;
import org.diurna.edition.Kind;
import org.diurna.edition.Office;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.ReleaseType;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.house.Language;

/** The facts of a small imaginary republic that the tests of this room print. */
final class Lomara {
    static final Language EN = Language.of("en");
    static final Language SR = Language.of("sr-Cyrl");
    static final Language FR = Language.of("fr");
    static final Language AR = Language.of("ar");
    static final Language JA = Language.of("ja");
    static final Language DE = Language.of("de");

    static final ReleaseType RELEASE = new ReleaseType(
            "press-release",
            ReleaseType.Core.RELEASE,
            Map.of(
                    EN, "Press release",
                    SR, "Саопштење за штампу",
                    FR, "Communiqué de presse",
                    AR, "بيان صحفي",
                    JA, "報道発表",
                    DE, "Pressemitteilung"));
    static final ReleaseType STATEMENT = new ReleaseType(
            "statement",
            ReleaseType.Core.STATEMENT,
            Map.of(EN, "Statement", SR, "Изјава", FR, "Déclaration", AR, "تصريح", JA, "談話", DE, "Erklärung"));

    static final Office EMBASSY = office("127.0.0.1");
    static final Office MINISTRY = new Office(
            "ministry",
            Map.of(EN, "Ministry of Foreign Affairs of Lomara", FR, "Ministère des Affaires étrangères de Lomara"),
            List.of("mfa.lomara.example"),
            List.of(EN, FR),
            ZoneId.of("Europe/Lisbon"),
            new Office.Brand("#17436b", "#8ec1ee"),
            List.of(),
            Map.of(EN, "Port Halden"),
            Optional.empty(),
            Optional.empty());

    private Lomara() {}

    static Office office(String host) {
        return new Office(
                "belgrade",
                Map.of(
                        EN, "Embassy of Lomara in Belgrade",
                        SR, "Амбасада Ломаре у Београду",
                        FR, "Ambassade de Lomara à Belgrade",
                        AR, "سفارة لومارا في بلغراد",
                        JA, "在ベオグラード・ロマーラ大使館",
                        DE, "Botschaft von Lomara in Belgrad"),
                List.of(host),
                List.of(EN, SR, FR, DE, AR, JA),
                ZoneId.of("Europe/Belgrade"),
                new Office.Brand("#7a1f2b", "#f0a3a8"),
                List.of(
                        new Office.Contact(
                                Map.of(EN, "Press office", SR, "Служба за штампу", AR, "المكتب الصحفي", JA, "広報室"),
                                "Ilena Marwick",
                                "press.belgrade@mfa.lomara.example",
                                "+381 11 555 0142"),
                        new Office.Contact(
                                Map.of(EN, "Pictures and recordings", SR, "Фотографије и снимци"),
                                "",
                                "pictures@mfa.lomara.example",
                                "")),
                Map.of(EN, "Belgrade", SR, "Београд", FR, "Belgrade", AR, "بلغراد", JA, "ベオグラード", DE, "Belgrad"),
                Optional.empty(),
                Optional.empty());
    }

    static Site site(int port, Office office) {
        return new Site(
                Map.of(
                        EN, "Ministry of Foreign Affairs of Lomara",
                        SR, "Министарство спољних послова Ломаре",
                        FR, "Ministère des Affaires étrangères de Lomara",
                        AR, "وزارة خارجية لومارا",
                        JA, "ロマーラ外務省",
                        DE, "Außenministerium von Lomara"),
                "mfa.lomara.example",
                "2024-01-01",
                port == 443 ? "https" : "http",
                port,
                List.of(MINISTRY, office),
                List.of(RELEASE, STATEMENT),
                "ledger.mfa.lomara.example/press",
                "log ledger.mfa.lomara.example/press+demo+AAAA\n");
    }

    static ReleaseNumber number(int serial) {
        return new ReleaseNumber("", serial, 2026, "%03d/2026".formatted(serial));
    }

    static Wording wording(String headline, String deck, String place, String... paragraphs) {
        List<Block> blocks = new ArrayList<>();
        for (String paragraph : paragraphs) {
            blocks.add(
                    new Block.Paragraph("p" + blocks.size(), Optional.empty(), List.of(Inline.Text.plain(paragraph))));
        }
        return new Wording(
                headline,
                deck.isEmpty() ? List.of() : List.of(deck),
                place,
                Optional.of(LocalDate.of(2026, 1, 20)),
                blocks);
    }

    static PublicEdition edition(int number, Kind kind, String note, String published, Wording wording, String body) {
        byte[] json = ("{\"edition\":" + number + ",\"v\":1}\n").getBytes(StandardCharsets.UTF_8);
        byte[] proof = ("c2sp.org/tlog-proof@v1\nindex " + (300 + number) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] digest = new byte[32];
        Arrays.fill(digest, (byte) number);
        String hex = HexFormat.of().formatHex(digest);
        return new PublicEdition(
                number,
                kind,
                note,
                Instant.parse(published),
                wording,
                body,
                json,
                new Seal(300 + number, hex, "7K2M-QX4T-%dB9".formatted(number), proof, hex));
    }

    /** A version with the usual facts. */
    static PublicVersion version(
            Office office, String id, Language language, Standing standing, String slug, PublicEdition... editions) {
        return new PublicVersion(
                office,
                new ReleaseId(id),
                RELEASE,
                Optional.of(number(12)),
                language,
                standing,
                slug,
                List.of(),
                List.of(editions),
                List.of(),
                Optional.empty());
    }

    static PublicVersion with(PublicVersion version, List<PublicVersion.Sibling> siblings) {
        return new PublicVersion(
                version.office(),
                version.release(),
                version.type(),
                version.number(),
                version.language(),
                version.standing(),
                version.slug(),
                version.slugsGone(),
                version.editions(),
                siblings,
                version.withdrawn());
    }

    static PublicVersion withdrawn(PublicVersion version, PublicVersion.Text text, String reason) {
        return new PublicVersion(
                version.office(),
                version.release(),
                version.type(),
                version.number(),
                version.language(),
                version.standing(),
                version.slug(),
                List.of("an-older-name"),
                version.editions(),
                version.siblings(),
                Optional.of(new PublicVersion.Withdrawn(
                        Instant.parse("2026-02-03T08:30:00Z"),
                        reason,
                        text,
                        new Seal(
                                333,
                                "3".repeat(64),
                                "CG0W3C1G60R3-333",
                                "c2sp.org/tlog-proof@v1\nindex 333\n".getBytes(StandardCharsets.UTF_8),
                                "-"))));
    }

    static PublicVersion.Sibling sibling(PublicVersion version) {
        return new PublicVersion.Sibling(
                version.language(),
                version.standing(),
                version.path(),
                version.newest().number(),
                version.newest().wording().headline());
    }

    /** Each of the versions with the others as its siblings. */
    static List<PublicVersion> family(PublicVersion... versions) {
        return Stream.of(versions)
                .map(version -> with(
                        version,
                        Stream.of(versions)
                                .filter(other -> !other.path().equals(version.path()))
                                .map(Lomara::sibling)
                                .toList()))
                .toList();
    }

    static Listed listed(PublicVersion version) {
        PublicEdition newest = version.newest();
        return new Listed(
                version.release(),
                version.language(),
                version.type(),
                version.number(),
                newest.wording().headline(),
                String.join(" ", newest.wording().decks()),
                newest.wording().place(),
                newest.wording().date().orElseThrow(),
                version.firstPublished(),
                Editions.lastChange(version).published(),
                version.path(),
                version.siblings().stream()
                        .map(sibling -> new Listed.Alternate(sibling.language(), sibling.path()))
                        .toList(),
                newest.bodyHtml(),
                version.withdrawn().isPresent() ? Listed.State.WITHDRAWN : Listed.State.STANDS);
    }
}
