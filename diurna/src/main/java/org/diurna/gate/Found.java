package org.diurna.gate;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Block;
import org.diurna.edition.ReleaseType;
import org.diurna.house.Language;

/**
 * The release that was found in a page.
 *
 * @param label     the type as the page words it, with the core type it stands for
 * @param date      the day of the release
 * @param time      the time beside the date, with the zone's letters where the page has them
 * @param headline  not blank
 * @param decks     sub-headlines in their order
 * @param number    the reference number
 * @param place     of the dateline as it stands; may be empty
 * @param language  of most of the body, with its script where the language has several
 * @param languages of all blocks, the main one first; more than one means that the page holds two versions
 * @param body      blocks in reading order: the text proper, then typed sections
 * @param notices   embargo lines, corrections and the like that stand around the text
 * @param leftOut   every line of the page that is in none of the other parts, with the reason
 * @param reports   what an editor should look at
 * @param account   how the lines of the page were counted
 */
public record Found(
        Optional<Label> label,
        FoundDate date,
        Optional<Time> time,
        String headline,
        List<String> decks,
        Optional<Reference> number,
        String place,
        Language language,
        List<Language> languages,
        List<Block> body,
        List<Notice> notices,
        List<LeftOut> leftOut,
        List<Report> reports,
        Account account) {
    public Found {
        decks = List.copyOf(decks);
        languages = List.copyOf(languages);
        body = List.copyOf(body);
        notices = List.copyOf(notices);
        leftOut = List.copyOf(leftOut);
        reports = List.copyOf(reports);
        if (headline.isBlank()) {
            throw new IllegalArgumentException("A found release has a headline.");
        }
    }

    /** A type label as it stands in the page. */
    public record Label(String words, ReleaseType.Core core) {}

    /**
     * A time of day.
     *
     * @param zone letters as found ({@code CET}, {@code GMT+3}); empty where the office's zone must be taken
     */
    public record Time(LocalTime time, String zone) {}

    /**
     * A reference number.
     *
     * @param series  letters before the serial; may be empty
     * @param serial  0 where the printed form has none that can be told
     * @param year    0 where the printed form has none
     * @param printed as it stands
     */
    public record Reference(String series, int serial, int year, String printed) {}

    /** A line around the text that tells how to take it. */
    public record Notice(NoticeKind kind, String text) {}

    /** What notices tell. */
    public enum NoticeKind {
        EMBARGO,
        CORRECTION,
        WITHDRAWN,
        TRANSLATION,
        DISCLAIMER,
        RELEASE_INSTRUCTION,
        FREE_USE,
        NOT_FOR_PUBLICATION
    }

    /** A line of the page that is not in the release. */
    public record LeftOut(String text, Reason reason) {}

    /** Why a line was left out. */
    public enum Reason {
        SHARE_TOOLS,
        PRINT_TOOLS,
        RIGHTS_LINE,
        PRIVACY_LINE,
        COOKIE_TEXT,
        NAVIGATION,
        HIDDEN,
        SPACER,
        END_MARK,
        DUPLICATE_HEADLINE,
        TABLE_OF_CONTENTS,
        CAPTION,
        METADATA,
        NOTICE,
        NOT_FOR_PUBLICATION,
        RELATED,
        AROUND_THE_RELEASE
    }

    /** Something that an editor should look at, in a sentence. */
    public record Report(Matter matter, String sentence) {}

    /** What reports are about. */
    public enum Matter {
        CHARSET_GUESSED,
        MOJIBAKE_REPAIRED,
        UNREADABLE_CHARACTERS,
        DATE_AMBIGUOUS,
        DATE_BY_CONVENTION,
        DATES_DIFFER,
        WEEKDAY_DIFFERS,
        NO_DATE,
        TWO_LANGUAGES,
        LANGUAGE_DIFFERS,
        LINES_JOINED,
        NOT_FOR_PUBLICATION,
        WITHDRAWN,
        CORRECTED,
        EMBARGOED,
        FILES_LEFT_OUT,
        HIDDEN_LEFT_OUT,
        LINKS_LEFT_OUT
    }

    /**
     * How the lines of the page were counted: {@code read = used + leftOut}.
     *
     * @param read    lines with anything in them
     * @param used    those that became part of the release
     * @param leftOut those that did not
     */
    public record Account(int read, int used, int leftOut) {
        public Account {
            if (read != used + leftOut) {
                throw new IllegalArgumentException("Of " + read + " lines " + used + " were used and " + leftOut
                        + " left out: " + (read - used - leftOut) + " are missing.");
            }
        }
    }
}
