package org.diurna.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.diurna.edition.Plates;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;

/**
 * The decision that a picture may be shown no more: it leaves every page, feed, card and map with the next press run,
 * each text that showed it gets an edition without it, and the ledger holds the day. Nobody can undo it.
 */
public final class RecallPicture {
    private final Releases releases;
    private final Rights rights;
    private final Clock clock;

    public RecallPicture(Releases releases, Rights rights, Clock clock) {
        this.releases = releases;
        this.rights = rights;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Noted and on its way, in so many editions. */
        record Recalled(int editions) implements Outcome {}

        /** Not as long as there are these objections. */
        record NotReady(List<Objection> objections) implements Outcome {}

        /** No draft or edition shows such a picture, or none that the doer may see. */
        record NotFound() implements Outcome {}

        /** The doer's duties do not carry it in every release that shows the picture. */
        record NotAllowed(Act act) implements Outcome {}

        /** The doer may, once a passkey or a one-time code was shown again. */
        record ProveFirst() implements Outcome {}
    }

    /** The editions that show the picture and that the reader may see. */
    List<Plates.Use> uses(Doer by, String picture) {
        return releases.plates().uses(picture).stream()
                .filter(use -> releases.find(use.release())
                        .filter(release -> rights.sees(by, release))
                        .isPresent())
                .toList();
    }

    /** Whether the doer's duties carry it in every release that shows the picture; perhaps after a proof. */
    boolean may(Doer by, String picture) {
        List<Plates.Use> all = releases.plates().uses(picture);
        return !all.isEmpty()
                && all.stream()
                        .noneMatch(use -> rights.ask(
                                        by,
                                        Act.WITHDRAW,
                                        releases.find(use.release()).orElseThrow(),
                                        use.language())
                                == Permissions.Answer.NO);
    }

    /** All that stands against it now. */
    List<Objection> objections(String picture, String reason) {
        List<Objection> objections = new ArrayList<>();
        if (reason.isBlank()) {
            objections.add(Objection.to("reason", "reason-missing"));
        }
        if (releases.plates().recalled(picture).isPresent()) {
            objections.add(Objection.to("stage", "picture-recalled"));
        }
        return objections;
    }

    /**
     * Recalls.
     *
     * @param picture its id
     * @param reason for the house
     */
    public Outcome run(Doer by, String picture, String reason) {
        if (uses(by, picture).isEmpty()) {
            return new Outcome.NotFound();
        }
        List<Plates.Use> all = releases.plates().uses(picture);
        for (Plates.Use use : all) {
            Release release = releases.find(use.release()).orElseThrow();
            switch (rights.ask(by, Act.WITHDRAW, release, use.language())) {
                case NO -> {
                    return new Outcome.NotAllowed(Act.WITHDRAW);
                }
                case PROVE_FIRST -> {
                    return new Outcome.ProveFirst();
                }
                case YES -> {}
            }
        }
        return allowed(by, picture, reason, all);
    }

    private Outcome allowed(Doer by, String picture, String reason, List<Plates.Use> uses) {
        List<Objection> objections = objections(picture, reason);
        if (!objections.isEmpty()) {
            return new Outcome.NotReady(objections);
        }
        return rights.together(() -> {
            if (!releases.recall(picture, reason.strip(), by.id(), clock.instant())) {
                return new Outcome.NotReady(objections(picture, reason));
            }
            List<Plates.Use> editions =
                    uses.stream().filter(use -> use.edition().isPresent()).toList();
            editions.forEach(use -> rights.decided(
                    by, Act.WITHDRAW, releases.find(use.release()).orElseThrow(), use.language(), picture));
            return new Outcome.Recalled(editions.size());
        });
    }
}
