package org.diurna.desk;

import java.util.List;
import java.util.Optional;
import org.diurna.house.Language;

/**
 * The question for what time a release is signed off, and what will happen then, in words for the reader.
 *
 * @param waits  it is signed off already, and would be moved
 * @param day    as it was asked for, 2026-12-01; may be empty
 * @param time   09:00
 * @param zone   id of the chosen zone
 * @param yours  id of the zone of the reader's machine; empty where it did not say
 * @param answer what will happen at that time; empty as long as none was asked for
 */
public record ScheduleView(
        String path,
        Language language,
        String headline,
        boolean waits,
        String day,
        String time,
        String zone,
        String yours,
        List<PlacePages.Choice> zones,
        Optional<Answer> answer,
        List<String> errors) {
    public ScheduleView {
        zones = List.copyOf(zones);
        errors = List.copyOf(errors);
    }

    /** What a time means. */
    public sealed interface Answer {
        /** It must be said more exactly: addresses of this page with each of the times that there are. */
        record Unclear(String question, List<PlacePages.Choice> instead) implements Answer {
            public Unclear {
                instead = List.copyOf(instead);
            }
        }

        /**
         * It is one moment.
         *
         * @param shift    which of two, where the clock shows it twice
         * @param times    the same moment in the zones that matter
         * @param warnings what to look at before
         */
        record Clear(
                String lead,
                String shift,
                List<Named> times,
                List<String> warnings,
                List<Part> parts,
                String late,
                String nextNumber)
                implements Answer {
            public Clear {
                times = List.copyOf(times);
                warnings = List.copyOf(warnings);
                parts = List.copyOf(parts);
            }

            /** Whether anything can go. */
            public boolean ready() {
                return parts.stream().anyMatch(part -> part.objections().isEmpty());
            }
        }
    }

    /** A moment in a zone. */
    public record Named(String name, String zone, String when) {}

    /**
     * A language version that goes, or does not yet.
     *
     * @param value language and revision, as the form sends them
     */
    public record Part(
            String value, Language language, String name, String headline, String address, List<String> objections) {
        public Part {
            objections = List.copyOf(objections);
        }
    }
}
