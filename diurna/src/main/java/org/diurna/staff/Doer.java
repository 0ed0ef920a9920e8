package org.diurna.staff;

import java.time.Instant;
import java.util.List;

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
     * A program of others that speaks to the desk with a token.
     *
     * @param key    of its row; opaque
     * @param name   that an administrator gave it
     * @param grants what it may do, and where
     */
    record Integration(String key, String name, List<Grant> grants, String from) implements Doer {
        /** Before its name, wherever it is written who did something. */
        public static final String MARK = "integration:";

        public Integration {
            grants = List.copyOf(grants);
        }

        @Override
        public String id() {
            return MARK + name;
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
