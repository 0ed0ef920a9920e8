package org.diurna.desk;

import java.util.List;
import org.diurna.house.Language;

/**
 * A language version in its writing room, in words for the reader.
 *
 * @param room     what the script of the room opens with, as JSON
 * @param versions all languages of the release
 * @param missing  languages of the office that it is not in yet
 * @param template name under which others are begun from it; empty where it is no template
 * @param nextNumber the number that it can get with the decision; empty where it has one
 */
public record DraftView(
        Language language,
        String languageName,
        String headline,
        String office,
        String type,
        String number,
        String path,
        String address,
        int revision,
        String state,
        String stateName,
        Decision decision,
        boolean changed,
        String publishVerb,
        String publishWhat,
        List<String> objections,
        List<String> errors,
        List<String> reports,
        List<Past> history,
        String room,
        List<ReleaseLine.Version> versions,
        List<PlacePages.Choice> missing,
        List<PlacePages.Choice> standings,
        String template,
        String nextNumber) {
    public DraftView {
        objections = List.copyOf(objections);
        errors = List.copyOf(errors);
        reports = List.copyOf(reports);
        history = List.copyOf(history);
        versions = List.copyOf(versions);
        missing = List.copyOf(missing);
        standings = List.copyOf(standings);
    }

    /** What can be decided about it now. */
    public enum Decision {
        PUBLISH,
        MOVE_OR_CANCEL,
        CORRECT_OR_WITHDRAW,
        WAIT,
        /** Others decide: the reader's duties carry none of what could be done. */
        NOT_YOURS,
        NONE
    }

    /** Something that happened to it. */
    public record Past(String instant, String when, String what) {}
}
