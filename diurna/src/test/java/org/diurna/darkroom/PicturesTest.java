package org.diurna.darkroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.house.Database;
import org.diurna.house.DatabasePlace;
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
                digest(number),
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
                        expires,
                        Picture.Largest.AS_LICENSED),
                new Framing(new Focus(2_500, 7_500), Map.of(Slot.SQUARE, new Crop(10, 20, 700, 700))),
                NOON.plusSeconds(number),
                "ana");
    }

    private static final Described SILENT = described("", "");

    private static Described described(String creator, String caption) {
        return new Described(
                List.of(creator), "", caption, "", "", "", "", Optional.empty(), "", Map.of(), Optional.empty());
    }

    private static List<String> found(Pictures pictures, Set<String> offices, String words) {
        return pictures.search(offices, words, "", 0, 10).stream()
                .map(Picture::id)
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
            assertThat(stored.framing()).isEqualTo(picture.framing());
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
            Described file = described("Ana Melk", "A mole");
            Picture bare = Picture.taken(
                    digest(90),
                    new Master(digest(9), "image/png", 10, 10, 10, new Look(0)),
                    "x.png",
                    "cairo",
                    Picture.Facts.of(file, Language.of("en")),
                    NOON,
                    "ana");
            Pictures pictures = new Pictures(database);
            pictures.put(bare, "ana", NOON);
            Picture stored = pictures.find(bare.id()).orElseThrow();
            assertThat(stored.facts().captions()).containsEntry(Language.of("en"), "A mole");
            assertThat(stored.description()).isEmpty();
            assertThat(stored.rights()).isEmpty();
        }
    }

    @OnBothDatabases
    void one_office_holds_a_file_once_and_another_holds_it_too(TestDatabases.Fresh fresh) {
        try (Database database = Database.open(fresh.place())) {
            Pictures pictures = new Pictures(database);
            Picture first = own("cairo", 1);
            assertThat(pictures.put(first, "ana", NOON)).isTrue();
            Picture again = Picture.taken(digest(77), first.master(), "y.jpg", "cairo", first.facts(), NOON, "ben");
            assertThat(pictures.put(again, "ben", NOON))
                    .as("somebody was faster")
                    .isFalse();
            assertThat(pictures.held(digest(1), "tokyo")).isEmpty();
            Picture second = own("tokyo", 1);
            assertThat(second.id()).isNotEqualTo(first.id()).isNotEqualTo(digest(1));
            assertThat(pictures.put(second, "ben", NOON)).isTrue();
            assertThat(pictures.held(digest(1), "tokyo").orElseThrow().id()).isEqualTo(second.id());
            assertThat(pictures.held(digest(1), "cairo").orElseThrow().id()).isEqualTo(first.id());
            pictures.put(own("", 2), "root", NOON);
            assertThat(pictures.held(digest(2), "tokyo")).isPresent();
        }
    }

    @OnBothDatabases
    void what_looks_the_same_is_found_in_the_same_office_only(TestDatabases.Fresh fresh) {
        try (Database database = Database.open(fresh.place())) {
            Pictures pictures = new Pictures(database);
            for (int number : new int[] {0b1, 0b111, 0b1111_1111_1111}) {
                pictures.put(own("cairo", number), "ana", NOON);
            }
            pictures.put(own("tokyo", 0b11), "ben", NOON);
            assertThat(pictures.alike(own("cairo", 0b11), Set.of("cairo"), 5))
                    .extracting(each -> each.master().sha256())
                    .containsExactlyInAnyOrder(digest(0b1), digest(0b111));
            assertThat(pictures.alike(own("cairo", 0b11), Set.of("cairo"), 1)).hasSize(1);
        }
    }

    /** A picture whose look is its number. */
    private static Picture own(String office, int number) {
        return Picture.taken(
                digest(number * 1_000 + office.codePoints().sum()),
                new Master(digest(number), "image/jpeg", 12, 300, 200, new Look(number)),
                "x.jpg",
                office,
                Picture.Facts.of(SILENT, Language.of("en")),
                NOON.plusSeconds(number),
                "ana");
    }

    @OnBothDatabases
    void pictures_of_an_event_are_an_album(TestDatabases.Fresh fresh) {
        try (Database database = Database.open(fresh.place())) {
            Pictures pictures = new Pictures(database);
            pictures.put(picture(1, "cairo", "Ferry", Optional.empty()), "ana", NOON);
            pictures.put(picture(2, "cairo", "Mole", Optional.empty()), "ana", NOON);
            pictures.put(picture(3, "tokyo", "Mole", Optional.empty()), "ana", NOON);
            assertThat(pictures.events(Set.of("cairo"))).isEqualTo(Map.of("Opening of the centre", 2));
            assertThat(pictures.search(Set.of("cairo"), "mole", "Opening of the centre", 0, 9))
                    .extracting(each -> each.master().sha256())
                    .containsExactly(digest(2), digest(1));
            assertThat(pictures.search(Set.of("cairo"), "", "Opening", 0, 9)).isEmpty();
        }
    }

    @OnBothDatabases
    void pictures_from_before_ids_keep_the_digest_as_their_id(TestDatabases.Fresh fresh) {
        DatabasePlace place = fresh.place();
        try (Database database = TestDatabases.at(place, "8")) {
            database.write(() ->
                    database.sql("""
                            insert into picture (sha256, office, version, doc, expires, taken, taker, changed, changer)
                            values (:id, 'cairo', 3, :doc, '+999999999-12-31', 1, 'ana', 1, 'ana')""").param("id", digest(5)).param("doc", """
                            {"name": "x.jpg", "type": "image/jpeg", "bytes": 5, "width": 30, "height": 20, "look": "1f",
                            "focus-x": 5000, "focus-y": 4000, "source": "PRINT", "event": "Fair", "headline": "Old",
                            "captions": {"en": "Two\\r\\nlines"}, "expires": "+999999999-12-31"}""").update());
        }
        try (Database database = Database.open(place)) {
            Pictures pictures = new Pictures(database);
            Picture old = pictures.find(digest(5)).orElseThrow();
            assertThat(old.master().sha256()).isEqualTo(digest(5));
            assertThat(old.facts().expires()).contains(Picture.DAY_MAX);
            assertThat(old.facts().captions()).containsValue("Two\nlines");
            assertThat(old.framing()).isEqualTo(Framing.USUAL);
            assertThat(pictures.events(Set.of("cairo"))).containsOnlyKeys("Fair");
            assertThat(pictures.held(digest(5), "cairo")).isPresent();
            assertThat(pictures.alike(own("cairo", 0x1e), Set.of("cairo"), 5)).hasSize(1);
        }
    }

    @OnBothDatabases
    void a_picture_that_was_replaced_is_offered_no_more_and_leads_to_the_last_of_the_row(TestDatabases.Fresh fresh) {
        try (Database database = Database.open(fresh.place())) {
            Pictures pictures = new Pictures(database);
            for (int i = 1; i <= 3; i++) {
                pictures.put(picture(i, "cairo", "Ferry", Optional.empty()), "ana", NOON);
            }
            Replacements replacements = pictures.replacements();
            replacements.put(digest(1), digest(2), "ana", NOON);
            replacements.put(digest(2), digest(3), "ana", NOON.plusSeconds(1));
            assertThat(replacements.successor(digest(1))).contains(digest(3));
            assertThat(replacements.successor(digest(3))).isEmpty();
            assertThat(replacements.before(digest(3))).containsExactly(digest(2), digest(1));
            assertThat(found(pictures, Set.of("cairo"), "ferry")).containsExactly(digest(3));
            assertThatThrownBy(() -> replacements.put(digest(3), digest(1), "ana", NOON))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("take that back first");
            assertThat(replacements.remove(digest(2))).isTrue();
            assertThat(replacements.remove(digest(2))).isFalse();
            assertThat(replacements.successor(digest(1))).contains(digest(2));
            assertThat(found(pictures, Set.of("cairo"), "ferry")).containsExactlyInAnyOrder(digest(3), digest(2));
        }
    }
}
