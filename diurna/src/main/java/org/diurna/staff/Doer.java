package org.diurna.staff;

import java.time.Instant;

/** Who decides. */
public sealed interface Doer {
    /** As it is written beside what was done: a person's id, or the name of the program. */
    String id();

    /** From where, as the trail keeps it. */
    String from();

    /**
     * Somebody who has signed in.
     *
     * @param proved when a passkey or one-time code was shown last
     */
    record Member(Person person, Instant proved, String from) implements Doer {
        @Override
        public String id() {
            return person.id();
        }
    }

    /**
     * Who commands the program itself, at its console or its data folder, and could change every byte of it anyway.
     *
     * @param id name of the entrance: {@code command line}
     */
    record Operator(String id) implements Doer {
        @Override
        public String from() {
            return "console";
        }
    }
}
