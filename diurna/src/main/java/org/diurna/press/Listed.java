package org.diurna.press;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.ReleaseNumber;
import org.diurna.edition.ReleaseType;
import org.diurna.house.Language;

/**
 * A release as a line of a list, feed or sitemap.
 *
 * @param summary  its decks, or the beginning of its body; may be empty
 * @param date     the day that it bears
 * @param updated  when an update or correction last changed what it says; the first publication otherwise
 * @param path     of its page on the office's host
 * @param alsoIn   the other languages in which it is public
 * @param bodyHtml of the newest edition where the list carries whole texts (feeds), else empty
 * @param state    whether it still stands
 * @param plates   the pictures of the newest edition that may be shown, the banner first
 */
public record Listed(
        ReleaseId release,
        Language language,
        ReleaseType type,
        Optional<ReleaseNumber> number,
        String headline,
        String summary,
        String place,
        LocalDate date,
        Instant published,
        Instant updated,
        String path,
        List<Alternate> alsoIn,
        String bodyHtml,
        State state,
        List<Plate> plates) {
    public Listed {
        plates = List.copyOf(plates);
        alsoIn = List.copyOf(alsoIn);
    }

    /** A line without pictures. */
    public Listed(
            ReleaseId release,
            Language language,
            ReleaseType type,
            Optional<ReleaseNumber> number,
            String headline,
            String summary,
            String place,
            LocalDate date,
            Instant published,
            Instant updated,
            String path,
            List<Alternate> alsoIn,
            String bodyHtml,
            State state) {
        this(
                release, language, type, number, headline, summary, place, date, published, updated, path, alsoIn,
                bodyHtml, state, List.of());
    }

    /** The same line with these other languages. */
    public Listed alsoIn(List<Alternate> others) {
        return new Listed(
                release, language, type, number, headline, summary, place, date, published, updated, path, others,
                bodyHtml, state, plates);
    }

    /** The same line with these pictures. */
    public Listed with(List<Plate> pictures) {
        return new Listed(
                release, language, type, number, headline, summary, place, date, published, updated, path, alsoIn,
                bodyHtml, state, pictures);
    }

    /** The picture above the release. */
    public Optional<Plate> banner() {
        return plates.stream().filter(Plate::banner).findFirst();
    }

    /** Another public language version, for language codes and hreflang. */
    public record Alternate(Language language, String path) {}

    /** Whether a listed release still stands. */
    public enum State {
        STANDS,
        WITHDRAWN
    }
}
