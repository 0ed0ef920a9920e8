package org.diurna.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.diurna.edition.Draft;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.edition.Texts;
import org.diurna.guest.Guest;
import org.diurna.guest.Guests;
import org.diurna.house.Language;
import org.diurna.house.Letter;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;

/**
 * The decision to let somebody outside see a text before it is public: an expert one revision for some days, a journalist
 * what is signed off until it goes. And to take that back.
 */
final class Invite {
    static final int DAYS_USUAL = 14;
    static final int DAYS_MAX = 90;

    private final Releases releases;
    private final Rights rights;
    private final Guests guests;
    private final GuestLetters letters;
    private final Clock clock;

    Invite(Releases releases, Rights rights, Guests guests, GuestLetters letters, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.guests = guests;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Who is invited.
     *
     * @param mail where the link is sent; may be empty
     * @param days until an expert's link is dead
     */
    record Wish(
            Guest.Kind kind, String name, String medium, String mail, Language tongue, boolean comments, int days) {}

    /** What became of it. */
    sealed interface Outcome permits Outcome.Invited, Refusal {
        /** The link is told once. */
        record Invited(Guest guest, String link) implements Outcome {}
    }

    /** The act that it needs: who lets the press in decides about publishing. */
    static Act act(Guest.Kind kind) {
        return switch (kind) {
            case EXPERT -> Act.REVIEW;
            case JOURNALIST -> Act.PUBLISH;
        };
    }

    /**
     * Invites.
     *
     * @param seen revision of the draft that was looked at
     * @param link makes the whole address of a path
     */
    Outcome run(Doer by, Release release, Draft draft, int seen, Wish wish, UnaryOperator<String> link) {
        if (!rights.sees(by, release)) {
            return new Refusal.NotFound();
        }
        Permissions.Answer answer = rights.ask(by, act(wish.kind()), release, draft.language());
        if (answer != Permissions.Answer.YES) {
            return answer == Permissions.Answer.NO
                    ? new Refusal.NotAllowed(act(wish.kind()))
                    : new Refusal.ProveFirst();
        }
        List<Objection> objections = objections(release, draft, wish);
        if (!objections.isEmpty()) {
            return new Refusal.NotReady(objections);
        }
        if (draft.revision() != seen) {
            return new Refusal.Overtaken(draft);
        }
        return rights.together(() -> {
            releases.schedules().hold(release.id(), draft.language());
            Draft now = releases.draft(release.id(), draft.language()).orElse(draft);
            if (now.revision() != seen) {
                return new Refusal.Overtaken(now);
            }
            // a cancellation may have come between
            return waits(release, draft, wish)
                    ? invited(by, release, draft, wish, link)
                    : new Refusal.NotReady(List.of(Objection.to("stage", "guest-not-signed-off")));
        });
    }

    /** Whether the text is signed off, where that is needed. */
    private boolean waits(Release release, Draft draft, Wish wish) {
        return wish.kind() != Guest.Kind.JOURNALIST
                || releases.stage(release.id(), draft.language()) instanceof Stage.Scheduled;
    }

    private List<Objection> objections(Release release, Draft draft, Wish wish) {
        List<Objection> objections = new ArrayList<>();
        if (name(wish.name()).isEmpty()
                || wish.name().length() > Guest.NAME_MAX
                || wish.medium().length() > Guest.NAME_MAX) {
            objections.add(Objection.to("name", "guest-name"));
        }
        if (!wish.mail().isBlank() && !Letter.isAddress(wish.mail().strip())) {
            objections.add(Objection.to("mail", "guest-mail"));
        }
        if (wish.days() < 1 || wish.days() > DAYS_MAX) {
            objections.add(Objection.to("days", "guest-days"));
        }
        if (guests.count(release.id(), draft.language()) >= Guests.GUESTS_MAX) {
            objections.add(new Objection("guest", "", "guest-many", Map.of("most", Guests.GUESTS_MAX)));
        }
        if (!waits(release, draft, wish)) {
            objections.add(Objection.to("stage", "guest-not-signed-off"));
        }
        return objections;
    }

    private static String name(String typed) {
        return Texts.clean(typed).strip();
    }

    private Outcome invited(Doer by, Release release, Draft draft, Wish wish, UnaryOperator<String> link) {
        Instant now = clock.instant();
        boolean expert = wish.kind() == Guest.Kind.EXPERT;
        String digest = releases.revisions()
                .digest(draft.release(), draft.language(), draft.revision())
                .orElseThrow();
        Guests.Invited invited = guests.invite(
                new Guests.Invitation(
                        wish.kind(),
                        draft.release(),
                        draft.language(),
                        draft.revision(),
                        digest,
                        name(wish.name()),
                        name(wish.medium()),
                        wish.mail().strip(),
                        wish.tongue(),
                        expert && wish.comments(),
                        expert ? Optional.of(now.plus(Duration.ofDays(wish.days()))) : Optional.empty()),
                by.id(),
                now);
        Guest guest = invited.guest();
        String address = link.apply((expert ? "/expert/" : "/embargo/") + invited.secret());
        letters.invitation(guest, release, address);
        rights.reviewed(by, "invite-" + wish.kind().word(), release, draft.language(), digest, guest.doer());
        return new Outcome.Invited(guest, address);
    }

    /**
     * Takes an invitation back; the link is dead with it.
     *
     * @return whether the doer may
     */
    boolean revoke(Doer by, Release release, List<Guest> ended) {
        for (Guest guest : ended) {
            if (rights.ask(by, Act.REVIEW, release, guest.language()) != Permissions.Answer.YES) {
                return false;
            }
        }
        return rights.together(() -> {
            for (Guest guest : ended) {
                if (guests.end(guest, Guest.How.REVOKED, by.id(), clock.instant())) {
                    rights.reviewed(
                            by,
                            "revoke-" + guest.kind().word(),
                            release,
                            guest.language(),
                            guest.digest(),
                            guest.doer());
                }
            }
            return true;
        });
    }
}
