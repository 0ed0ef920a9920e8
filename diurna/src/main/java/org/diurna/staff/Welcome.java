package org.diurna.staff;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;

/** The decision of somebody to use a one-time link: to become the first administrator, to join, or to come back. */
final class Welcome {
    private final Database database;
    private final People people;
    private final Links links;
    private final Means means;
    private final Sittings sittings;
    private final Trail trail;
    private final Clock clock;

    Welcome(Database database, People people, Links links, Means means, Sittings sittings, Trail trail, Clock clock) {
        this.database = database;
        this.people = people;
        this.links = links;
        this.means = means;
        this.sittings = sittings;
        this.trail = trail;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {
        /** The person exists now and sets up a way of signing in. */
        record Welcomed(Person person) implements Outcome {}

        /** Not with these, as keys of the room's words. */
        record NotReady(List<String> objections) implements Outcome {}

        /** The link was used, has expired or never was. */
        record Dead() implements Outcome {}
    }

    /** What the link is for, if it is alive. */
    Optional<Links.Waiting> look(String token) {
        return links.find(token);
    }

    /**
     * Uses the link.
     *
     * @param mail of the first administrator; invitations and recoveries know it already
     */
    Outcome run(String token, String name, String mail, Language language, Origin origin) {
        return database.write(() -> {
            Optional<Links.Waiting> found = links.find(token);
            if (found.isEmpty()) {
                return new Outcome.Dead();
            }
            Links.Wish wish = found.get().wish();
            String address = People.fold(wish.kind() == Links.Kind.FIRST ? mail : wish.mail());
            List<String> objections = wish.kind() == Links.Kind.RECOVERY ? List.of() : objections(name, address);
            if (!objections.isEmpty()) {
                return new Outcome.NotReady(objections);
            }
            if (!links.use(found.get())) {
                return new Outcome.Dead();
            }
            Person person = switch (wish.kind()) {
                case FIRST -> join(name, address, language, everything(), "console");
                case INVITATION -> join(name, address, language, wish.grants(), "invitation");
                case RECOVERY -> comeBack(wish.person());
            };
            trail.note(
                    person.id(),
                    origin.kept(),
                    Trail.Note.of("welcome", person.id(), wish.kind().word()));
            return new Outcome.Welcomed(person);
        });
    }

    private List<String> objections(String name, String mail) {
        List<String> objections = new ArrayList<>();
        if (!Person.isName(name)) {
            objections.add("staff.name-missing");
        }
        if (!Person.isMail(mail)) {
            objections.add("staff.mail-wrong");
        } else if (people.byMail(mail).isPresent()) {
            objections.add("staff.mail-taken");
        }
        return objections;
    }

    private Person join(String name, String mail, Language language, List<Grant> grants, String by) {
        Person person = new Person(Secrets.id('p'), mail, name.strip(), language, grants);
        people.add(person, by, clock.instant());
        return person;
    }

    private Person comeBack(String id) {
        means.removeAll(id);
        sittings.endAll(id);
        return people.find(id).orElseThrow(() -> new IllegalStateException("Nobody recovers a disabled account."));
    }

    /** The first administrator has every duty, and gives away what others should do. */
    static List<Grant> everything() {
        return Arrays.stream(Duty.values()).map(Grant::everywhere).toList();
    }
}
