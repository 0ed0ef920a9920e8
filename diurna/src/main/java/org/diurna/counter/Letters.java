package org.diurna.counter;

import java.util.Map;
import org.diurna.edition.Office;
import org.diurna.house.Language;
import org.diurna.house.Words;

/** What is written to those who ask and to those who answer, one letter for each step. */
final class Letters {
    private final Surroundings around;
    private final Secrets secrets;

    Letters(Surroundings around, Secrets secrets) {
        this.around = around;
        this.secrets = secrets;
    }

    /** Tells the requester where the request stands now. */
    void toRequester(Office office, Licence licence, String said) {
        Words words = Words.of("counter", licence.language());
        String text = words.say("state." + licence.state().word())
                + "\n\n" + (said.isEmpty() ? "" : said + "\n\n")
                + words.say("letter", Map.of("address", address(office, licence))) + "\n\n"
                + licence.headline() + "\n" + office.name(licence.language()) + "\n";
        around.post()
                .put(
                        "licence:" + licence.id() + ":" + licence.version(),
                        licence.requester().mail(),
                        licence.language(),
                        subject(words, licence),
                        text);
    }

    /** Tells the officers that a request waits. */
    void toOfficers(Licence licence, String said) {
        int number = 0;
        for (Surroundings.Officer officer : around.officers().of(licence.office())) {
            Words words = Words.of("counter", officer.language());
            String text = words.say("officer") + "\n\n"
                    + licence.requester().name() + " · " + licence.requester().organisation() + "\n"
                    + licence.headline() + "\n\n" + (said.isEmpty() ? "" : said + "\n\n")
                    + around.desk().get() + "/requests/" + licence.id() + "\n";
            around.post()
                    .put(
                            "licence:" + licence.id() + ":" + licence.version() + ":officer:" + number++,
                            officer.mail(),
                            officer.language(),
                            subject(words, licence),
                            text);
        }
    }

    private String address(Office office, Licence licence) {
        return around.places().address(office, LicencePages.path(secrets.of(licence.id())));
    }

    private static String subject(Words words, Licence licence) {
        return words.say("request", Map.of("number", licence.id()));
    }

    /** A day as people write it in that language. */
    static String day(java.time.LocalDate day, Language language) {
        var format = com.ibm.icu.text.DateFormat.getInstanceForSkeleton(
                "yMMMMd", language.locale().setKeywordValue("calendar", "gregorian"));
        format.setTimeZone(com.ibm.icu.util.TimeZone.GMT_ZONE);
        return format.format((Object)
                day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant().toEpochMilli());
    }
}
