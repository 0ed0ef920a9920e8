package org.diurna.desk;

import org.diurna.staff.Act;
import org.diurna.staff.ProofPages;

/** What every page passes before it shows or does something: who may see, who may do, and who must prove first. */
record Gates(Entrance entrance, Rights rights, ProofPages proof) {
    /**
     * The door of pages about a language version.
     *
     * @param act    that the reader's duties must carry; a fresh proof is asked for by the decision
     * @param opened what is noted when the release is restricted
     */
    record Door(Act act, String opened) {}
}
