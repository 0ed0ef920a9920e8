package org.diurna.staff;

import java.time.Instant;
import java.util.Optional;
import org.diurna.house.Database;

/** Signing in: every way ends here, so that every way is counted, limited and noted alike. */
final class SignIns {
    private final Database database;
    private final People people;
    private final Passwords passwords;
    private final Codes codes;
    private final Attempts attempts;
    private final Sittings sittings;
    private final Trail trail;

    SignIns(
            Database database,
            People people,
            Passwords passwords,
            Codes codes,
            Attempts attempts,
            Sittings sittings,
            Trail trail) {
        this.database = database;
        this.people = people;
        this.passwords = passwords;
        this.codes = codes;
        this.attempts = attempts;
        this.sittings = sittings;
        this.trail = trail;
    }

    /** What came of a password or a code. */
    sealed interface Outcome {
        /** It is the person's. */
        record Right(Person person) implements Outcome {}

        /** It is not, or there is no such person: nobody is told which. */
        record Wrong() implements Outcome {}

        /** Too many failed; even the right one is refused for a while. */
        record TooMany() implements Outcome {}
    }

    /** The first half of signing in without a passkey. */
    Outcome password(String mail, String password, Origin origin) {
        String account = People.fold(mail);
        if (attempts.tooMany(account, origin.address())) {
            return new Outcome.TooMany();
        }
        Optional<Person> person =
                people.byMail(account).filter(found -> !found.disabled()).map(People.Account::person);
        boolean right = passwords.check(person.map(Person::id).orElse(""), password);
        if (!right || person.isEmpty()) {
            return wrong(account, person.map(Person::id).orElse(""), "password", origin);
        }
        return new Outcome.Right(person.get());
    }

    /** A one-time code of this person: the second half, or a proof before an act that bites. */
    Outcome code(Person person, String code, Origin origin) {
        if (attempts.tooMany(person.mail(), origin.address())) {
            return new Outcome.TooMany();
        }
        if (!codes.use(person.id(), code)) {
            return wrong(person.mail(), person.id(), "one-time code", origin);
        }
        attempts.succeeded(person.mail());
        return new Outcome.Right(person);
    }

    private Outcome wrong(String account, String person, String means, Origin origin) {
        database.write(() -> {
            attempts.failed(account, origin.address());
            trail.note(person, origin.kept(), Trail.Note.of("sign-in-failed", "", means));
        });
        return new Outcome.Wrong();
    }

    /** A passkey that was not accepted counts as an attempt of its address. */
    void failed(String means, Origin origin) {
        wrong("", "", means, origin);
    }

    boolean tooMany(Origin origin) {
        return attempts.tooMany("", origin.address());
    }

    /** Begins a sitting of somebody who has shown who it is, at that instant; answers its id. */
    String begin(Person person, String means, Origin origin, Instant proved) {
        return database.write(() -> {
            trail.note(person.id(), origin.kept(), Trail.Note.of("sign-in", "", means));
            return sittings.begin(person.id(), means, origin.kept(), origin.agent(), proved);
        });
    }

    /** Somebody who has signed in has shown a passkey or a code again. */
    void proved(SignedIn signedIn, String means) {
        database.write(() -> {
            sittings.proved(signedIn.sitting());
            trail.note(signedIn.person().id(), signedIn.address(), Trail.Note.of("prove", "", means));
        });
    }

    void end(SignedIn signedIn) {
        database.write(() -> {
            sittings.end(signedIn.person().id(), signedIn.sitting());
            trail.note(signedIn.person().id(), signedIn.address(), Trail.Note.of("sign-out", "", ""));
        });
    }
}
