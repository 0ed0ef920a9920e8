package org.diurna.desk;

import java.util.List;
import org.diurna.house.Language;

/** A language version on its page at the desk, in words for the reader. */
public record DraftView(
        Language language,
        String languageName,
        String headline,
        String office,
        String type,
        String path,
        String address,
        int revision,
        String state,
        String stateName,
        Decision decision,
        boolean changed,
        boolean previewable,
        String publishVerb,
        String publishWhat,
        List<String> objections,
        List<String> errors,
        List<String> reports,
        List<Past> history) {
    public DraftView {
        objections = List.copyOf(objections);
        errors = List.copyOf(errors);
        reports = List.copyOf(reports);
        history = List.copyOf(history);
    }

    /** What can be decided about it now. */
    public enum Decision {
        PUBLISH,
        CORRECT_OR_WITHDRAW,
        WAIT,
        /** Others decide: the reader's duties carry none of what could be done. */
        NOT_YOURS,
        NONE
    }

    /** Something that happened to it. */
    public record Past(String instant, String when, String what) {}
}
