package org.diurna.desk;

import java.util.List;
import java.util.Optional;
import org.diurna.house.Language;

/**
 * A language version in its writing room, in words for the reader.
 *
 * @param room     what the script of the room opens with, as JSON
 * @param versions all languages of the release
 * @param missing  languages of the office that it is not in yet
 * @param review   how far it has come with a second pair of eyes
 * @param waiting  for what time it is signed off; empty where it is not
 * @param past     for what time it was, and how late it came; empty where nobody scheduled it
 * @param zones    in which a time can be written
 * @param day      that a schedule is asked for first
 * @param template name under which others are begun from it; empty where it is no template
 * @param press    how far the last press run has come; empty when that is long ago
 * @param before   what the reader should know before a decision
 * @param silence   until when nothing is published and why; empty where nothing keeps it back
 * @param exception where two people let it go in spite of a silence
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
        String silence,
        String exception,
        List<String> errors,
        List<String> reports,
        List<Past> history,
        String room,
        List<ReleaseLine.Version> versions,
        List<PlacePages.Choice> missing,
        List<PlacePages.Choice> standings,
        String template,
        String nextNumber,
        Review review,
        Optional<Waiting> waiting,
        String past,
        List<PlacePages.Choice> zones,
        String day,
        Optional<PressLine> press,
        Before before) {
    public DraftView {
        objections = List.copyOf(objections);
        errors = List.copyOf(errors);
        reports = List.copyOf(reports);
        history = List.copyOf(history);
        versions = List.copyOf(versions);
        missing = List.copyOf(missing);
        standings = List.copyOf(standings);
        zones = List.copyOf(zones);
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

    /**
     * A second pair of eyes.
     *
     * @param lines      what is to be said of it
     * @param missing    whether an approval is required and not there
     * @param asks       whether the reader can ask for it
     * @param answers    whether the reader can approve or return
     * @param emergency  whether the reader can publish without
     * @param afterwards whether the reader can approve what went without
     */
    public record Review(
            List<String> lines, boolean missing, boolean asks, boolean answers, boolean emergency, boolean afterwards) {
        public Review {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A sign-off.
     *
     * @param held  whether its time has passed without it
     * @param lines what is to be said of it
     * @param goes  whether it can be published or moved with these words
     * @param bundle the page of all that was signed off with it; empty where it has none
     */
    public record Waiting(boolean held, List<String> lines, boolean goes, String bundle) {
        public Waiting {
            lines = List.copyOf(lines);
        }
    }

    /** Something that happened to it. */
    public record Past(String instant, String when, String what) {}

    /** What each decision does, in sentences. */
    public record Before(List<String> publish, List<String> correct, List<String> withdraw) {
        public Before {
            publish = List.copyOf(publish);
            correct = List.copyOf(correct);
            withdraw = List.copyOf(withdraw);
        }
    }
}
