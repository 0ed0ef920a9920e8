package org.diurna.desk;

import java.util.List;
import org.diurna.edition.Draft;
import org.diurna.staff.Act;

/** The ways in which a decision about a release is not taken, the same for all of them. */
public sealed interface Refusal
        extends Publish.Outcome,
                Correct.Outcome,
                Withdraw.Outcome,
                SignOff.Outcome,
                Move.Outcome,
                Cancel.Outcome,
                Together.Outcome,
                Bundle.Outcome,
                Invite.Outcome,
                Planning.Outcome,
                Reviewed {
    /** Not as long as there are these objections. */
    record NotReady(List<Objection> objections) implements Refusal {
        public NotReady {
            objections = List.copyOf(objections);
        }
    }

    /** Somebody changed the draft after it was seen. */
    record Overtaken(Draft now) implements Refusal {}

    /** There is no such release in that language, or none that the doer may see. */
    record NotFound() implements Refusal {}

    /** The doer's duties do not carry it. */
    record NotAllowed(Act act) implements Refusal {}

    /** The doer may, once a passkey or a one-time code was shown again. */
    record ProveFirst() implements Refusal {}
}
