package org.diurna.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            en|5 March 2026
            en|March 5, 2026
            en|Mar. 5, 2026
            en|Thursday, 05 March 2026
            en|2026-03-05
            en|05 MAR 2026
            de|05.03.2026
            de|Donnerstag, den 5. März 2026
            fr|jeudi 5 mars 2026
            es|5 de marzo de 2026
            pt|5 de março de 2026
            it|5 Marzo 26
            no|5. mars 2026
            fi|5. maaliskuuta 2026
            pl|5 marca 2026 r.
            cs|5. března 2026
            hu|2026. március 5.
            lt|2026 m. kovo 5 d.
            lv|2026. gada 5. marts
            ro|joi, 5 martie 2026
            sr-Latn|četvrtak, 05. mart 2026.
            bg|05.03.2026 г.
            uk|05 березня 2026 року
            ru|5 марта 2026 г.
            kk|2026 жылғы 5 наурыз
            el|Πέμπτη, 05 Μαρτίου 2026
            tr|5 Mart 2026
            az|5 mart 2026
            ka|5 მარტი, 2026
            hy|05 մարտ, 2026
            he|5 במרץ 2026
            ar|5 مارس 2026م
            ar|٥ مارس ٢٠٢٦
            ar|5 آذار/مارس 2026
            ar|16 رمضان 1447هـ
            fa|۱۴ اسفند ۱۴۰۴
            hi|5 मार्च 2026
            hi|५ मार्च २०२६
            th|5 มีนาคม 2569
            vi|ngày 5 tháng 3 năm 2026
            id|5 Maret 2026
            ja|令和8年3月5日(木)
            ja|2026年3月5日
            ko|2026. 3. 5.(목)
            ko|2026년 3월 5일
            zh-Hans|二〇二六年三月五日
            zh-Hant|中華民國115年3月5日
            """)
    void every_form_of_the_same_day_is_read(String language, String words) {
        assertThat(Dates.in(words, language)).singleElement().satisfies(hit -> {
            assertThat(hit.certain()).isTrue();
            assertThat(hit.day()).isEqualTo(LocalDate.of(2026, 3, 5));
        });
    }

    @Test
    void a_day_above_twelve_decides_the_order() {
        assertThat(Dates.in("04/21/2026", "en"))
                .singleElement()
                .extracting(DateHit::day)
                .isEqualTo(LocalDate.of(2026, 4, 21));
        assertThat(Dates.in("21/04/2026", "en"))
                .singleElement()
                .extracting(DateHit::day)
                .isEqualTo(LocalDate.of(2026, 4, 21));
    }

    @Test
    void small_numbers_leave_the_order_open() {
        assertThat(Dates.in("5/3/2026", "en"))
                .singleElement()
                .extracting(DateHit::days)
                .isEqualTo(java.util.List.of(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 5, 3)));
    }

    @Test
    void false_friends_are_told_by_the_language() {
        assertThat(Dates.in("5. listopada 2025", "hr"))
                .singleElement()
                .extracting(DateHit::day)
                .isEqualTo(LocalDate.of(2025, 10, 5));
        assertThat(Dates.in("5 listopada 2025", "pl"))
                .singleElement()
                .extracting(DateHit::day)
                .isEqualTo(LocalDate.of(2025, 11, 5));
    }

    @Test
    void telephone_numbers_and_rooms_are_no_dates() {
        assertThat(Dates.in("Telephone 030 12 34 56, room 12.3", "de")).isEmpty();
    }

    @Test
    void times_are_read_with_their_half_of_the_day_and_their_zone() {
        assertThat(Dates.time("12:34 p.m. EDT")).hasValueSatisfying(time -> {
            assertThat(time.time()).hasToString("12:34");
            assertThat(time.zone()).isEqualTo("EDT");
        });
        assertThat(Dates.time("11h20"))
                .hasValueSatisfying(time -> assertThat(time.time()).hasToString("11:20"));
        assertThat(Dates.time("3:48PM"))
                .hasValueSatisfying(time -> assertThat(time.time()).hasToString("15:48"));
        assertThat(Dates.time("00:00")).isEmpty();
    }

    @Test
    void weekdays_are_known_in_many_languages() {
        assertThat(Dates.weekday("Πέμπτη, 05 Μαρτίου 2026")).contains(DayOfWeek.THURSDAY);
        assertThat(Dates.weekday("četvrtak, 05. mart 2026.")).contains(DayOfWeek.THURSDAY);
    }
}
