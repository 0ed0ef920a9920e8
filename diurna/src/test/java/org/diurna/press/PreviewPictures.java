package org.diurna.press;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diurna.edition.Banner;
import org.diurna.edition.Block;
import org.diurna.edition.BodyHtml;
import org.diurna.edition.Inline;
import org.diurna.edition.Plate;
import org.diurna.edition.Wording;

/** Releases with pictures; their files are named and not there. */
final class PreviewPictures {
    private static final String BRIDGE = "ab".repeat(32);
    private static final String HARBOUR = "cd".repeat(32);

    private PreviewPictures() {}

    /** The same version with a banner and a figure in each of its editions. */
    static PublicVersion illustrated(PublicVersion version) {
        return with(
                version,
                version.editions().stream()
                        .map(edition -> illustrated(version, edition))
                        .toList());
    }

    /** The same version after the picture in its text was taken back. */
    static PublicVersion recalled(PublicVersion version) {
        return with(
                version,
                illustrated(version).editions().stream()
                        .map(edition -> new PublicEdition(
                                edition.number(),
                                edition.kind(),
                                edition.note(),
                                edition.published(),
                                edition.wording(),
                                edition.bodyHtml(),
                                edition.json(),
                                edition.seal(),
                                edition.plates().subList(0, 1),
                                List.of(new PublicEdition.Recalled("f9", Instant.parse("2026-05-02T08:00:00Z")))))
                        .toList());
    }

    private static PublicVersion with(PublicVersion version, List<PublicEdition> editions) {
        return new PublicVersion(
                version.office(),
                version.release(),
                version.type(),
                version.number(),
                version.language(),
                version.standing(),
                version.slug(),
                version.slugsGone(),
                editions,
                version.siblings(),
                version.withdrawn());
    }

    private static PublicEdition illustrated(PublicVersion version, PublicEdition edition) {
        boolean arabic = version.language().equals(Lomara.AR);
        String alt = arabic ? "جسر فوق نهر عند الفجر" : "A bridge over a river at dawn, its lamps still lit";
        String caption = arabic ? "الجسر الجديد في بلغراد" : "The new bridge in Belgrade on the morning of its opening";
        Block.Figure figure = new Block.Figure(
                "f9",
                Optional.empty(),
                HARBOUR,
                Block.Use.INFORMATIVE,
                arabic ? "ميناء" : "A harbour with \"three\" cranes",
                List.of(Inline.Text.plain(arabic ? "ميناء هالين" : "The harbour of Halin")),
                "");
        List<Block> body = new ArrayList<>(edition.wording().body());
        body.add(1, figure);
        Wording wording = new Wording(
                edition.wording().headline(),
                edition.wording().decks(),
                edition.wording().place(),
                edition.wording().date(),
                body,
                Optional.of(new Banner(BRIDGE, Block.Use.INFORMATIVE, alt, caption)));
        List<Plate> plates = List.of(
                plate(Plate.BANNER, BRIDGE, alt, caption), plate("f9", HARBOUR, figure.alt(), "The harbour of Halin"));
        return new PublicEdition(
                edition.number(),
                edition.kind(),
                edition.note(),
                edition.published(),
                wording,
                BodyHtml.of(version.language(), body, plates),
                edition.json(),
                edition.seal(),
                plates,
                List.of());
    }

    static Plate plate(String place, String sha256, String alt, String caption) {
        List<Plate.Print> prints = new ArrayList<>();
        if (place.equals(Plate.BANNER)) {
            for (String format : List.of("avif", "webp", "jpg")) {
                prints.add(print(sha256, Plate.Cut.WIDE, 960, 411, format));
                prints.add(print(sha256, Plate.Cut.WIDE, 1920, 823, format));
                prints.add(print(sha256, Plate.Cut.MIDDLE, 1280, 720, format));
                prints.add(print(sha256, Plate.Cut.TALL, 480, 600, format));
                prints.add(print(sha256, Plate.Cut.TALL, 828, 1035, format));
            }
            prints.add(print(sha256, Plate.Cut.CARD, 1200, 630, "jpg"));
        } else {
            for (String format : List.of("webp", "jpg")) {
                prints.add(print(sha256, Plate.Cut.WHOLE, 480, 320, format));
                prints.add(print(sha256, Plate.Cut.WHOLE, 960, 640, format));
            }
        }
        return new Plate(
                place,
                sha256,
                sha256,
                "image/jpeg",
                4000,
                2667,
                alt,
                caption,
                "Ministry of Foreign Affairs of Lomara / A. Orrin",
                List.of("Ansel Orrin"),
                "© 2026 Ministry of Foreign Affairs of Lomara",
                "Free for reporting on the event shown, with the credit.",
                "https://mfa.lomara.example/licences/press-use",
                "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
                prints);
    }

    private static Plate.Print print(String of, Plate.Cut cut, int width, int height, String suffix) {
        String digest = String.format(Locale.ROOT, "%064x", (of + cut + width + suffix).hashCode() & 0xffffffffL);
        String type = suffix.equals("jpg") ? "image/jpeg" : "image/" + suffix;
        String name = cut.name().toLowerCase(Locale.ROOT) + "-" + width + "." + suffix;
        return new Plate.Print(cut, Media.path(digest, name), digest, type, width, height, width * 100L + 37);
    }
}
