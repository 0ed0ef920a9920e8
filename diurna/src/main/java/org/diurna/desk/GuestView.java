package org.diurna.desk;

import java.util.List;
import java.util.Optional;
import org.diurna.guest.Guest;
import org.diurna.house.Language;

/**
 * The guests of a language version for a reader.
 *
 * @param sent    what stands in the form that was refused
 * @param link    of who was invited last; it is shown this once
 * @param reading what a copy that was found says
 */
public record GuestView(
        String path,
        Language language,
        String headline,
        int revision,
        boolean waits,
        boolean lets,
        List<Line> guests,
        List<PlacePages.Choice> tongues,
        Optional<Typed> sent,
        String link,
        String linkFor,
        List<String> reading,
        List<String> errors) {
    public GuestView {
        guests = List.copyOf(guests);
        tongues = List.copyOf(tongues);
        reading = List.copyOf(reading);
        errors = List.copyOf(errors);
    }

    /** What stands in the form for a kind. */
    public Typed typed(Guest.Kind kind) {
        return sent.filter(typed -> typed.kind() == kind)
                .orElseGet(() -> new Typed(kind, "", "", "", language, Invite.DAYS_USUAL, true));
    }

    /** Whether that form was sent and refused, and is there to be filled in further. */
    public boolean again(Guest.Kind kind) {
        return sent.filter(typed -> typed.kind() == kind).isPresent();
    }

    /** Those of a kind. */
    public List<Line> of(Guest.Kind kind) {
        return guests.stream().filter(line -> line.kind() == kind).toList();
    }

    /** Whether there is anybody whose link leads to the text. */
    public boolean anyOpen() {
        return guests.stream().anyMatch(Line::open);
    }

    /**
     * A guest in words for the reader.
     *
     * @param open whether the link leads to the text
     */
    public record Line(
            String id,
            Guest.Kind kind,
            String name,
            String medium,
            String mail,
            boolean open,
            List<String> said,
            List<String> openings) {
        public Line {
            said = List.copyOf(said);
            openings = List.copyOf(openings);
        }
    }

    /** What a form says about who is to be invited. */
    public record Typed(
            Guest.Kind kind, String name, String medium, String mail, Language tongue, int days, boolean comments) {
        static Typed of(Invite.Wish wish) {
            return new Typed(
                    wish.kind(), wish.name(), wish.medium(), wish.mail(), wish.tongue(), wish.days(), wish.comments());
        }
    }
}
