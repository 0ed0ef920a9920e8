package org.diurna.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The one place that answers whether somebody may do something to something. What nothing allows is refused. */
public final class Permissions {
    /** How long a passkey or one-time code that was shown counts for the acts that bite. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    private final Clock clock;

    public Permissions(Clock clock) {
        this.clock = clock;
    }

    /** The answer. */
    public enum Answer {
        YES,
        /** No, whatever the person proves. */
        NO,
        /** Yes, once the person has shown a passkey or a one-time code again. */
        PROVE_FIRST
    }

    /** Whether this doer may do this to this now. */
    public Answer ask(Doer doer, Act act, Subject subject) {
        return switch (doer) {
            case Doer.Operator _ -> Answer.YES;
            // a token is proof enough: no program can show a passkey
            case Doer.Integration integration -> may(integration, act, subject) ? Answer.YES : Answer.NO;
            case Doer.Member member -> {
                if (!may(member.person(), act, subject)) {
                    yield Answer.NO;
                }
                yield act.needsFreshProof() && !fresh(member) ? Answer.PROVE_FIRST : Answer.YES;
            }
        };
    }

    /** Whether the duties of this person carry it, however long ago the person proved to be who it is. */
    public static boolean may(Person person, Act act, Subject subject) {
        boolean named = subject.named().isEmpty() || subject.named().contains(person.id());
        return named && holds(person.grants(), act, subject);
    }

    private static boolean holds(List<Grant> grants, Act act, Subject subject) {
        return grants.stream().anyMatch(grant -> grant.holdsFor(act, subject));
    }

    /** The same for every kind of doer. */
    public static boolean may(Doer doer, Act act, Subject subject) {
        return switch (doer) {
            case Doer.Operator _ -> true;
            case Doer.Member member -> may(member.person(), act, subject);
            // what is for named people only is for no program
            case Doer.Integration integration -> subject.named().isEmpty() && holds(integration.grants(), act, subject);
        };
    }

    /** Whether this person does such acts in any office at all: for what is shown in menus. */
    public static boolean mayAnywhere(Person person, Act act) {
        return anywhere(person.grants(), act);
    }

    /** The same for every kind of doer. */
    public static boolean mayAnywhere(Doer doer, Act act) {
        return switch (doer) {
            case Doer.Operator _ -> true;
            case Doer.Member member -> anywhere(member.person().grants(), act);
            case Doer.Integration integration -> anywhere(integration.grants(), act);
        };
    }

    private static boolean anywhere(List<Grant> grants, Act act) {
        return grants.stream().anyMatch(grant -> act.duties().contains(grant.duty()));
    }

    /** Codes of the offices where such acts are possible at all, for lists; empty means everywhere. */
    public static Optional<Set<String>> offices(Doer doer, Act act) {
        return switch (doer) {
            case Doer.Operator _ -> Optional.empty();
            case Doer.Member member -> offices(member.person().grants(), act);
            case Doer.Integration integration -> offices(integration.grants(), act);
        };
    }

    private static Optional<Set<String>> offices(List<Grant> all, Act act) {
        List<Grant> grants = all.stream()
                .filter(grant -> act.duties().contains(grant.duty()))
                .toList();
        return grants.stream().anyMatch(grant -> grant.offices().isEmpty())
                ? Optional.empty()
                : Optional.of(grants.stream()
                        .flatMap(grant -> grant.offices().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether this person may give or take this: only an administrator of all that it reaches. */
    public static boolean mayGrant(Person person, Grant grant) {
        return person.grants().stream().anyMatch(own -> own.duty() == Duty.ADMINISTRATOR && own.reachesOver(grant));
    }

    /** Whether a passkey or one-time code was shown lately enough. */
    public boolean fresh(Doer.Member member) {
        return member.proved().plus(FRESH).isAfter(clock.instant());
    }
}
