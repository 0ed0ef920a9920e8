package org.diurna.gate;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of months and weekdays in all the languages that we read, in the forms that ICU knows. */
final class Months {
    private static final String LANGUAGES =
            "en de fr it es pt ca gl eu nl no nn da sv fi et is lv lt pl cs sk sl hr sr sr-Latn "
                    + "bs mk bg ru uk be kk ky uz mn tg ro hu el tr az sq ka hy ar ar-SY ar-IQ ar-MA ar-DZ fa fa-AF ur ps he hi mr ne "
                    + "bn ta te th id ms sw vi af ga cy mt lb kaa tk ku";
    private static final int SHORTEST = 3;
    private static final int SHORTEST_ARABIC = 2;

    /** One meaning of a name. */
    record Month(Era era, int number, String language) {}

    /** Calendars that releases are dated in. */
    enum Era {
        GREGORIAN("gregorian"),
        PERSIAN("persian"),
        ISLAMIC("islamic-umalqura");

        private final String type;

        Era(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }
    }

    private static final Map<String, List<Month>> MONTHS = new HashMap<>();
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();

    static {
        for (String language : LANGUAGES.split(" ", -1)) {
            for (Era era : Era.values()) {
                learn(language, era);
            }
        }
        // spellings that people use and ICU does not list
        for (String extra :
                "sept:9 sept.:9 janv:1 févr:2 juil:7 déc:12 märz:3 jänner:1 feber:2 gen:1 mag:5 giu:6 lug:7 ago:8 set:9 ott:10 dic:12 ene:1 abr:4 mei:5 okt:10 maart:3 mrt:3 ian:1 iun:6 iul:7 noi:11 setiembre:9 шілде:7 اكتوبر:10 ابريل:4 اغسطس:8 اپریل:4 يونية:6 जनवरी:1 सितम्बर:9 दिसम्बर:12 अक्टूबर:10 ม.ค:1 ก.พ:2 มี.ค:3 เม.ย:4 พ.ค:5 มิ.ย:6 ก.ค:7 ส.ค:8 ก.ย:9 ต.ค:10 พ.ย:11 ธ.ค:12"
                        .split(" ", -1)) {
            int colon = extra.indexOf(':');
            add(extra.substring(0, colon), new Month(Era.GREGORIAN, Integer.parseInt(extra.substring(colon + 1)), ""));
        }
    }

    private Months() {}

    private static void learn(String language, Era era) {
        boolean near = era == Era.GREGORIAN
                || language.startsWith("ar")
                || language.startsWith("fa")
                || language.equals("en")
                || language.equals("ur")
                || language.equals("ps");
        if (!near) {
            return;
        }
        ULocale locale = ULocale.forLanguageTag(language).setKeywordValue("calendar", era.type());
        DateFormatSymbols symbols = new DateFormatSymbols(Calendar.getInstance(locale), locale);
        for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                String[] months = symbols.getMonths(context, width);
                for (int i = 0; i < Math.min(12, months.length); i++) {
                    add(months[i], new Month(era, i + 1, language));
                }
                String[] days = symbols.getWeekdays(context, width);
                for (int i = 1; i < days.length; i++) {
                    if (Fold.key(days[i]).length() > 2) {
                        WEEKDAYS.putIfAbsent(Fold.key(days[i]), DayOfWeek.of(i == 1 ? 7 : i - 1));
                    }
                }
            }
        }
    }

    private static void add(String name, Month month) {
        String key = Fold.key(name);
        boolean digits = key.chars().anyMatch(Character::isDigit);
        int shortest = !key.isEmpty() && key.charAt(0) > 0x590 ? SHORTEST_ARABIC : SHORTEST;
        if (!digits && key.length() >= shortest) {
            MONTHS.computeIfAbsent(key, _ -> new ArrayList<>()).add(month);
        }
    }

    /**
     * The month that a word or two means.
     *
     * @param language of the page, which decides between false friends ({@code listopad} is October and November)
     */
    static Optional<Month> of(String words, String language) {
        String key = Fold.key(words);
        List<Month> months = MONTHS.get(key);
        for (int cut = 1; months == null && cut <= 3 && key.length() - cut >= 4; cut++) {
            months = MONTHS.get(key.substring(0, key.length() - cut));
        }
        if (months == null && key.length() > 3 && "בהו".indexOf(key.charAt(0)) >= 0) {
            months = MONTHS.get(key.substring(1));
        }
        if (months == null) {
            return Optional.empty();
        }
        String primary = language.split("-", -1)[0];
        List<Month> found = months;
        return found.stream()
                .filter(month -> month.language().split("-", -1)[0].equals(primary))
                .findFirst()
                .or(() -> Optional.of(found.getFirst()));
    }

    static Optional<DayOfWeek> weekday(String word) {
        return Optional.ofNullable(WEEKDAYS.get(Fold.key(word)));
    }
}
