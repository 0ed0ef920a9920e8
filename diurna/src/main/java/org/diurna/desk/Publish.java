package org.diurna.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.edition.Draft;
import org.diurna.edition.Edition;
import org.diurna.edition.Kind;
import org.diurna.edition.Numbers;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.house.Language;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;

/** The decision to publish a language version for the first time. It is public when its press run has turned the shelf. */
public final class Publish {
    private static final String REVIEW = "review";

    /** The field of what only two people together let through. */
    static final String SILENCE = "silence";

    private final Releases releases;
    private final Rights rights;
    private final Clock clock;
    private final Platemaker platemaker;

    /** For an organisation without pictures. */
    public Publish(Releases releases, Rights rights, Clock clock) {
        this(releases, rights, Platemaker.none(), clock);
    }

    public Publish(Releases releases, Rights rights, Platemaker platemaker, Clock clock) {
        this.platemaker = platemaker;
        this.releases = releases;
        this.rights = rights;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome permits Outcome.Published, Refusal {
        /** Frozen and on its way. */
        record Published(Edition edition) implements Outcome {}
    }

    /** The number that a release of the office gets next, as it is printed. */
    String nextNumber(Office office) {
        return nextNumber(office, clock.instant());
    }

    /** The same for one that goes then. */
    String nextNumber(Office office, Instant at) {
        int year = LocalDate.ofInstant(at, office.zone()).getYear();
        return ReleaseNumber.of("", releases.nextSerial(office.code(), "", year), year)
                .printed();
    }

    /** What becomes of a release without a number. */
    public enum Numbering {
        AS_IT_IS,
        /** It gets the next one of its office and year, with the decision. */
        NEXT
    }

    /** All that stands against it now; the button is grey for the reasons for which {@link #run} refuses. */
    public List<Objection> objections(Release release, Draft draft) {
        List<Objection> objections = new ArrayList<>(
                Readiness.of(new Checks(releases, platemaker.library(), clock), release.office(), draft));
        switch (releases.stage(release.id(), draft.language())) {
            case Stage.Drafted _ -> {}
            case Stage.Scheduled _ -> objections.add(Objection.to("stage", "scheduled"));
            case Stage.InPress _ -> objections.add(Objection.to("stage", "in-press"));
            case Stage.Public _ -> objections.add(Objection.to("stage", "already-public"));
            case Stage.Withdrawn _ -> objections.add(Objection.to("stage", "withdrawn"));
        }
        if (rights.eyes().missing(releases, release, draft)) {
            objections.add(Objection.to(REVIEW, "review-missing"));
        }
        objections.addAll(silence(releases, release, draft.language(), clock.instant()));
        return objections;
    }

    /** What keeps every release of an office back at that moment. */
    static List<Objection> silence(Releases releases, Release release, Language language, Instant at) {
        return releases.silences().against(release, language, at).stream()
                .map(silence -> new Objection(
                        SILENCE,
                        "",
                        "silence",
                        Map.of(
                                "until",
                                new Objection.Moment(silence.ends(), silence.zone()),
                                "reason",
                                silence.reason())))
                .toList();
    }

    /** Whether an approval of these very words is required and not there. */
    boolean reviewMissing(Release release, Draft draft) {
        return rights.eyes().missing(releases, release, draft);
    }

    /**
     * Publishes without the approval that is required: it stands in red on everybody's home page until somebody else has
     * approved it afterwards.
     *
     * @param reason why it cannot wait
     */
    public Outcome emergency(Doer by, ReleaseId id, Language language, int seen, String reason) {
        return run(by, id, language, seen, new Way(Numbering.AS_IT_IS, Optional.of(reason.strip())));
    }

    /** How it goes: with which number, and whether without approval. */
    private record Way(Numbering numbering, Optional<String> emergency) {}

    /**
     * Publishes.
     *
     * @param by   who decides
     * @param seen revision of the draft that was looked at
     */
    public Outcome run(Doer by, ReleaseId id, Language language, int seen) {
        return run(by, id, language, seen, Numbering.AS_IT_IS);
    }

    /** The same, with a word about its number. */
    public Outcome run(Doer by, ReleaseId id, Language language, int seen, Numbering numbering) {
        return run(by, id, language, seen, new Way(numbering, Optional.empty()));
    }

    private Outcome run(Doer by, ReleaseId id, Language language, int seen, Way way) {
        Optional<Release> release = releases.find(id);
        Optional<Draft> draft = releases.draft(id, language);
        if (release.isEmpty() || draft.isEmpty() || !rights.sees(by, release.get())) {
            return new Refusal.NotFound();
        }
        return switch (rights.ask(by, Act.PUBLISH, release.get(), language)) {
            case NO -> new Refusal.NotAllowed(Act.PUBLISH);
            case PROVE_FIRST -> new Refusal.ProveFirst();
            case YES -> allowed(by, release.get(), draft.get(), seen, way);
        };
    }

    private Outcome allowed(Doer by, Release release, Draft draft, int seen, Way asked) {
        // what has its approval, or needs none, is no emergency
        Way way = reviewMissing(release, draft) ? asked : new Way(asked.numbering(), Optional.empty());
        if (way.emergency().isPresent() && by instanceof Doer.Integration) {
            return new Refusal.NotReady(List.of(Objection.to(REVIEW, "review-program")));
        }
        List<Objection> objections = new ArrayList<>(objections(release, draft));
        way.emergency().ifPresent(reason -> {
            objections.removeIf(objection -> objection.field().equals(REVIEW));
            if (reason.isEmpty() || reason.length() > Submit.WORDS_MAX) {
                objections.add(Objection.to("reason", reason.isEmpty() ? "emergency-reason" : "review-long"));
            }
        });
        if (!objections.isEmpty()) {
            return new Refusal.NotReady(objections);
        }
        if (draft.revision() != seen) {
            return meanwhile(release, draft.language(), seen);
        }
        // before the transaction: it takes seconds
        return switch (platemaker.make(release.office(), draft)) {
            case Platemaker.Outcome.Refused(var damaged) -> new Refusal.NotReady(damaged);
            case Platemaker.Outcome.Made(var plates) -> decided(by, release, draft, way, plates);
        };
    }

    private Outcome decided(Doer by, Release release, Draft draft, Way way, List<Plate> plates) {
        Kind kind = draft.standing().first();
        int seen = draft.revision();
        return rights.together(() -> {
            number(release, way.numbering(), clock.instant());
            Optional<Edition> edition =
                    releases.publish(release.id(), draft.language(), seen, kind, "", by.id(), clock.instant(), plates);
            edition.ifPresent(made -> {
                rights.decided(by, Act.PUBLISH, release, draft.language(), made.digest());
                way.emergency().ifPresent(reason -> {
                    releases.emergencies().note(made, reason, by.id(), made.published());
                    rights.reviewed(by, "publish-emergency", release, draft.language(), made.digest(), "");
                });
            });
            return edition.<Outcome>map(Outcome.Published::new)
                    .orElseGet(() -> meanwhile(release, draft.language(), seen));
        });
    }

    /** Gives the release its number, inside the transaction of the decision. */
    void number(Release release, Numbering numbering, Instant at) {
        if (numbering == Numbering.NEXT && release.number().isEmpty()) {
            int year = LocalDate.ofInstant(at, release.office().zone()).getYear();
            releases.writing()
                    .numbers()
                    .reserve(release.id(), new Numbers.Series(release.office().code(), "", year));
        }
    }

    /** Another decision was faster: it saved the draft, or it published this very revision. */
    private Outcome meanwhile(Release release, Language language, int seen) {
        Draft now = releases.draft(release.id(), language).orElseThrow();
        return now.revision() == seen ? new Refusal.NotReady(objections(release, now)) : new Refusal.Overtaken(now);
    }
}
