package org.diurna.counter;

import java.util.Map;
import org.diurna.edition.Office;
import org.diurna.house.Letter;
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
        put("", licence, licence.requester().mail(), words, text);
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
            put(":officer:" + number++, licence, officer.mail(), words, text);
        }
    }

    private String address(Office office, Licence licence) {
        return around.places().address(office, LicencePages.path(secrets.of(licence.id())));
    }

    /** What the keys of all letters about a request begin with. */
    static String about(String id) {
        return "licence:" + id + ":";
    }

    /** Each step of a request is told once: its version is part of the letter's key. */
    private void put(String whom, Licence licence, String to, Words words, String text) {
        String key = about(licence.id()) + licence.version() + whom;
        String subject = words.say("request", Map.of("number", licence.id()));
        around.outbox().put(new Letter(key, to, words.language().tag(), subject, text));
    }
}
