package org.diurna.gate;

import java.util.regex.Pattern;

/** The outward shape of a line: a sentence, a mark, an address. */
final class Shape {
    private static final Pattern ENDS = Pattern.compile("[.!?。！？।॥։؟…۔．]\\s*[\"”»“’')\\]」』*]*\\s*$");
    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?iu)(^|[\\s,])(e\\.\\s?v|inc|ltd|co|corp|plc|s\\.a|s\\.p\\.a|s\\.r\\.l|n\\.v|b\\.v|a\\.s|d\\.o\\.o|a\\.ş|jr|sr|llc|str|no|nr|etc|u\\.a|g|hk)\\.$");
    private static final Pattern QUOTED_END = Pattern.compile("[\"”»“’」』]\\s*[.,;]?$");
    private static final Pattern END_MARK = Pattern.compile(
            "(?iu)^[\\s\\[(–—-]*(#{2,}|-?\\s?30\\s?-?|\\*(\\s?\\*)+|-{2,}\\s?0*\\s?-{2,}|-{3,}|_{3,}|={3,}|(?:•\\s?){3,}|ends?|ende|fin|fine|slut|koniec|konec|kraj|крај|край|конец|кінець|vége|τέλος|son|sonu?|соңы|დასასრული|վերջ|انتهى|النهاية|انتهای پیام|پایان|סוף|समाप्त|จบ|hết|selesai|以上|（以上）|完|（完）|끝|\\(끝\\)|einde|loppu|lõpp)[\\s\\])–—.\\-]*$");
    private static final Pattern END_TAIL =
            Pattern.compile("\\s+(#{3,}|-\\s?30\\s?-|-{3}0{2,}-{3}|\\*{3,}|-ENDS?-)\\s*$");
    private static final Pattern CONTACT = Pattern.compile(
            "(?iu)([\\w.+-]+\\s?(@|\\(at\\)|\\[at\\]| at )\\s?[\\w-]+\\.[\\w.]+|\\[email.protected\\]|(?:tel|telefon|fax|phone|mobil|тел|τηλ|هاتف|تلفن|טל|電話|电话|전화|โทร|điện thoại)[^\\d]{0,12}\\+?[\\d(][\\d ()/.\\-]{4,})");
    private static final Pattern PHONE = Pattern.compile("^\\W*\\+?\\d[\\d ()/.\\-]{6,}\\W*$");
    private static final Pattern URL = Pattern.compile("(?i)^\\s*(https?://|www\\.)\\S+\\s*$");
    private static final Pattern INITIALS =
            Pattern.compile("^\\(?\\p{L}{1,4}([./]\\p{L}[\\p{L}\\p{M}]{0,5}){0,4}\\)?$");
    private static final Pattern SPEAKER = Pattern.compile(
            "^(?:\\p{Lu}[\\p{Lu}.' -]{1,40}:\\s|[问答問Q]\\s?[:：]|答\\s?[:：]|【[^】]{2,20}】|[<＜][^>＞]{1,10}[>＞])\\s?\\S?");
    private static final Pattern OPENS_QUOTE = Pattern.compile("^[\"“„«»「『‘‚]");
    private static final Pattern OPENING = Pattern.compile("[\"“„«「『‘‚”]\\p{L}");
    private static final int LONG = 95;
    private static final int CONTACT_MAX = 160;
    private static final int SENTENCE_MIN = 18;

    private Shape() {}

    static boolean ends(String text) {
        return ENDS.matcher(text).find()
                && (text.length() > 70 || !ABBREVIATION.matcher(text).find());
    }

    /** Running text: a sentence, something spoken, or so long that it can be nothing else. */
    static boolean prose(String text) {
        int weight = Fold.weight(text);
        if (weight >= LONG) {
            return true;
        }
        boolean sentence = ends(text) && weight >= SENTENCE_MIN && text.indexOf(' ') >= 0;
        boolean ideographs = ends(text) && weight >= SENTENCE_MIN && text.charAt(0) >= 0x0E00;
        boolean quoted =
                OPENS_QUOTE.matcher(text).find() && QUOTED_END.matcher(text).find() && weight >= 15;
        boolean spoken = SPEAKER.matcher(text).find() && (ends(text) || (weight > 70 && !Places.capitals(text)));
        boolean quotes =
                QUOTED_END.matcher(text).find() && OPENING.matcher(text).find() && weight >= 40;
        boolean unpunctuated = weight >= 55 && unpunctuated(text);
        boolean introduces = text.endsWith(":") && weight >= 22 && text.indexOf(' ') > 0 && weight < LONG;
        return sentence || ideographs || quoted || quotes || unpunctuated || spoken || (introduces && words(text) >= 4);
    }

    /** Written in a script that does without full stops. */
    static boolean unpunctuated(String text) {
        char first = text.charAt(0);
        boolean thaiOrLao = first >= 0x0E00 && first < 0x0F00;
        return thaiOrLao || (first >= 0x1000 && first < 0x10A0) || (first >= 0x1780 && first < 0x1800);
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
    }

    static boolean endMark(String text) {
        return text.length() <= 24 && END_MARK.matcher(text).find();
    }

    /** Where an end mark behind the last sentence begins; the length of the text if there is none. */
    static int endTail(String text) {
        var matcher = END_TAIL.matcher(text);
        return matcher.find() ? matcher.start() : text.length();
    }

    static boolean contact(String text) {
        return text.length() <= CONTACT_MAX
                && (CONTACT.matcher(text).find() || PHONE.matcher(text).find());
    }

    static boolean address(String text) {
        return URL.matcher(text).find();
    }

    static boolean initials(String text) {
        return text.length() <= 24 && INITIALS.matcher(text).matches() && (text.contains("/") || text.startsWith("("));
    }

    static boolean speaker(String text) {
        return SPEAKER.matcher(text).find();
    }

    static boolean opensQuote(String text) {
        return OPENS_QUOTE.matcher(text).find();
    }

    /** A whole paragraph between quotation marks. */
    static boolean wholeQuote(String text) {
        return opensQuote(text) && QUOTED_END.matcher(text).find();
    }

    static boolean capitalised(String word) {
        int i = 0;
        while (i < word.length() && !Character.isLetter(word.charAt(i))) {
            i++;
        }
        return i < word.length() && !Character.isLowerCase(word.charAt(i));
    }
}
