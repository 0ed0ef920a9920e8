package org.diurna.edition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a language version says: everything that an author writes and an edition freezes.
 *
 * @param headline may be empty in a draft only
 * @param decks    sub-headlines, none to four
 * @param place    of the dateline, as printed; may be empty
 * @param date     the day that the release bears, in its office's zone; empty while nobody has said it
 * @param body     blocks in reading order, ids unique
 * @param banner   the picture above it
 * @param events   that it announces, in the order of their times, ids unique
 */
public record Wording(
        String headline,
        List<String> decks,
        String place,
        Optional<LocalDate> date,
        List<Block> body,
        Optional<Banner> banner,
        List<Event> events) {
    /** More decks than this no page of the field has. */
    public static final int DECKS_MAX = 4;

    /** Longer headlines than this are a mistake of an import. */
    public static final int HEADLINE_MAX_CHARACTERS = 500;

    public Wording {
        headline = Texts.clean(headline).strip();
        decks = decks.stream()
                .map(deck -> Texts.clean(deck).strip())
                .filter(deck -> !deck.isEmpty())
                .toList();
        place = Texts.clean(place).strip();
        body = List.copyOf(body);
        if (headline.length() > HEADLINE_MAX_CHARACTERS) {
            throw new IllegalArgumentException("The headline has " + headline.length() + " characters; "
                    + HEADLINE_MAX_CHARACTERS + " are allowed.");
        }
        if (decks.size() > DECKS_MAX) {
            throw new IllegalArgumentException(
                    "A release has at most " + DECKS_MAX + " decks, not " + decks.size() + ".");
        }
        events = events.stream().sorted(Comparator.comparing(Event::starts)).toList();
        if (events.size() > Event.EVENTS_MAX
                || events.stream().map(Event::id).distinct().count() < events.size()) {
            throw new IllegalArgumentException(
                    "A release has at most " + Event.EVENTS_MAX + " events, each with an id of its own.");
        }
        Set<String> seen = new HashSet<>();
        Blocks.all(body).forEach(block -> {
            if (!seen.add(block.id())) {
                throw new IllegalArgumentException("Two blocks have the id " + block.id() + ".");
            }
        });
    }

    /** A wording that announces no event. */
    public Wording(
            String headline,
            List<String> decks,
            String place,
            Optional<LocalDate> date,
            List<Block> body,
            Optional<Banner> banner) {
        this(headline, decks, place, date, body, banner, List.of());
    }

    /** Words alone, without a banner. */
    public Wording(String headline, List<String> decks, String place, Optional<LocalDate> date, List<Block> body) {
        this(headline, decks, place, date, body, Optional.empty());
    }

    /** The same under another banner, or under none. */
    public Wording under(Optional<Banner> other) {
        return new Wording(headline, decks, place, date, body, other, events);
    }

    /** The same announcing these events. */
    public Wording announcing(List<Event> others) {
        return new Wording(headline, decks, place, date, body, banner, others);
    }

    /** The digests of all pictures that it shows, each once, the banner's first. */
    public List<String> pictures() {
        return Stream.concat(
                        banner.stream().map(Banner::picture),
                        Blocks.figures(body).flatMap(figure -> figure.picture().stream()))
                .distinct()
                .toList();
    }

    /**
     * The same with another picture wherever one was shown. Decoration stays decoration, and a caption of the place stays.
     *
     * @param other its id
     * @param alt   what is to be seen on the other one; empty to leave the words of the place
     */
    public Wording exchanging(String picture, String other, String alt) {
        return new Wording(
                headline,
                decks,
                place,
                date,
                Blocks.exchanging(picture, other, alt, body),
                banner.map(shown -> shown.picture().equals(picture)
                        ? new Banner(other, shown.use(), alt.isBlank() ? shown.alt() : alt, shown.caption())
                        : shown),
                events);
    }

    /** The same without a picture: neither as the banner nor among the figures. */
    public Wording without(String picture) {
        return new Wording(
                headline,
                decks,
                place,
                date,
                Blocks.without(picture, body),
                banner.filter(shown -> !shown.picture().equals(picture)),
                events);
    }
}
