package org.diurna.main;

import java.util.List;
import org.diurna.counter.Counter;
import org.diurna.counter.Surroundings;
import org.diurna.ledger.NoteKey;
import org.diurna.run.Sites;
import org.diurna.staff.Act;
import org.diurna.staff.Permissions;
import org.diurna.staff.Subject;

/** Gives the counter what it may not know by itself. */
final class CounterPlace {
    private final House house;
    private final Sites sites;

    CounterPlace(House house, Sites sites) {
        this.house = house;
        this.sites = sites;
    }

    Counter open() {
        NoteKey key = NoteKey.readOrMake(
                house.folder().keys().resolve("counter.key"), LedgerPlace.origin(house.settings(), "counter"));
        Surroundings around = new Surroundings(
                sites::press,
                (office, path) -> sites.site().address(office, path),
                () -> house.deskAddress().toString(),
                this::officers,
                house.outbox(),
                house.backstage()::read,
                house.settings().counter().keepDays());
        return new Counter(house.database(), house.releases(), around, key, house.clock());
    }

    private List<Surroundings.Officer> officers(String office) {
        return house.staff().people().able().stream()
                .filter(person -> Permissions.may(person, Act.ANSWER_REQUESTS, Subject.office(office)))
                .map(person -> new Surroundings.Officer(person.mail(), person.language()))
                .toList();
    }
}
