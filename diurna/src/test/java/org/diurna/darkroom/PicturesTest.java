package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.house.OnBothDatabases;
import org.diurna.house.TestDatabases;

final class PicturesTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static String digest(int number) {
        return String.format(java.util.Locale.ROOT, "%064x", number);
    }

    private static Picture picture(int number, String office, String headline, Optional<LocalDate> expires) {
        Language english = Language.of("en");
        return new Picture(
                new Master(digest(number), "image/jpeg", 12_345, 3_000, 2_000, new Look(-7L + number)),
                "mole-" + number + ".jpg",
                office,
                0,
                new Picture.Facts(
                        "Ana Melk; Bo Tarn",
                        headline,
                        Map.of(english, "The mole at dawn", Language.of("ar"), "الرصيف عند الفجر"),
                        Map.of(english, "A mole with a lighthouse", Language.of("fr"), " "),
                        Optional.of(LocalDate.of(2026, 5, 1)),
                        DigitalSource.DIGITAL_CAPTURE,
                        "MFA / Ana Melk",
                        "MFA of Lomara",
                        "© 2026 MFA of Lomara",
                        "Free for reporting.",
                        "press-use",
                        "https://mfa.example/en/rights",
                        "Ilena Corvane",
                        "Port Halin",
                        "Opening of the centre",
                        "",
                        Optional.of(NOON.plusSeconds(60)),
                        expires),
                new Focus(2_500, 7_500),
                NOON.plusSeconds(number),
                "ana");
    }

    private static List<String> found(Pictures pictures, Set<String> offices, String words) {
        return pictures.search(offices, words, 0, 10).stream()
                .map(picture -> picture.master().sha256())
                .toList();
    }

    @OnBothDatabases
    void a_picture_comes_back_as_it_was_described(TestDatabases.Fresh fresh) {
        try (Database database = Database.open(fresh.place())) {
            Pictures pictures = new Pictures(database);
            Picture picture = picture(1, "cairo", "Mole", Optional.empty());
            assertThat(pictures.put(picture, "ana", NOON)).isTrue();
            Picture stored = pictures.find(digest(1)).orElseThrow();
            assertThat(stored.facts()).isEqualTo(picture.facts());
            assertThat(stored.facts().alts()).doesNotContainKey(Language.of("fr"));
            assertThat(stored.master()).isEqualTo(picture.master());
            assertThat(stored.focus()).isEqualTo(picture.focus());
            assertThat(stored.description().orElseThrow().creators()).containsExactly("Ana Melk", "Bo Tarn");
            assertThat(stored.rights().orElseThrow().credit()).isEqualTo("MFA / Ana Melk");
            assertThat(stored.crops()).containsOnlyKeys(Slot.values());
            assertThat(pictures.find(digest(2))).isEmpty();
        }
    }

    @OnBothDatabases
    void the_second_of_two_descriptions_does_not_overwrite_the_first(TestDatabases.Fresh fresh) {
        try (Database database = Database.open(fresh.place())) {
            Pictures pictures = new Pictures(database);
            pictures.put(picture(1, "cairo", "Mole", Optional.empty()), "ana", NOON);
            assertThat(pictures.put(picture(1, "cairo", "Taken in again", Optional.empty()), "ben", NOON))
                    .isFalse();
            Picture seen = pictures.find(digest(1)).orElseThrow();
            assertThat(pictures.put(seen, "ana", NOON)).isTrue();
            assertThat(pictures.put(seen, "ben", NOON)).isFalse();
            assertThat(pictures.find(digest(1)).orElseThrow().facts().headline())
                    .isEqualTo("Mole");
        }
    }

    @OnBothDatabases
    void words_find_what_the_reader_may_see_and_nothing_else(TestDatabases.Fresh fresh) {
        try (Database database = Database.open(fresh.place())) {
            Pictures pictures = new Pictures(database);
            pictures.put(picture(1, "cairo", "Ferry", Optional.empty()), "ana", NOON);
            pictures.put(picture(2, "tokyo", "Ferry", Optional.empty()), "ana", NOON);
            pictures.put(picture(3, "", "Harbour", Optional.empty()), "ana", NOON);
            assertThat(found(pictures, Set.of("cairo"), "")).containsExactly(digest(3), digest(1));
            assertThat(found(pictures, Set.of("cairo"), "ferr")).containsExactly(digest(1));
            assertThat(found(pictures, Set.of("tokyo", "cairo"), "FERRY corvane"))
                    .containsExactly(digest(2), digest(1));
            assertThat(found(pictures, Set.of(), "halin")).containsExactly(digest(3));
            assertThat(found(pictures, Set.of("cairo"), "ferry harbour")).isEmpty();
        }
    }

    @OnBothDatabases
    void rights_that_end_soon_are_listed_the_earliest_first(TestDatabases.Fresh fresh) {
        try (Database database = Database.open(fresh.place())) {
            Pictures pictures = new Pictures(database);
            LocalDate day = LocalDate.of(2026, 5, 30);
            pictures.put(picture(1, "cairo", "Late", Optional.of(day)), "ana", NOON);
            pictures.put(picture(2, "cairo", "Early", Optional.of(day.minusDays(9))), "ana", NOON);
            pictures.put(picture(3, "cairo", "Far", Optional.of(day.plusDays(1))), "ana", NOON);
            pictures.put(picture(4, "tokyo", "Foreign", Optional.of(day)), "ana", NOON);
            assertThat(pictures.expiring(Set.of("cairo"), day))
                    .extracting(picture -> picture.facts().headline())
                    .containsExactly("Early", "Late");
        }
    }

    @OnBothDatabases
    void a_picture_without_credit_or_words_cannot_be_used(TestDatabases.Fresh fresh) {
        try (Database database = Database.open(fresh.place())) {
            Described file = new Described(
                    List.of("Ana Melk"),
                    "",
                    "A mole",
                    "",
                    "",
                    "",
                    "",
                    Optional.empty(),
                    "",
                    Map.of(),
                    Optional.empty());
            Picture bare = new Picture(
                    new Master(digest(9), "image/png", 10, 10, 10, new Look(0)),
                    "x.png",
                    "cairo",
                    0,
                    Picture.Facts.of(file, Language.of("en")),
                    Focus.USUAL,
                    NOON,
                    "ana");
            Pictures pictures = new Pictures(database);
            pictures.put(bare, "ana", NOON);
            Picture stored = pictures.find(digest(9)).orElseThrow();
            assertThat(stored.facts().captions()).containsEntry(Language.of("en"), "A mole");
            assertThat(stored.description()).isEmpty();
            assertThat(stored.rights()).isEmpty();
        }
    }
}
