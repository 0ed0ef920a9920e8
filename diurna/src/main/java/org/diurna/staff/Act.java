package org.diurna.staff;

import static org.diurna.staff.Duty.ADMINISTRATOR;
import static org.diurna.staff.Duty.AUDITOR;
import static org.diurna.staff.Duty.PICTURE_EDITOR;
import static org.diurna.staff.Duty.PUBLISHER;
import static org.diurna.staff.Duty.REVIEWER;
import static org.diurna.staff.Duty.TRANSLATOR;
import static org.diurna.staff.Duty.WRITER;

import java.util.Locale;
import java.util.Set;

/** Something that a person does to something, the duties that carry it, and how sure the desk must be who it is. */
public enum Act {
    /** Looks at it, in whatever language it is: who translates must be able to read. */
    SEE(Reach.OFFICE_AND_TYPE, Proof.SIGNED_IN, WRITER, TRANSLATOR, REVIEWER, PUBLISHER, PICTURE_EDITOR),
    /** Begins a release, or changes the draft of an original. */
    WRITE(Reach.ALL, Proof.SIGNED_IN, WRITER),
    /** Begins or changes the draft of a translation. */
    TRANSLATE(Reach.ALL, Proof.SIGNED_IN, WRITER, TRANSLATOR),
    /** Approves a draft, or returns it. */
    REVIEW(Reach.ALL, Proof.SIGNED_IN, REVIEWER, PUBLISHER),
    PUBLISH(Reach.ALL, Proof.FRESH, PUBLISHER),
    CORRECT(Reach.ALL, Proof.FRESH, PUBLISHER),
    WITHDRAW(Reach.ALL, Proof.FRESH, PUBLISHER),
    RESTORE(Reach.ALL, Proof.FRESH, PUBLISHER),
    ERASE(Reach.ALL, Proof.FRESH, PUBLISHER),
    /** Names the people who alone may see it. */
    RESTRICT(Reach.OFFICE_AND_TYPE, Proof.SIGNED_IN, WRITER, PUBLISHER),
    /** Adds pictures and writes what is known of them. */
    ILLUSTRATE(Reach.OFFICE_AND_TYPE, Proof.SIGNED_IN, PICTURE_EDITOR, WRITER),
    /** Writes who is quoted, with names and offices: one directory for all. */
    KEEP_SPEAKERS(Reach.OFFICE, Proof.SIGNED_IN, WRITER, TRANSLATOR, PUBLISHER),
    /** Writes the texts that releases of an office end with. */
    KEEP_TEXTS(Reach.ALL, Proof.SIGNED_IN, WRITER, PUBLISHER),
    /** Answers those who ask to use what releases show. */
    ANSWER_REQUESTS(Reach.OFFICE, Proof.SIGNED_IN, PUBLISHER, PICTURE_EDITOR),
    /** Gives people what the counter holds about them, and forgets them. */
    FORGET_PEOPLE(Reach.OFFICE, Proof.FRESH, ADMINISTRATOR),
    /** Changes an office: its names, hosts, texts. */
    ARRANGE(Reach.OFFICE, Proof.FRESH, ADMINISTRATOR),
    /** Looks at who is on the staff. */
    SEE_STAFF(Reach.OFFICE, Proof.SIGNED_IN, ADMINISTRATOR),
    /** Invites people, gives and takes duties, disables accounts. */
    CHANGE_STAFF(Reach.OFFICE, Proof.FRESH, ADMINISTRATOR),
    /** Reads the trail. */
    AUDIT(Reach.OFFICE, Proof.SIGNED_IN, AUDITOR);

    private final Reach reach;
    private final Proof proof;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, which nobody changes
    private final Set<Duty> duties;

    Act(Reach reach, Proof proof, Duty... duties) {
        this.reach = reach;
        this.proof = proof;
        this.duties = Set.of(duties);
    }

    /** Which of the limits of a duty count for it. */
    enum Reach {
        OFFICE,
        OFFICE_AND_TYPE,
        ALL
    }

    /** How lately the person must have shown a passkey or a one-time code. */
    enum Proof {
        SIGNED_IN,
        FRESH
    }

    Reach reach() {
        return reach;
    }

    Set<Duty> duties() {
        return duties;
    }

    /** Whether a passkey or one-time code of the last minutes is asked for. */
    public boolean needsFreshProof() {
        return proof == Proof.FRESH;
    }

    /** As in the trail: {@code change-staff}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
