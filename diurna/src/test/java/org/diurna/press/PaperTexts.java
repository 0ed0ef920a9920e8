package org.diurna.press;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diurna.edition.Block;
import org.diurna.edition.BodyHtml;
import org.diurna.edition.Inline;
import org.diurna.edition.Kind;
import org.diurna.edition.Mark;
import org.diurna.edition.Standing;
import org.diurna.edition.Wording;
import org.diurna.house.Language;

/** One release with every kind of block, in eight languages of five scripts. */
final class PaperTexts {
    static final List<String> LANGUAGES = List.of("ar", "en", "fr", "de", "hi", "ja", "sr-Cyrl", "az");

    private static final Map<String, Text> TEXTS = Map.ofEntries(
            Map.entry(
                    "en",
                    new Text(
                            "Lomara and its neighbours agree on a common flood warning",
                            "Four countries will share river gauges and forecasts from the first of March.",
                            "The Ministry of Foreign Affairs of Lomara announced today that four countries have signed an agreement on a common early warning system (FLOOD-4). It enters into force on 1 March 2026.",
                            "“Water knows no borders, and from today our instruments know none either.”",
                            "Background",
                            "Reservoir",
                            "Volume",
                            "The volume is fixed every year by a joint commission.")),
            Map.entry(
                    "fr",
                    new Text(
                            "Lomara et ses voisins conviennent d’une alerte commune aux crues",
                            "Quatre pays partageront leurs relevés et leurs prévisions dès le 1er mars.",
                            "Le ministère des Affaires étrangères de Lomara a annoncé aujourd’hui que quatre pays ont signé un accord sur un système commun d’alerte précoce (FLOOD-4) : il entre en vigueur le 1er mars 2026.",
                            "« L’eau ne connaît pas de frontières ; désormais, nos instruments non plus. »",
                            "Contexte",
                            "Réservoir",
                            "Volume",
                            "Le volume est fixé chaque année par une commission mixte.")),
            Map.entry(
                    "de",
                    new Text(
                            "Lomara und seine Nachbarn vereinbaren ein gemeinsames Hochwasserfrühwarnsystem",
                            "Vier Länder teilen ab dem 1. März Pegelstände und Vorhersagen.",
                            "Das Außenministerium von Lomara teilte heute mit, dass vier Länder ein Hochwasserfrühwarnsystemrahmenübereinkommen (FLOOD-4) unterzeichnet haben. Es tritt am 1. März 2026 in Kraft.",
                            "„Wasser kennt keine Grenzen, und ab heute kennen auch unsere Messgeräte keine mehr.“",
                            "Hintergrund",
                            "Stausee",
                            "Menge",
                            "Die Menge wird jedes Jahr von einer gemischten Kommission festgelegt.")),
            Map.entry(
                    "sr-Cyrl",
                    new Text(
                            "Ломара и суседи договорили заједничко рано упозорење на поплаве",
                            "Четири земље ће од 1. марта делити водостаје и прогнозе.",
                            "Министарство спољних послова Ломаре саопштило је данас да су четири земље потписале споразум о заједничком систему раног упозорења (FLOOD-4). Споразум ступа на снагу 1. марта 2026. године.",
                            "„Вода не зна за границе, а од данас их не знају ни наши мерни уређаји.“",
                            "Позадина",
                            "Језеро",
                            "Запремина",
                            "Запремину сваке године утврђује мешовита комисија.")),
            Map.entry(
                    "az",
                    new Text(
                            "Lomara və qonşuları daşqınlar üçün ortaq erkən xəbərdarlıq barədə razılığa gəldi",
                            "Dörd ölkə martın 1-dən çay ölçmələrini və proqnozları paylaşacaq.",
                            "Lomara Xarici İşlər Nazirliyi bu gün bildirdi ki, dörd ölkə ortaq erkən xəbərdarlıq sistemi (FLOOD-4) haqqında saziş imzalayıb. Saziş 2026-cı il martın 1-də qüvvəyə minir.",
                            "“Su sərhəd tanımır, bu gündən bizim cihazlarımız da tanımır.”",
                            "Arxa plan",
                            "Su anbarı",
                            "Həcm",
                            "Həcm hər il birgə komissiya tərəfindən müəyyən edilir.")),
            Map.entry(
                    "ar",
                    new Text(
                            "لومارا وجيرانها يتفقون على إنذار مبكر مشترك بالفيضانات",
                            "ستتبادل أربع دول قراءات مقاييس الأنهار والتوقعات ابتداءً من الأول من مارس.",
                            "أعلنت وزارة خارجية لومارا اليوم أن أربع دول وقّعت اتفاقًا بشأن نظام مشترك للإنذار المبكر (FLOOD-4). ويدخل الاتفاق حيز التنفيذ في 1 مارس 2026.",
                            "«الماءُ لا يعرفُ الحدودَ، ومن اليوم لا تعرفها أجهزة قياسنا أيضًا.»",
                            "خلفية",
                            "خزان",
                            "الحجم",
                            "تُحدِّد لجنةٌ مشتركةٌ الكميةَ كل عام.")),
            Map.entry(
                    "hi",
                    new Text(
                            "लोमारा और उसके पड़ोसी बाढ़ की साझा पूर्व चेतावनी पर सहमत",
                            "चार देश 1 मार्च से नदियों के मापक और पूर्वानुमान साझा करेंगे।",
                            "लोमारा के विदेश मंत्रालय ने आज घोषणा की कि चार देशों ने बाढ़ की साझा पूर्व चेतावनी प्रणाली (FLOOD-4) पर समझौते पर हस्ताक्षर किए हैं। यह 1 मार्च 2026 को लागू होगा।",
                            "“पानी सीमाओं को नहीं जानता, और आज से हमारे उपकरण भी नहीं।”",
                            "पृष्ठभूमि",
                            "जलाशय",
                            "मात्रा",
                            "मात्रा हर वर्ष एक संयुक्त आयोग द्वारा निर्धारित की जाती है।")),
            Map.entry(
                    "ja",
                    new Text(
                            "ロマーラと近隣諸国、洪水の共同早期警報で合意",
                            "4か国は3月1日から河川水位計と予報を共有する。",
                            "ロマーラ外務省は本日、4か国が洪水の共同早期警報システム（FLOOD-4）に関する協定に署名したと発表した。協定は2026年3月1日に発効する。",
                            "「水は国境を知らない。今日からは、私たちの計測器も国境を知らない。」",
                            "背景",
                            "貯水池",
                            "水量",
                            "水量は毎年、合同委員会が定める。")));

