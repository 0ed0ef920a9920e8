package org.diurna.desk;

import java.time.Instant;
import java.util.Set;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;
import org.diurna.staff.Restrictions;
import org.diurna.staff.Staff;
import org.diurna.staff.Subject;
import org.diurna.staff.Trail;

/** What people may do to releases: puts the staff's one question about a release, and notes what was done. */
public final class Rights {
    private final Permissions permissions;
    private final Restrictions restrictions;
    private final Trail trail;

    public Rights(Staff staff) {
        this.permissions = staff.permissions();
        this.restrictions = staff.restrictions();
        this.trail = staff.trail();
    }

    /** Whether this doer may do this to that language version now. */
    Permissions.Answer ask(Doer by, Act act, Release release, Language language) {
        return permissions.ask(by, act, subject(release, language.tag(), named(release)));
    }

    /** Whether this doer may know that the release exists. */
    boolean sees(Doer by, Release release) {
        return sees(by, release, named(release));
    }

    /** The same where the people who alone may see it are known already. */
    boolean sees(Doer by, Release release, Set<String> named) {
        return Permissions.may(by, Act.SEE, subject(release, "", named));
    }

    private static Subject subject(Release release, String language, Set<String> named) {
        return new Subject(release.office().code(), release.type(), language, named);
    }

    /** Ids of the people who alone may see it; none when it is not restricted. */
    Set<String> named(Release release) {
        return restrictions.of(release.id().value());
    }

    Restrictions restrictions() {
        return restrictions;
    }

    /** Restricts the release to these people; to nobody lifts the restriction. Noted in the same transaction. */
    void restrict(Doer by, Release release, Set<String> people, Instant at) {
        trail.together(() -> {
            restrictions.put(release.id().value(), people, by.id(), at);
            note(
                    by,
                    Act.RESTRICT.word(),
                    release,
                    "",
                    "",
                    String.join(" ", people.stream().sorted().toList()));
            return people;
        });
    }

    /** Notes that somebody opened what is restricted; nothing where it is not. */
    void opened(Doer by, Release release, Language language, String what) {
        if (!named(release).isEmpty()) {
            note(by, "see-restricted", release, language.tag(), "", what);
        }
    }

    /** Notes a decision, in the transaction that is under way. */
    void decided(Doer by, Act act, Release release, Language language, String digest) {
        note(by, act.word(), release, language.tag(), digest, "");
    }

    private void note(Doer by, String act, Release release, String language, String digest, String detail) {
        ReleaseId id = release.id();
        trail.note(by, new Trail.Note(act, id.value(), release.office().code(), language, digest, detail));
    }

    /** Runs a decision and its note in one transaction. */
    <T> T together(java.util.function.Supplier<T> decision) {
        return trail.together(decision);
    }
}
