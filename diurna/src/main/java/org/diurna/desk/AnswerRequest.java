package org.diurna.desk;

import java.util.List;
import java.util.Optional;
import org.diurna.counter.Licence;
import org.diurna.edition.Texts;
import org.diurna.staff.Doer;

/** The decisions about a request that need nothing but words: to refuse it, or to ask something back. */
final class AnswerRequest {
    private static final int WORDS_MAX = 4_000;

    private final Requests requests;

    AnswerRequest(Requests requests) {
        this.requests = requests;
    }

    /** Which of the two. */
    enum Way {
        REFUSE("reason", "refuse-licence"),
        ASK("question", "ask-requester");

        private final String field;
        private final String act;

        Way(String field, String act) {
            this.field = field;
            this.act = act;
        }
    }

    /** All that stands against it now. */
    static List<Objection> objections(Way way, String words) {
        if (words.isBlank()) {
            return List.of(Objection.to(way.field, "answer-missing"));
        }
        return words.length() > WORDS_MAX ? List.of(Objection.to(way.field, "answer-long")) : List.of();
    }

    /**
     * Refuses or asks.
     *
     * @param seen  version of the request that was looked at
     * @param words for the requester, who gets them in a letter
     */
    Requests.Answered run(Doer by, String id, int seen, Way way, String words) {
        Optional<Licence> found = requests.find(by, id);
        if (found.isEmpty()) {
            return new Requests.Answered.NotFound();
        }
        if (found.get().version() != seen) {
            return new Requests.Answered.Overtaken(found.get());
        }
        String said = lines(words);
        List<Objection> objections = objections(way, said);
        if (!objections.isEmpty()) {
            return new Requests.Answered.NotReady(objections);
        }
        return requests.decide(by, found.get(), way.act, licence -> switch (way) {
            case REFUSE -> requests.counter().refuse(licence, by.id(), said);
            case ASK -> requests.counter().ask(licence, by.id(), said);
        });
    }

    /** Text of several lines, without characters that nobody typed. */
    static String lines(String words) {
        return String.join("\n", words.lines().map(Texts::clean).toList()).strip();
    }
}
