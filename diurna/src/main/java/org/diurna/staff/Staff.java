package org.diurna.staff;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diurna.house.Database;
import org.diurna.house.Language;
import org.diurna.house.Settings;

/** The door of the room: people, what they may do, and the trail of what was done. */
public final class Staff {
    /** Who sits at the desk of a demo. */
    private static final String DEMO = "demo";

    final Database database;
    final Clock clock;
    final Settings.SignIn settings;
    final Use use;
    final Seal seal;
    final Sittings sittings;
    final Means means;
    final Codes codes;
    final Passwords passwords;
    final Links links;
    final SignIns signIns;
    final Welcome welcome;
    final Administration administration;
    final Identities identities;
    private final Integrations integrations;
    private final People people;
    private final Permissions permissions;
    private final Restrictions restrictions;
    private final Trail trail;
    private final String demoToken = Secrets.token();

    /**
     * What the installation is for. In a demo a link signs in at once and as often as it is opened, and nobody is asked
     * to prove anything again: a newcomer looks around without setting up an account.
     */
    public enum Use {
        EARNEST,
        DEMO
    }

    public Staff(Database database, Clock clock, Settings.SignIn settings, Use use, Seal seal) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.use = use;
        this.seal = seal;
        people = new People(database);
        permissions = new Permissions(clock);
        restrictions = new Restrictions(database);
        trail = new Trail(database, clock);
        sittings = new Sittings(database, clock);
        means = new Means(database);
        codes = new Codes(database, clock, seal);
        passwords = new Passwords(database, clock);
        links = new Links(database, clock);
        signIns = new SignIns(database, people, passwords, codes, new Attempts(database, clock), sittings, trail);
        welcome = new Welcome(database, people, links, means, sittings, trail, clock);
        administration = new Administration(database, permissions, people, links, sittings, trail, clock);
        integrations = new Integrations(database, permissions, trail, clock);
        identities = new Identities(database, people, trail, clock, duties(settings));
    }

    private static Map<String, List<Grant>> duties(Settings.SignIn settings) {
        Map<String, List<Grant>> duties = new HashMap<>();
        settings.provider()
                .ifPresent(provider -> provider.duties().forEach((group, text) -> {
                    try {
                        duties.put(group, Identities.read(text));
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException(
                                "The setting \"sign-in.duties\" gives the group \"" + group + "\" \"" + text
                                        + "\", which is no duty: " + e.getMessage(),
                                e);
                    }
                }));
        return duties;
    }

    public People people() {
        return people;
    }

    public Permissions permissions() {
        return permissions;
    }

    public Restrictions restrictions() {
        return restrictions;
    }

    public Trail trail() {
        return trail;
    }

    /** Programs of others that speak to the desk. */
    public Integrations integrations() {
        return integrations;
    }

    /**
     * Path of the link that a start prints at its console: in a demo it signs in; else it makes the first administrator,
     * and there is none as soon as an administrator can sign in.
     */
    public Optional<String> consoleLink() {
        if (use == Use.DEMO) {
            return Optional.of("/sign-in/demo/" + demoToken);
        }
        boolean administrated = people.all().stream()
                .anyMatch(account -> !account.disabled()
                        && account.person().has(Duty.ADMINISTRATOR)
                        && means.of(account.person().id()).enough());
        if (administrated) {
            return Optional.empty();
        }
        Links.Wish first = new Links.Wish(Links.Kind.FIRST, "", "", Language.of("en"), "", List.of());
        return Optional.of("/welcome/" + links.make(first, Links.FIRST_LIFE, "console"));
    }

    /** The demo's administrator, if this is a demo and the token is the one of its link. */
    Optional<Person> demo(String token) {
        if (use != Use.DEMO || !Secrets.digest(token).equals(Secrets.digest(demoToken))) {
            return Optional.empty();
        }
        if (people.account(DEMO).isEmpty()) {
            people.add(
                    new Person(DEMO, "demo@lomara.example", "Demo", Language.of("en"), Welcome.everything()),
                    "console",
                    clock.instant());
        }
        return people.find(DEMO);
    }

    /** What the request of a browser with this sitting may do; empty when the sitting has ended. */
    Optional<SignedIn> signedIn(String sitting) {
        return sittings.find(sitting)
                .flatMap(found -> people.find(found.person()).map(person -> {
                    sittings.seen(found);
                    boolean ready = use == Use.DEMO || means.of(person.id()).enough();
                    return new SignedIn(
                            person,
                            sitting,
                            use == Use.DEMO ? clock.instant() : found.proved(),
                            found.address(),
                            ready ? SignedIn.Readiness.READY : SignedIn.Readiness.SET_UP);
                }));
    }

    /** An address of a request as the trail keeps it. */
    public String kept(String address) {
        return origin(address, "").kept();
    }

    /** Where browsers find the desk, when the settings say it. */
    public Optional<String> address() {
        return settings.address().map(Object::toString);
    }

    Origin origin(String address, String agent) {
        return Origin.of(
                address, agent, Origin.Keeping.valueOf(settings.addresses().toUpperCase(Locale.ROOT)));
    }
}
