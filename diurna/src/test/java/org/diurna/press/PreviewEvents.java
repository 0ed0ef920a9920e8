package org.diurna.press;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Event;

/** Events for the releases of the preview. */
final class PreviewEvents {
    private static final ZoneId BELGRADE = ZoneId.of("Europe/Belgrade");

    private PreviewEvents() {}

    /** The same version announcing a signing with accreditation, and a visit elsewhere. */
    static PublicVersion announcing(PublicVersion version) {
        boolean arabic = version.language().equals(Lomara.AR);
        Event signing = new Event(
                "b7k2m9xq",
                LocalDateTime.parse("2026-03-06T14:00"),
                Optional.of(LocalDateTime.parse("2026-03-06T15:30")),
                BELGRADE,
                arabic ? "مراسم التوقيع" : "Signing ceremony, with questions",
                arabic ? "قاعة المرفأ، بلغراد" : "Harbour Hall, Belgrade",
                arabic ? "اكتبوا إلى المكتب الصحفي حتى 4 مارس." : "Write to the press office until 4 March, 12:00.");
        Event visit = new Event(
                "v3",
                LocalDateTime.parse("2026-03-09T09:00"),
                Optional.of(LocalDateTime.parse("2026-03-11T18:00")),
                ZoneId.of("Asia/Tokyo"),
                arabic ? "زيارة الوزير إلى طوكيو" : "Minister’s visit to Tokyo",
                "",
                "");
        List<PublicEdition> editions = version.editions().stream()
                .map(edition -> new PublicEdition(
                        edition.number(),
                        edition.kind(),
                        edition.note(),
                        edition.published(),
                        edition.wording().announcing(List.of(signing, visit)),
                        edition.bodyHtml(),
                        edition.json(),
                        edition.seal()))
                .toList();
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
}
