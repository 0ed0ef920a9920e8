package org.diurna.counter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.Office;
import org.diurna.edition.Releases;
import org.diurna.house.Database;
import org.diurna.house.Jobs;
import org.diurna.ledger.NoteKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of the counter: its public pages through {@link Window}, and the register of requests for the desk. What is
 * changed says which state of the request was seen; of two who decide at once the second is told so and nothing is changed.
 */
public final class Counter {
    /** The first line of the receipt of a licence. */
    public static final String RECEIPT = "diurna-licence/v1";

    private static final String TIDY = "counter-tidy";
    private static final Duration TIDY_EVERY = Duration.ofHours(1);
    private static final int TIDY_PAGE = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);

    private final Database database;
    private final Register register;
    private final Releases releases;
    private final Receipts receipts;
    private final Letters letters;
    private final LicencePages pages;
    private final Offers offers;
    private final Surroundings around;
    private final Clock clock;

    public Counter(Database database, Releases releases, Surroundings around, NoteKey key, Clock clock) {
        this.database = database;
        this.releases = releases;
        this.around = around;
        this.clock = clock;
        Secrets secrets = new Secrets(key.derived("counter"));
        this.register = new Register(database);
        this.receipts = new Receipts(key, around.places());
        this.offers = new Offers(releases);
        this.letters = new Letters(around, secrets);
        this.pages = new LicencePages(this, releases, around, secrets, receipts, clock);
    }

    /** The public's pages. */
    Answer answer(Asked asked) {
        return pages.answer(asked);
    }

    Register register() {
        return register;
    }

    /** Takes a request in, tells both sides, once. */
    Licence take(Asking asking, String number) {
        return database.write(() -> {
            Licence taken = register.put(asking, number, clock.instant());
            if (taken.id().equals(number)) {
                letters.toRequester(asking.material().office(), taken, "");
                letters.toOfficers(taken, taken.use().purpose());
            }
            return taken;
        });
    }

    /** The requester answers a question. */
    boolean reply(Licence seen, String words) {
        return database.write(() -> {
            boolean moved = seen.state() == Licence.State.QUESTION
                    && register.move(
                            seen.id(),
                            seen.version(),
                            Licence.State.OPEN,
                            Optional.empty(),
                            new Licence.Step(clock.instant(), "", "reply", words));
            if (moved) {
                letters.toOfficers(register.find(seen.id()).orElseThrow(), words);
            }
            return moved;
        });
    }

    /** Requests of these offices, or of all; those that wait for an officer first. */
    public List<Licence> search(Optional<Set<String>> offices, Set<Licence.State> states, int most) {
        return register.search(new Register.Search(offices, states), most);
    }

    /** How many wait for an officer. */
    public int open(Optional<Set<String>> offices) {
        return register.open(offices);
    }

    public Optional<Licence> find(String id) {
        return register.find(id);
    }

    /** All that happened to it, oldest first. */
    public List<Licence.Step> steps(String id) {
        return register.steps(id);
    }

    public Optional<Licence.Grant> granted(String id) {
        return register.granted(id);
    }

    /** Its pictures in full size. */
    public List<Licence.File> files(String id) {
        return register.files(id);
    }

    /** The places of those of its items that may be handed out now: what was taken back from the public is not. */
    public Set<Integer> offered(Licence licence) {
        return offers.of(licence);
    }

    /**
     * Asks the requester something.
     *
     * @return false when the request is another meanwhile
     */
    public boolean ask(Licence seen, String by, String words) {
        return decide(seen, by, Licence.State.QUESTION, "question", words);
    }

    /**
     * Refuses.
     *
     * @return false when the request is another meanwhile
     */
    public boolean refuse(Licence seen, String by, String reason) {
        return decide(seen, by, Licence.State.REFUSED, "refused", reason);
    }

    private boolean decide(Licence seen, String by, Licence.State to, String kind, String words) {
        return database.write(() -> {
            boolean moved = seen.state().undecided()
                    && register.move(
                            seen.id(),
                            seen.version(),
                            to,
                            Optional.empty(),
                            new Licence.Step(clock.instant(), by, kind, words));
            if (moved) {
                tell(seen.id(), words);
            }
            return moved;
        });
    }

    private void tell(String id, String words) {
        Licence now = register.find(id).orElseThrow();
        letters.toRequester(office(now), now, words);
    }

    /**
     * What is granted.
     *
     * @param last  the last day, in the zone of the office
     * @param items of those that were asked for
     * @param files of the pictures among them, kept backstage before
     */
    public record Granting(String terms, LocalDate last, List<Licence.Item> items, List<Licence.File> files) {
        public Granting {
            items = List.copyOf(items);
            files = List.copyOf(files);
        }
    }

    /**
     * Grants, and signs the receipt.
     *
     * @return false when the request is another meanwhile
     */
    public boolean grant(Licence seen, String by, Granting granting) {
        return database.write(() -> {
            Office office = office(seen);
            Instant now = clock.instant();
            Instant ends =
                    granting.last().plusDays(1).atStartOfDay(office.zone()).toInstant();
            boolean moved = seen.state().undecided()
                    && register.move(
                            seen.id(),
                            seen.version(),
                            Licence.State.GRANTED,
                            Optional.of(ends),
                            new Licence.Step(now, by, "granted", granting.terms()));
            if (moved) {
                String note = receipts.write(
                        office,
                        seen,
                        new Receipts.Granted(
                                granting.terms(), granting.last(), granting.items(), granting.files(), now));
                register.grant(seen.id(), new Licence.Grant(granting.terms(), note), granting.files());
                tell(seen.id(), granting.terms());
            }
            return moved;
        });
    }

    private Office office(Licence licence) {
        return releases.offices().find(licence.office()).orElseThrow();
    }

    /** Everything that is held about who has this address, as far as these offices. */
    public List<Licence> about(String mail, Optional<Set<String>> offices) {
        return register.of(mail, offices);
    }

    /** Forgets the person of a request; false when that was done before. */
    public boolean forget(String id, String by) {
        return database.write(() -> {
            // letters name the person too, and what was said
            around.outbox().forget(Letters.about(id));
            return register.forget(id, by, clock.instant());
        });
    }

    /** For how long a person is remembered after the last that happened, in days. */
    public int keepDays() {
        return around.keepDays();
    }

    /** Names the work that the counter does by itself, each hour; before the jobs start. */
    public void handle(Jobs jobs) {
        jobs.handle(TIDY, _ -> {
            tidy();
            next(jobs);
        });
    }

    /** Asks for that work. */
    public void next(Jobs jobs) {
        Instant next = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(TIDY_EVERY);
        jobs.ask(TIDY, next.toString(), next);
    }

    /** Ends licences whose last day is over, and forgets people whose time has come. Can be repeated. */
    public void tidy() {
        Instant now = clock.instant();
        int ended = 0;
        for (Licence licence : register.ended(now, TIDY_PAGE)) {
            ended += database.write(() -> {
                boolean moved = register.move(
                        licence.id(),
                        licence.version(),
                        Licence.State.EXPIRED,
                        Optional.empty(),
                        new Licence.Step(now, "", "expired", ""));
                if (moved) {
                    tell(licence.id(), "");
                }
                return moved ? 1 : 0;
            });
        }
        List<Licence> stale = register.stale(now.minus(Duration.ofDays(around.keepDays())), TIDY_PAGE);
        stale.forEach(licence -> forget(licence.id(), ""));
        if (ended + stale.size() > 0) {
            LOG.info("At the counter {} licences ended and {} requests lost their person.", ended, stale.size());
        }
    }
}
