package org.diurna.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.diurna.house.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "en,The ferry's new captain,the-ferrys-new-captain",
        "fr,Île d’Été : « l'œuvre »,ile-dete-loeuvre",
        "de,Größe & Maß,grosse-mass",
        "sr-Cyrl,Љубав и Џеп,ljubav-i-dzep",
        "ru,Щит и объём,sit-i-obem",
        "el,Αθήνα και Ύδρα,athena-kai-ydra",
        "az,Gəncə şəhəri,gence-seheri",
        "tr,Işık ve İstanbul,isik-ve-istanbul",
        "vi,Đường phố,duong-pho",
        "pl,Łódź,lodz"
    })
    void a_headline_becomes_words_of_plain_letters(String language, String headline, String slug) {
        assertThat(Slug.of(Language.of(language), headline)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({
        "ar,وزارة الخارجية",
        "fa,وزارت امور خارجه",
        "he,משרד החוץ",
        "ja,外務省が発表した",
        "zh,外交部声明",
        "ko,외교부 성명",
        "th,กระทรวงการต่างประเทศ",
        "hi,विदेश मंत्रालय",
        "ka,საგარეო საქმეთა",
        "hy,Արտաքին գործերի",
        "am,የውጭ ጉዳይ",
        "my,ဝန်ကြီးဌာန",
        "ta,வெளியுறவு"
    })
    void every_script_gives_an_address_of_letters_digits_and_hyphens(String language, String headline) {
        String slug = Slug.of(Language.of(language), headline);
        assertThat(slug).matches("[a-z0-9]+(-[a-z0-9]+)*").isNotEqualTo("release");
    }

    @Test
    void a_headline_without_letters_still_has_an_address() {
        assertThat(Slug.of(Language.of("en"), "!!! — ???")).isEqualTo("release");
        assertThat(Slug.of(Language.of("en"), "")).isEqualTo("release");
        assertThat(Slug.of(Language.of("km"), "ក្រសួង"))
                .as("a script that nothing here can read")
                .isEqualTo("release");
    }

    @Test
    void a_long_headline_is_cut_at_a_word() {
        String slug = Slug.of(Language.of("en"), "harbour ".repeat(40));
        assertThat(slug).hasSizeLessThanOrEqualTo(Slug.LENGTH_MAX).endsWith("harbour");
        assertThat(Slug.of(Language.of("en"), "x".repeat(200))).hasSize(Slug.LENGTH_MAX);
        assertThat(Slug.of(Language.of("en"), "x".repeat(59) + " yy")).doesNotEndWith("-");
    }

    @Test
    void a_text_is_cut_at_a_word_and_never_within_a_character() {
        assertThat(Slugs.cutAtWord("The ferry sails", 12)).isEqualTo("The ferry…");
        assertThat(Slugs.cutAtWord("short", 12)).isEqualTo("short");
        String ships = "\uD83D\uDEA2".repeat(20);
        for (int most = 2; most < 12; most++) {
            assertThat(Slugs.cutAtWord(ships, most).codePoints()).allMatch(c -> !(c >= 0xD800 && c <= 0xDFFF));
        }
    }
}
