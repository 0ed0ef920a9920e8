package org.diurna.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.diurna.house.Database;
import org.diurna.house.Language;

/** The decisions about people: inviting, giving and taking duties, disabling, letting somebody in again. */
final class Administration {
    /** A wish for recovery that nobody agreed to in this time is void. */
    static final Duration WISH_LIFE = Duration.ofDays(2);

    private final Database database;
    private final Permissions permissions;
    private final People people;
    private final Links links;
    private final Sittings sittings;
    private final Trail trail;
    private final Clock clock;

    Administration(
            Database database,
            Permissions permissions,
            People people,
            Links links,
            Sittings sittings,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.permissions = permissions;
        this.people = people;
        this.links = links;
        this.sittings = sittings;
        this.trail = trail;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** A link was made, to be given to the person; it is shown this once. */
        record LinkMade(String token) implements Outcome {}

        /** Not as it is, for a reason that is a key of the room's words. */
        record NotReady(String objection) implements Outcome {}

        record NotAllowed() implements Outcome {}

        /** Allowed, once a passkey or a one-time code was shown again. */
        record ProveFirst() implements Outcome {}

        record NotFound() implements Outcome {}
    }

    /** A wish to let somebody in again that waits for a second person. */
    record Wish(String id, String person, String doer, Instant asked) {}

    Outcome invite(Doer.Member by, String mail, String name, Language language, List<Grant> grants) {
        if (!Person.isMail(People.fold(mail))) {
            return new Outcome.NotReady("staff.mail-wrong");
        }
        if (!Person.isName(name)) {
            return new Outcome.NotReady("staff.name-missing");
        }
        if (people.byMail(mail).isPresent()) {
            return new Outcome.NotReady("staff.mail-taken");
        }
        if (grants.isEmpty()) {
            return new Outcome.NotReady("staff.duty-missing");
        }
        return over(by, grants, () -> {
            Links.Wish wish =
                    new Links.Wish(Links.Kind.INVITATION, People.fold(mail), name.strip(), language, "", grants);
            String token = links.make(wish, Links.INVITATION_LIFE, by.id());
            trail.note(by, Trail.Note.of("invite", Secrets.digest(token).substring(0, 12), duties(grants)));
            return new Outcome.LinkMade(token);
        });
    }

    Outcome revokeInvitation(Doer.Member by, String digest) {
        Optional<Links.Waiting> link = links.invitations().stream()
                .filter(each -> each.digest().equals(digest))
                .findFirst();
        return link.isEmpty()
                ? new Outcome.NotFound()
                : over(by, link.get().wish().grants(), () -> {
                    links.revoke(digest);
                    trail.note(by, Trail.Note.of("revoke-invitation", digest.substring(0, 12), ""));
                    return new Outcome.Done();
                });
    }

