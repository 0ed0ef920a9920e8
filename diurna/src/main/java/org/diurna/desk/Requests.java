package org.diurna.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.diurna.counter.Counter;
import org.diurna.counter.Licence;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;

/** What the public asks for, as far as somebody may answer it, and what all answers have in common. */
record Requests(Counter counter, Rights rights) {
    /** What became of an answer. */
    sealed interface Answered {
        record Done() implements Answered {}

        /** Not as long as there are these objections. */
        record NotReady(List<Objection> objections) implements Answered {
            public NotReady {
                objections = List.copyOf(objections);
            }
        }

        /** Something happened to the request after it was seen. */
        record Overtaken(Licence now) implements Answered {}

        /** There is no such request, or none that the doer may see. */
        record NotFound() implements Answered {}
    }

    /** Codes of the offices whose requests the doer answers; empty for all. */
    static Optional<Set<String>> offices(Doer by) {
        return Permissions.offices(by, Act.ANSWER_REQUESTS);
    }

    Optional<Licence> find(Doer by, String id) {
        return counter.find(id)
                .filter(licence -> licence.erased().isEmpty())
                .filter(licence -> rights.ask(by, Act.ANSWER_REQUESTS, licence.office()) == Permissions.Answer.YES);
    }

    /** How many wait for this doer. */
    int waiting(Doer by) {
        return counter.open(offices(by));
    }

    /** Runs an answer and notes it in the trail, both or neither. */
    Answered decide(Doer by, Licence seen, String act, Predicate<Licence> deed) {
        return rights.together(() -> {
            if (!deed.test(seen)) {
                return new Answered.Overtaken(counter.find(seen.id()).orElse(seen));
            }
            Language language = seen.language();
            rights.kept(
                    by,
                    act,
                    seen.id(),
                    seen.office(),
                    language.tag(),
                    seen.release().value());
            return new Answered.Done();
        });
    }
}
