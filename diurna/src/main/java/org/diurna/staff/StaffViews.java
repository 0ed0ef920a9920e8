package org.diurna.staff;

import java.util.List;

/** What the room's pages show, in words for the reader. */
public final class StaffViews {
    private StaffViews() {}

    /** A choice in a form. */
    public record Choice(String value, String label, boolean chosen) {}

    /** Somebody's own account. */
    public record Account(
            String name,
            String mail,
            List<Choice> languages,
            boolean settingUp,
            boolean password,
            boolean codes,
            int paper,
            List<Passkey> passkeys,
            List<Sitting> sittings) {
        public Account {
            languages = List.copyOf(languages);
            passkeys = List.copyOf(passkeys);
            sittings = List.copyOf(sittings);
        }
    }

    /** One of somebody's passkeys. */
    public record Passkey(String id, String label, String since) {}

    /** One of somebody's sittings. */
    public record Sitting(
            String id, String begun, String seen, String means, String address, String agent, boolean own) {}

    /** A line of the list of staff. */
    public record Member(String path, String name, String mail, String duties, boolean disabled) {}

    /** An invitation that waits. */
    public record Invitation(String id, String name, String mail, String duties, String expires) {}

    /** A wish for recovery that waits for a second person. */
    public record Wish(String id, String text, boolean mayAgree) {}

    /** A duty in the form of a person. */
    public record DutyRow(String word, String name, boolean held, String offices, String types, String languages) {}

    /** A person as an administrator sees it. */
    public record Profile(
            String path, String name, String mail, boolean disabled, List<DutyRow> duties, List<Sitting> sittings) {
        public Profile {
            duties = List.copyOf(duties);
            sittings = List.copyOf(sittings);
        }
    }

    /**
     * A program that speaks to the desk.
     *
     * @param state a word: valid, lapsed or revoked
     * @param used  when it spoke last; empty when it never did
     */
    public record Integration(
            String id, String name, String duties, String state, String made, String expires, String used) {}

    /**
     * A letter in the list of outgoing mail.
     *
     * @param words empty where only the mail server may have them
     * @param again whether a person may have it sent again
     */
    public record Slip(
            String key,
            String to,
            String subject,
            String state,
            String when,
            String note,
            String words,
            boolean again) {}

    /** A line of the trail. */
    public record Line(
            String instant,
            String when,
            String who,
            String act,
            String subject,
            String language,
            String digest,
            String address,
            String detail) {}

    /** A field that is sent on as it was typed. */
    public record Sent(String name, String value) {}
}
