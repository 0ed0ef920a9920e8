package org.diurna.desk;

import java.util.List;
import java.util.Map;

/**
 * The page of days and silences for a reader.
 *
 * @param keeps    offices for which the reader may add days
 * @param silences offices for which the reader may declare a silence
 * @param asks     whether the reader publishes anywhere, and so may ask that a release goes in spite of a silence
 * @param typed    what stands in the form that was sent
 */
public record PlanningView(
        List<Day> days,
        List<Silent> silent,
        List<Exempted> exceptions,
        List<PlacePages.Choice> keeps,
        List<PlacePages.Choice> silences,
        List<PlacePages.Choice> kinds,
        boolean asks,
        Typed typed,
        List<String> errors) {
    /** The form of a day. */
    static final String DAY = "day";

    /** The form of a silence; that of an exception is called after its silence. */
    static final String SILENCE = "silence";

    public PlanningView {
        days = List.copyOf(days);
        silent = List.copyOf(silent);
        exceptions = List.copyOf(exceptions);
        keeps = List.copyOf(keeps);
        silences = List.copyOf(silences);
        kinds = List.copyOf(kinds);
        errors = List.copyOf(errors);
    }

    /** A day of the list in words. */
    public record Day(String id, String name, String kind, String when, String next, String office, boolean may) {}

    /** A silence in words. */
    public record Silent(String id, String office, String from, String until, String reason, boolean may) {}

    /** An exception in words. */
    public record Exempted(
            String silence,
            String release,
            String path,
            String headline,
            String said,
            boolean agreed,
            boolean mayAgree) {}

    /**
     * What a form sent that was refused.
     *
     * @param form   which; empty where none was
     * @param values by the names of its fields
     */
    public record Typed(String form, Map<String, String> values) {
        static final Typed NOTHING = new Typed("", Map.of());

        public Typed {
            values = Map.copyOf(values);
        }

        /** Nothing was sent, but it is known for which release an exception is wanted. */
        static Typed about(String release) {
            return release.isEmpty() ? NOTHING : new Typed("", Map.of("release", release));
        }

        /** Whether that form is there to be filled in further. */
        public boolean open(String silence) {
            return form.equals(silence) || (form.isEmpty() && values.containsKey("release"));
        }

        /** What stands in a field; empty where another form was sent. */
        public String of(String wanted, String field) {
            return form.equals(wanted) || form.isEmpty() ? values.getOrDefault(field, "") : "";
        }

        /** Whether a day comes again; it does until somebody says otherwise. */
        public boolean yearly() {
            return !of(DAY, "yearly").equals("false");
        }
    }
}