    private PaperTexts() {}

    private record Text(
            String headline,
            String deck,
            String news,
            String said,
            String background,
            String first,
            String second,
            String end) {}

    /** The version with one edition. */
    static PublicVersion version(String tag) {
        Language language = Language.of(tag);
        Wording wording = wording(Objects.requireNonNull(TEXTS.get(tag)));
        PublicEdition edition = Lomara.edition(
                1, Kind.RELEASE, "", "2026-01-20T13:00:00Z", wording, BodyHtml.of(language, wording.body()));
        return Lomara.version(
                Lomara.office("belgrade.mfa.lomara.example"),
                "01KAP5Q7W3",
                language,
                Standing.ORIGINAL,
                "flood",
                edition);
    }

    private static Wording wording(Text text) {
        List<Block> background = List.of(
                paragraph("b1", text.end()),
                new Block.ItemList(
                        "b2",
                        Optional.empty(),
                        Block.Order.NUMBERED,
                        List.of(
                                new Block.Item(plain(text.first()), Optional.of(inner(text))),
                                new Block.Item(plain(text.end()), Optional.empty()))));
        List<Block> body = List.of(
                new Block.Paragraph(
                        "p1", Optional.empty(), List.of(Inline.Text.plain(text.news()), new Inline.NoteCall("n1"))),
                new Block.Quote(
                        "q1",
                        Optional.empty(),
                        List.of(plain(text.said())),
                        Optional.of(new Block.Speaker("Ilena Darrow", text.second())),
                        Optional.empty()),
                // level 2 is left out, as careless authors do
                new Block.Heading("h1", Optional.empty(), 3, plain(text.background())),
                new Block.Paragraph(
                        "p2",
                        Optional.empty(),
                        List.of(
                                new Inline.Text(text.deck(), List.of(new Mark.Strong())),
                                Inline.Text.plain(" "),
                                new Inline.Text(text.end(), List.of(new Mark.Emphasis())),
                                Inline.Text.plain(" "),
                                new Inline.Text(
                                        "mfa.lomara.example", List.of(new Mark.Link("https://mfa.lomara.example/"))))),
                paragraph("p3", (text.news() + " ").repeat(6).strip()),
                table(text),
                new Block.Section("s1", Optional.empty(), Block.SectionKind.BACKGROUND, text.background(), background),
                new Block.Footnote("n1", Optional.empty(), plain(text.end())));
        return new Wording(
                text.headline(),
                List.of(text.deck()),
                text.first(),
                Optional.of(java.time.LocalDate.of(2026, 1, 20)),
                body);
    }

    private static Block.ItemList inner(Text text) {
        return new Block.ItemList(
                "b3",
                Optional.empty(),
                Block.Order.BULLETED,
                List.of(new Block.Item(plain(text.second()), Optional.empty())));
    }

    private static Block.Table table(Text text) {
        return new Block.Table(
                "t1",
                Optional.empty(),
                plain(text.background()),
                List.of(plain(text.first()), plain(text.second())),
                IntStream.rangeClosed(1, 30)
                        .mapToObj(row -> List.of(plain(text.first() + " " + row), plain(row * 37 + ".5")))
                        .toList());
    }

    private static Block.Paragraph paragraph(String id, String text) {
        return new Block.Paragraph(id, Optional.empty(), plain(text));
    }

    private static List<Inline> plain(String text) {
        return List.of(Inline.Text.plain(text));
    }
}
