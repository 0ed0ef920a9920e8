package org.diurna.staff;

import java.util.Set;

/**
 * A duty and where it holds.
 *
 * @param offices codes of offices; none means all
 * @param types   codes of types of releases; none means all
 * @param languages tags; none means all
 */
public record Grant(Duty duty, Set<String> offices, Set<String> types, Set<String> languages) {
    public Grant {
        offices = Set.copyOf(offices);
        types = Set.copyOf(types);
        languages = Set.copyOf(languages);
    }

    /** The duty in every office, type and language. */
    public static Grant everywhere(Duty duty) {
        return new Grant(duty, Set.of(), Set.of(), Set.of());
    }

    boolean holdsFor(Act act, Subject subject) {
        boolean there = act.duties().contains(duty) && covers(offices, subject.office());
        return there
                && switch (act.reach()) {
                    case OFFICE -> true;
                    case OFFICE_AND_TYPE -> covers(types, subject.type());
                    case ALL -> covers(types, subject.type()) && covers(languages, subject.language());
                };
    }

    private static boolean covers(Set<String> limits, String one) {
        return limits.isEmpty() || limits.contains(one);
    }

    /** Whether all that the other reaches lies within the offices of this one. */
    boolean reachesOver(Grant other) {
        return offices.isEmpty() || (!other.offices.isEmpty() && offices.containsAll(other.offices));
    }
}