    Outcome give(Doer.Member by, String person, Grant grant) {
        Optional<People.Account> account = people.account(person);
        if (account.isEmpty()) {
            return new Outcome.NotFound();
        }
        // taking a wider duty away by giving a narrower one needs to reach over both
        List<Grant> touched = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(grant),
                        account.get().person().grants().stream().filter(old -> old.duty() == grant.duty()))
                .toList();
        if (grant.duty() == Duty.ADMINISTRATOR && !grant.offices().isEmpty() && last(person)) {
            return new Outcome.NotReady("staff.last-administrator");
        }
        return over(by, touched, () -> {
            people.grant(person, grant, by.id(), clock.instant());
            trail.note(by, Trail.Note.of("give-duty", person, duties(List.of(grant))));
            return new Outcome.Done();
        });
    }

    Outcome take(Doer.Member by, String person, Duty duty) {
        List<Grant> held = people.account(person).map(found -> found.person().grants()).orElse(List.of()).stream()
                .filter(grant -> grant.duty() == duty)
                .toList();
        if (held.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (duty == Duty.ADMINISTRATOR && last(person)) {
            return new Outcome.NotReady("staff.last-administrator");
        }
        return over(by, held, () -> {
            people.revoke(person, duty);
            trail.note(by, Trail.Note.of("take-duty", person, duty.word()));
            return new Outcome.Done();
        });
    }

    /** Disables an account and ends its sittings. */
    Outcome disable(Doer.Member by, String person) {
        if (last(person)) {
            return new Outcome.NotReady("staff.last-administrator");
        }
        return about(by, person, () -> {
            people.disable(person, by.id(), clock.instant());
            sittings.endAll(person);
            trail.note(by, Trail.Note.of("disable", person, ""));
            return new Outcome.Done();
        });
    }

    Outcome enable(Doer.Member by, String person) {
        return about(by, person, () -> {
            people.enable(person);
            trail.note(by, Trail.Note.of("enable", person, ""));
            return new Outcome.Done();
        });
    }

    Outcome endSittings(Doer.Member by, String person) {
        return about(by, person, () -> {
            sittings.endAll(person);
            trail.note(by, Trail.Note.of("end-sessions", person, ""));
            return new Outcome.Done();
        });
    }

    /** The first of two people asks to let somebody in again. */
    Outcome askRecovery(Doer.Member by, String person) {
        if (by.id().equals(person)) {
            return new Outcome.NotReady("staff.recovery-own");
        }
        if (people.find(person).isEmpty()) {
            return new Outcome.NotFound();
        }
        return about(by, person, () -> {
            database.sql("insert into recovery_wish (id, person, asked, doer) values (:id, :person, :now, :by)")
                    .param("id", Secrets.id('r'))
                    .param("person", person)
                    .param("now", clock.instant().toEpochMilli())
                    .param("by", by.id())
                    .update();
            trail.note(by, Trail.Note.of("ask-recovery", person, ""));
            return new Outcome.Done();
        });
    }

    /** The second of two people agrees, whatever their duties: they say that they know who is asking. */
    Outcome agreeRecovery(Doer.Member by, String wish) {
        Optional<Wish> found =
                wishes().stream().filter(each -> each.id().equals(wish)).findFirst();
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        String person = found.get().person();
        if (by.id().equals(person) || by.id().equals(found.get().doer())) {
            return new Outcome.NotReady("staff.recovery-other");
        }
        if (!permissions.fresh(by)) {
            return new Outcome.ProveFirst();
        }
        return database.write(() -> {
            int agreed = database.sql("insert into recovery_agreed (wish, at, doer) values (:wish, :now, :by)"
                            + " on conflict (wish) do nothing")
                    .param("wish", wish)
                    .param("now", clock.instant().toEpochMilli())
                    .param("by", by.id())
                    .update();
            Optional<Person> back = people.find(person);
            if (agreed == 0 || back.isEmpty()) {
                return new Outcome.NotFound();
            }
            trail.note(by, Trail.Note.of("agree-recovery", person, ""));
            return new Outcome.LinkMade(links.make(
                    new Links.Wish(
                            Links.Kind.RECOVERY,
                            back.get().mail(),
                            back.get().name(),
                            back.get().language(),
                            person,
                            List.of()),
                    Links.RECOVERY_LIFE,
                    by.id()));
        });
    }

    List<Wish> wishes() {
        return database.read(() -> database.sql("""
                        select w.* from recovery_wish w where w.asked > :oldest
                          and not exists (select 1 from recovery_agreed a where a.wish = w.id) order by w.asked""")
                .param("oldest", clock.instant().minus(WISH_LIFE).toEpochMilli())
                .query((row, _) -> new Wish(
                        row.getString("id"),
                        row.getString("person"),
                        row.getString("doer"),
                        Instant.ofEpochMilli(row.getLong("asked"))))
                .list());
    }

    private boolean last(String person) {
        boolean administrates = people.find(person)
                .map(found -> Permissions.mayGrant(found, Grant.everywhere(Duty.ADMINISTRATOR)))
                .orElse(false);
        return administrates && people.administratorsBut(person) == 0;
    }

    /** For what concerns the account as a whole: whoever does it must reach over all that it may do. */
    private Outcome about(Doer.Member by, String person, Supplier<Outcome> deed) {
        Optional<People.Account> account = people.account(person);
        return account.isEmpty()
                ? new Outcome.NotFound()
                : over(by, account.get().person().grants(), deed);
    }

    private Outcome over(Doer.Member by, List<Grant> grants, Supplier<Outcome> deed) {
        boolean reaches = by.person().has(Duty.ADMINISTRATOR)
                && grants.stream().allMatch(grant -> Permissions.mayGrant(by.person(), grant));
        if (!reaches) {
            return new Outcome.NotAllowed();
        }
        return permissions.fresh(by) ? database.write(deed) : new Outcome.ProveFirst();
    }

    static String duties(List<Grant> grants) {
        return People.text(grants).replace('\t', ' ').replace('\n', ';').strip();
    }
}
