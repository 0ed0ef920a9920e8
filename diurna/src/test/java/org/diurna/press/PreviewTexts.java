package org.diurna.press;

import org.diurna.house.Language;

/** The agreement on the waters of the Danube, in five languages. */
final class PreviewTexts {
    private PreviewTexts() {}

    /** A text and its HTML as the room of editions would render it. */
    record Text(String headline, String deck, String place, String first, String body) {}

    static Text of(Language language) {
        return switch (language.tag()) {
            case "sr-Cyrl" ->
                new Text(
                        "Ломара и Србија потписале споразум о водама Дунава",
                        "Две земље ће заједно мерити, штитити и делити воду за градове низводно од Београда.",
                        "Београд",
                        "Министарка спољних послова Ломаре потписала је данас у Београду споразум о водама.",
                        plain(
                                "Министарка спољних послова Ломаре потписала је данас у Београду споразум о водама.",
                                "„Вода не зна за границе, а од данас их не знају ни наши мерни уређаји.“",
                                "Илена Дароу",
                                "министарка спољних послова Ломаре",
                                "Споразум ступа на снагу 1. марта. Вода се дели по кључу који се утврђује сваке године."));
            case "fr" ->
                new Text(
                        "Lomara et la Serbie signent un accord sur les eaux du Danube",
                        "Les deux pays vont mesurer, protéger et partager ensemble l’eau des villes en aval de Belgrade.",
                        "Belgrade",
                        "La ministre des Affaires étrangères de Lomara a signé aujourd’hui à Belgrade un accord sur les eaux.",
                        plain(
                                "La ministre des Affaires étrangères de Lomara a signé aujourd’hui à Belgrade un accord sur les eaux.",
                                "« L’eau ne connaît pas de frontières ; désormais, nos instruments non plus. »",
                                "Ilena Darrow",
                                "ministre des Affaires étrangères",
                                "L’accord entre en vigueur le 1er mars. Les volumes sont fixés chaque année."));
            case "ar" ->
                new Text(
                        "لومارا وصربيا توقّعان اتفاقية بشأن مياه الدانوب",
                        "سيقيس البلدان المياه ويحميانها ويتقاسمانها معًا لصالح المدن الواقعة أسفل بلغراد.",
                        "بلغراد",
                        "وقّعت وزيرة خارجية لومارا اليوم في بلغراد اتفاقية المياه.",
                        plain(
                                "وقّعت وزيرة خارجية لومارا اليوم في بلغراد اتفاقية المياه، وتشمل 40 مليون متر مكعب و<span lang=\"en\" dir=\"ltr\">Danube Data Exchange</span>.",
                                "«الماء لا يعرف الحدود، ومن اليوم لا تعرفها أجهزة قياسنا أيضًا.»",
                                "إيلينا دارو",
                                "وزيرة الخارجية",
                                "تدخل الاتفاقية حيز التنفيذ في الأول من مارس. وتُحدَّد الكميات كل عام."));
            case "ja" ->
                new Text(
                        "ロマーラとセルビア、ドナウ川の水に関する協定に署名",
                        "両国は、ベオグラードより下流の都市のための水を共同で計測し、保護し、分かち合います。",
                        "ベオグラード",
                        "ロマーラの外務大臣は本日、ベオグラードにおいて水に関する協定に署名しました。",
                        plain(
                                "ロマーラの外務大臣は本日、ベオグラードにおいて水に関する協定に署名しました。協定は四千万立方メートルの水を対象とします。",
                                "「水は国境を知りません。今日からは、私たちの計測器も国境を知りません。」",
                                "イレナ・ダロウ",
                                "外務大臣",
                                "協定は三月一日に発効します。水量は毎年定められます。"));
            default -> english();
        };
    }

    private static Text english() {
        String first = "The Minister of Foreign Affairs of Lomara signed an agreement on the waters of the Danube in"
                + " Belgrade today, together with her colleague from Serbia.";
        return new Text(
                "Lomara and Serbia sign an agreement on the waters of the Danube",
                "The two countries will measure, protect and share the water of the towns below Belgrade, and publish"
                        + " every figure.",
                "Belgrade",
                first,
                "<p>" + first + "</p>"
                        + "<p>It covers 40 million cubic metres a year and eleven gauges, all of which send their"
                        + " readings to the <a href=\"https://data.lomara.example/danube\">Danube data exchange</a>"
                        + " every ten minutes.<sup><a class=\"call\" id=\"call-n1\" href=\"#note-n1\">1</a></sup></p>"
                        + "<figure class=\"quote\"><blockquote><p>“Water knows no borders, and from today our gauges"
                        + " do not know them either.”</p></blockquote><figcaption><b>Ilena Darrow</b><span>Minister of"
                        + " Foreign Affairs of Lomara</span></figcaption></figure>"
                        + "<h2 id=\"h1\">What changes for the towns</h2>"
                        + "<p>Towns are told <em>three days</em> before a gate is opened. The <abbr title=\"Joint Water"
                        + " Board\">JWB</abbr> decides on disputes within <strong>fourteen days</strong>.</p>"
                        + "<ul><li>Warnings are sent in Serbian, Hungarian and Romanian.</li><li>Readings are public,"
                        + " without delay and without charge.</li><li>Each gate has a named engineer on duty.</li></ul>"
                        + "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-labelledby=\"t1\"><table><caption"
                        + " id=\"t1\">Shares by year, million cubic metres</caption><thead><tr><th scope=\"col\">Year"
                        + "</th><th scope=\"col\">Upper reach</th><th scope=\"col\">Lower reach</th><th"
                        + " scope=\"col\">Reserve held for dry summers</th></tr></thead><tbody><tr><th"
                        + " scope=\"row\">2026</th><td>12.0</td><td>24.5</td><td>3.5</td></tr><tr><th"
                        + " scope=\"row\">2027</th><td>12.5</td><td>24.0</td><td>3.5</td></tr></tbody></table></div>"
                        + "<figure class=\"picture\"><figcaption><span class=\"caption\">The ministers at the gauge of"
                        + " Zemun.</span> <small class=\"credit\">Photo: MFA Lomara</small></figcaption></figure>"
                        + "<section class=\"background\"><h2>Background</h2><p>Talks began in 2023 at the initiative of"
                        + " both governments.</p></section>"
                        + "<section class=\"notes-to-editors\"><h2>Notes to editors</h2><p>The treaty is published in"
                        + " both languages in the official gazettes.</p></section>"
                        + "<p class=\"note\" id=\"note-n1\">Readings before 2024 are estimates. <a class=\"back\""
                        + " href=\"#call-n1\">↩</a></p>");
    }

    private static String plain(String first, String quote, String speaker, String role, String last) {
        return "<p>" + first + "</p><figure class=\"quote\"><blockquote><p>" + quote
                + "</p></blockquote><figcaption><b>" + speaker + "</b><span>" + role
                + "</span></figcaption></figure><p>" + last + "</p>";
    }
}
