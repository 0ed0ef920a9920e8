package org.diurna.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {
    private static final String WRONG = "<html><head><meta charset=\"iso-8859-1\"></head><body>";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            windows-1251|Министерство моря Республики Ломара открыло сегодня новый маяк на северном берегу пролива, и это было праздником для всех.
            KOI8-R|Министерство моря Республики Ломара открыло сегодня новый маяк на северном берегу пролива, и это было праздником для всех.
            windows-1256|افتتحت وزارة البحر في جمهورية لومارا اليوم منارة جديدة على الشاطئ الشمالي من المضيق بعد أن انتظرها الناس أربعين سنة.
            windows-1254|Lomara Cumhuriyeti Deniz Bakanlığı bugün boğazın kuzey kıyısında yeni bir deniz feneri açtı ve bu açılış için büyük bir tören düzenledi.
            windows-1252|Das Ministerium für die See der Republik Lomara hat heute einen Leuchtturm am nördlichen Ufer der Straße eröffnet, und es war ein Fest für alle.
            windows-1250|Ministerstvo moře Republiky Lomara dnes otevřelo nový maják na severním břehu průlivu, který je první po čtyřiceti letech.
            windows-1253|Το Υπουργείο Θάλασσας της Δημοκρατίας της Λομάρα άνοιξε σήμερα έναν νέο φάρο στη βόρεια ακτή του στενού και ήταν γιορτή για όλους.
            GB18030|洛马拉共和国海洋部今天在海峡北岸开放了一座新的灯塔，四百位来宾出席了仪式，这是四十年来的第一座。
            Shift_JIS|ロマラ共和国海洋省は本日、海峡の北岸に新しい灯台を開設し、四百人の来賓が式典に出席しました。
            EUC-KR|로마라 공화국 해양부는 오늘 해협 북쪽 해안에 새로운 등대를 열었으며 사백 명의 손님이 행사에 참석하였다.
            UTF-16LE|The Ministry of the Sea of the Republic of Lomara has opened a new lighthouse on the northern shore of the strait.
            """)
    void text_is_read_although_the_page_declares_another_charset(String charset, String text) {
        byte[] page = (WRONG + "<h1>X</h1><p>" + text + "</p></body></html>").getBytes(Charset.forName(charset));
        assertThat(Decoded.of(page, "page.html"))
                .isInstanceOfSatisfying(
                        Decoded.Text.class,
                        decoded -> assertThat(decoded.text()).contains(text));
    }

    @Test
    void a_wrong_declaration_is_reported() {
        byte[] page = (WRONG + "<p>Министерство моря открыло сегодня новый маяк на северном берегу.</p>")
                .getBytes(Charset.forName("windows-1251"));
        assertThat(Decoded.of(page, "page.html"))
                .isInstanceOfSatisfying(
                        Decoded.Text.class,
                        decoded -> assertThat(decoded.reports())
                                .extracting(Found.Report::matter)
                                .containsExactly(Found.Matter.CHARSET_GUESSED));
    }

    @Test
    void mojibake_is_mended_and_reported() {
        String broken = "The worldâ€™s first cafÃ© on a ferry â€“ â€œa dreamâ€\u009d, said JosÃ©.";
        assertThat(Decoded.of(Gate.utf8(broken), "page.txt")).isInstanceOfSatisfying(Decoded.Text.class, decoded -> {
            assertThat(decoded.text()).isEqualTo("The world’s first café on a ferry – “a dream”, said José.");
            assertThat(decoded.reports())
                    .extracting(Found.Report::matter)
                    .containsExactly(Found.Matter.MOJIBAKE_REPAIRED);
        });
    }

    @Test
    void good_text_is_not_mended() {
        String good = "Ângela e João: “São Paulo” – Ã é uma letra; café à la carte, déjà vu.";
        assertThat(Decoded.of(Gate.utf8(good), "page.txt"))
                .isInstanceOfSatisfying(
                        Decoded.Text.class,
                        decoded -> assertThat(decoded.text()).isEqualTo(good));
    }
}
