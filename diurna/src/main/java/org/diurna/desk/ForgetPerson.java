package org.diurna.desk;

import java.util.List;
import org.diurna.counter.Counter;
import org.diurna.counter.Licence;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;

/**
 * The decision that the counter forgets a person: what was written goes, licences end, and that there was a request stays
 * as a number. Nobody can undo it.
 */
final class ForgetPerson {
    private final Counter counter;
    private final Rights rights;

    ForgetPerson(Counter counter, Rights rights) {
        this.counter = counter;
        this.rights = rights;
    }

    /** What became of it. */
    sealed interface Outcome {
        /** Done, in these requests. */
        record Forgotten(List<String> numbers) implements Outcome {
            public Forgotten {
                numbers = List.copyOf(numbers);
            }
        }

        /** Nothing is held of this address where the doer may look. */
        record NothingHeld() implements Outcome {}

        record NotAllowed() implements Outcome {}

        /** The doer may, once a passkey or a one-time code was shown again. */
        record ProveFirst() implements Outcome {}
    }

    /** What is held about whoever has this address, as far as the doer may look. */
    List<Licence> held(Doer by, String mail) {
        return counter.about(mail, Permissions.offices(by, Act.FORGET_PEOPLE));
    }

    Outcome run(Doer by, String mail) {
        List<Licence> held = held(by, mail);
        if (held.isEmpty()) {
            return new Outcome.NothingHeld();
        }
        for (Licence licence : held) {
            switch (rights.ask(by, Act.FORGET_PEOPLE, licence.office())) {
                case NO -> {
                    return new Outcome.NotAllowed();
                }
                case PROVE_FIRST -> {
                    return new Outcome.ProveFirst();
                }
                case YES -> {}
            }
        }
        return rights.together(() -> {
            List<String> forgotten = held.stream()
                    .filter(licence -> counter.forget(licence.id(), by.id()))
                    .map(licence -> {
                        // the trail names the request and never the person
                        rights.kept(by, Act.FORGET_PEOPLE.word(), licence.id(), licence.office(), "", "");
                        return licence.id();
                    })
                    .toList();
            return new Outcome.Forgotten(forgotten);
        });
    }
}
