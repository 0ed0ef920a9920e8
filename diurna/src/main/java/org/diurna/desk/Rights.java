package org.diurna.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diurna.edition.DraftLine;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Schedule;
import org.diurna.edition.Standing;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;
import org.diurna.staff.Person;
import org.diurna.staff.Restrictions;
import org.diurna.staff.Staff;
import org.diurna.staff.Subject;
import org.diurna.staff.Trail;

/** What people may do to releases: puts the staff's one question about a release, and notes what was done. */
public final class Rights {
    private final Eyes eyes;
    private final Permissions permissions;
    private final Restrictions restrictions;
    private final Trail trail;

    public Rights(Staff staff) {
        this(staff, Eyes.NONE);
    }

    /** The same where a second pair of eyes is required in some offices. */
    public Rights(Staff staff, Eyes eyes) {
        this.eyes = eyes;
        this.permissions = staff.permissions();
        this.restrictions = staff.restrictions();
        this.trail = staff.trail();
    }

    /** Whether this doer may do this to that language version now. */
    Permissions.Answer ask(Doer by, Act act, Release release, Language language) {
        return permissions.ask(by, act, subject(release, language.tag(), named(release)));
    }

    /** Whether this doer may do this to an office now. */
    Permissions.Answer ask(Doer by, Act act, String office) {
        return permissions.ask(by, act, new Subject(office, "", "", Set.of()));
    }

    /** Whether the duties of this doer carry it to change that office, or to open it. */
    static boolean arranges(Doer by, String office) {
        return Permissions.may(by, Act.ARRANGE, new Subject(office, "", "", Set.of()));
    }

    /** Whether this doer may write in that draft: an original is written, another version is translated. */
    boolean writes(Doer by, Release release, Language language, Standing standing) {
        return ask(by, writing(standing), release, language) == Permissions.Answer.YES;
    }

    /** Whether this doer may begin a release of that office and type in that language. */
    boolean begins(Doer by, String office, String type, Language language) {
        Subject subject = new Subject(office, type, language.tag(), Set.of());
        return permissions.ask(by, Act.WRITE, subject) == Permissions.Answer.YES;
    }

    /** Whether this doer may write in the directory of speakers, which is the same for all offices. */
    static boolean keepsSpeakers(Doer by) {
        return Permissions.mayAnywhere(by, Act.KEEP_SPEAKERS);
    }

    /** Whether this doer may write the texts that releases of an office end with in that language. */
    static boolean keepsTexts(Doer by, String office, Language language) {
        return Permissions.may(by, Act.KEEP_TEXTS, new Subject(office, "", language.tag(), Set.of()));
    }

    /** Whether this doer may look at the pictures of an office. */
    static boolean looks(Doer by, String office) {
        return Permissions.may(by, Act.SEE, new Subject(office, "", "", Set.of())) || illustrates(by, office);
    }

    /** Whether this doer may take pictures in for an office, and describe them. */
    static boolean illustrates(Doer by, String office) {
        return Permissions.may(by, Act.ILLUSTRATE, new Subject(office, "", "", Set.of()));
    }

    private static Act writing(Standing standing) {
        return switch (standing) {
            case ORIGINAL, EQUALLY_AUTHENTIC -> Act.WRITE;
            case OFFICIAL, COURTESY, MACHINE -> Act.TRANSLATE;
        };
    }

    /** Whether this doer may know that the release exists. */
    boolean sees(Doer by, Release release) {
        return sees(by, release, named(release));
    }

    /** The same of a release that lies there. */
    boolean sees(Doer by, ReleaseId id, Releases.Place place) {
        return Permissions.may(by, Act.SEE, new Subject(place.office(), place.type(), "", restrictions.of(id.value())));
    }

    /** Those of these people who may know that the release exists. */
    List<Person> seers(List<Person> people, Release release) {
        Subject subject = subject(release, "", named(release));
        return people.stream()
                .filter(person -> Permissions.may(person, Act.SEE, subject))
                .toList();
    }

    /** Ids of those releases of an office that the reader may see, with one question for all of them. */
    Set<String> seen(Doer by, String office, Map<String, String> types) {
        Map<String, Set<String>> named = restrictions.of(types.keySet());
        return types.keySet().stream()
                .filter(id -> Permissions.may(
                        by,
                        Act.SEE,
                        new Subject(office, types.getOrDefault(id, ""), "", named.getOrDefault(id, Set.of()))))
                .collect(Collectors.toSet());
    }

    /** The same where the people who alone may see it are known already. */
    boolean sees(Doer by, Release release, Set<String> named) {
        return Permissions.may(by, Act.SEE, subject(release, "", named));
    }

    /** The lines that the reader may see, with one question for all of them. */
    Stream<DraftLine> visible(Doer by, List<DraftLine> lines) {
        Map<String, Set<String>> named = restrictions.of(
                lines.stream().map(line -> line.release().value()).collect(Collectors.toSet()));
        return lines.stream()
                .filter(line -> Permissions.may(
                        by,
                        Act.SEE,
                        new Subject(
                                line.office(),
                                line.type(),
                                line.language().tag(),
                                named.getOrDefault(line.release().value(), Set.of()))));
    }

    /** Whether no type and no restriction hides anything from the reader in the offices where it sees something. */
    boolean seesEveryType(Doer by) {
        return switch (by) {
            case Doer.Operator _ -> true;
            case Doer.Member member ->
                Permissions.may(by, Act.SEE, new Subject("", "", "", Set.of())) && !restrictions.hidesFrom(member.id());
            case Doer.Integration integration ->
                Permissions.may(by, Act.SEE, new Subject("", "", "", Set.of()))
                        && !restrictions.hidesFrom(integration.id());
        };
    }

    private static Subject subject(Release release, String language, Set<String> named) {
        return new Subject(release.office().code(), release.type(), language, named);
    }

    /** Ids of the people who alone may see it; none when it is not restricted. */
    Set<String> named(Release release) {
        return restrictions.of(release.id().value());
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

    /** Where a second pair of eyes is required. */
    Eyes eyes() {
        return eyes;
    }

    /** Notes a step of a review, in the transaction that is under way. */
    void reviewed(Doer by, String act, Release release, Language language, String digest, String detail) {
        note(by, act, release, language.tag(), digest, detail);
    }

    /** Notes a decision about what is scheduled, in the transaction that is under way. */
    void scheduled(Doer by, String act, Release release, Schedule.Version version, String detail) {
        note(by, act, release, version.language().tag(), version.digest(), detail);
    }

    /** Notes what was done to a draft short of a decision: saved, thrown away, brought back. */
    void done(Doer by, String act, Release release, Language language, String detail) {
        note(by, act, release, language.tag(), "", detail);
    }

    /** Notes a change of what all releases share, in the transaction that is under way. */
    void kept(Doer by, String act, String subject, String office, String language, String detail) {
        trail.note(by, new Trail.Note(act, subject, office, language, "", detail));
    }

    /** Notes what a guest did, in the transaction that is under way. */
    void guest(String guest, String from, String act, Release release, Language language, String digest) {
        trail.noteGuest(
                guest,
                from,
                new Trail.Note(act, release.id().value(), release.office().code(), language.tag(), digest, ""));
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
