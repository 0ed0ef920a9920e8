package org.diurna.staff;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.house.Database;
import org.diurna.house.Language;

/** People whom the organisation's own provider of identities vouches for, and the duties that its groups mean. */
final class Identities {
    private static final String BY = "provider";

    private final Database database;
    private final People people;
    private final Trail trail;
    private final Clock clock;
    private final Map<String, List<Grant>> duties;

    Identities(Database database, People people, Trail trail, Clock clock, Map<String, List<Grant>> duties) {
        this.database = database;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
        this.duties = Map.copyOf(duties);
    }

    /**
     * What the provider says about somebody.
     *
     * @param subject the provider's own name for the person, which never changes
     * @param mail    an address that the provider has verified; empty where it has not
     */
    record Claim(String issuer, String subject, String mail, String name, Set<String> groups) {}

    /**
     * The person, who is added when the groups give a duty, and has the duties that the groups give from now on.
     *
     * @return empty for somebody who is not on the staff, or is disabled
     */
    Optional<Person> admit(Claim claim, Origin origin) {
        List<Grant> grants = grants(claim.groups());
        return database.write(() -> {
            Optional<People.Account> known = known(claim);
            if (known.isEmpty() && (grants.isEmpty() || !Person.isMail(claim.mail()) || !Person.isName(claim.name()))) {
                return Optional.empty();
            }
            String id = known.map(account -> account.person().id()).orElseGet(() -> add(claim));
            database.sql("insert into identity (issuer, subject, person) values (:issuer, :subject, :person)"
                            + " on conflict (issuer, subject) do nothing")
                    .param("issuer", claim.issuer())
                    .param("subject", claim.subject())
                    .param("person", id)
                    .update();
            if (!duties.isEmpty()) {
                align(id, grants, origin);
            }
            return people.find(id);
        });
    }

    private Optional<People.Account> known(Claim claim) {
        Optional<People.Account> bound = database.sql(
                        "select person from identity where issuer = :issuer and subject = :subject")
                .param("issuer", claim.issuer())
                .param("subject", claim.subject())
                .query(String.class)
                .optional()
                .flatMap(people::account);
        return bound.isPresent() || !Person.isMail(claim.mail()) ? bound : people.byMail(claim.mail());
    }

    private String add(Claim claim) {
        Person person = new Person(
                Secrets.id('p'), People.fold(claim.mail()), claim.name().strip(), Language.of("en"), List.of());
        people.add(person, BY, clock.instant());
        return person.id();
    }

    /** The groups are the truth: what they no longer give is taken. */
    private void align(String id, List<Grant> grants, Origin origin) {
        List<Grant> held = people.account(id).orElseThrow().person().grants();
        held.stream()
                .filter(old -> grants.stream().noneMatch(grant -> grant.duty() == old.duty()))
                .forEach(old -> {
                    people.revoke(id, old.duty());
                    trail.note(
                            BY,
                            origin.kept(),
                            Trail.Note.of("take-duty", id, old.duty().word()));
                });
        grants.stream().filter(grant -> !held.contains(grant)).forEach(grant -> {
            people.grant(id, grant, BY, clock.instant());
            trail.note(
                    BY,
                    origin.kept(),
                    Trail.Note.of("give-duty", id, grant.duty().word()));
        });
    }

    private List<Grant> grants(Set<String> groups) {
        List<Grant> grants = new ArrayList<>();
        groups.stream()
                .sorted()
                .forEach(group -> duties.getOrDefault(group, List.of()).stream()
                        .filter(grant -> grants.stream().noneMatch(other -> other.duty() == grant.duty()))
                        .forEach(grants::add));
        return grants;
    }

    /**
     * Duties as the settings write them: {@code publisher offices=belgrade,cairo languages=en; writer}.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static List<Grant> read(String text) {
        List<Grant> grants = new ArrayList<>();
        for (String one : text.split(";", -1)) {
            String[] words = one.strip().split("\\s+", -1);
            Map<String, Set<String>> limits = new java.util.HashMap<>();
            for (int at = 1; at < words.length; at++) {
                int equals = words[at].indexOf('=');
                String kind = equals < 0 ? words[at] : words[at].substring(0, equals);
                if (equals < 0 || !Set.of("offices", "types", "languages").contains(kind)) {
                    throw new IllegalArgumentException(
                            "\"" + words[at] + "\" is no limit; write offices=…, types=… or languages=….");
                }
                limits.put(kind, People.set(words[at].substring(equals + 1)));
            }
            grants.add(new Grant(
                    Duty.of(words[0]),
                    limits.getOrDefault("offices", Set.of()),
                    limits.getOrDefault("types", Set.of()),
                    limits.getOrDefault("languages", Set.of())));
        }
        return grants;
    }
}
