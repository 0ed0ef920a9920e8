package org.diurna.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.diurna.darkroom.Backstage;
import org.diurna.darkroom.Crop;
import org.diurna.darkroom.Cut;
import org.diurna.darkroom.Description;
import org.diurna.darkroom.Format;
import org.diurna.darkroom.Rights;
import org.diurna.darkroom.Slot;
import org.diurna.edition.Banner;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Draft;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import org.diurna.edition.Texts;
import org.diurna.house.Language;
import org.diurna.press.Media;

/**
 * Has the pictures of a draft developed before it is decided on, so that the edition can name every file by its digest.
 * Takes seconds the first time and nothing the second. The files stay backstage: whatever becomes of the decision, the
 * public cannot have them before a press run lays them.
 */
public final class Platemaker {
    /** The widest file of a banner that is not cropped, for screens and feeds. */
    private static final int WHOLE_MAX_PIXELS = 1_920;

    /** The widest file for those who print it: a page of a magazine at 300 dots an inch, and more. */
    static final int PRINT_MAX_PIXELS = 3_840;

    /** The widest public file of any kind where more is for those who ask. */
    static final int OPEN_MAX_PIXELS = 1_600;

    private static final Map<Slot, Plate.Cut> CUTS = Map.of(
            Slot.BANNER_WIDE, Plate.Cut.WIDE,
            Slot.BANNER, Plate.Cut.MIDDLE,
            Slot.BANNER_TALL, Plate.Cut.TALL,
            Slot.CARD, Plate.Cut.CARD,
            Slot.WHOLE, Plate.Cut.WHOLE);

    private final Library library;
    private final Optional<Backstage> backstage;

    public Platemaker(Library library, Backstage backstage) {
        this.library = library;
        this.backstage = Optional.of(backstage);
    }

    private Platemaker() {
        this.library = Library.NONE;
        this.backstage = Optional.empty();
    }

    /** For an organisation without pictures: a draft that shows one is refused. */
    static Platemaker none() {
        return new Platemaker();
    }

    /** What came of it. */
    sealed interface Outcome {
        /** One plate for each place of a picture, the banner first. */
        record Made(List<Plate> plates) implements Outcome {
            public Made {
                plates = List.copyOf(plates);
            }
        }

        /** Pictures that are gone, not described, or damaged. */
        record Refused(List<Objection> objections) implements Outcome {}
    }

    Library library() {
        return library;
    }

    /** Makes the plates of a draft of an office. Never called inside a transaction. */
    Outcome make(Office office, Draft draft) {
        List<Plate> plates = new ArrayList<>();
        List<Objection> objections = new ArrayList<>();
        draft.wording().banner().ifPresent(banner -> banner(office, draft.language(), banner, plates, objections));
        Blocks.figures(draft.wording().body())
                .filter(figure -> figure.picture().isPresent())
                .forEach(figure -> figure(office, draft.language(), figure, plates, objections));
        return objections.isEmpty() ? new Outcome.Made(plates) : new Outcome.Refused(objections);
    }

    private void banner(
            Office office, Language language, Banner banner, List<Plate> plates, List<Objection> objections) {
        Place place = new Place(Plate.BANNER, "banner", banner.spoken(), banner.caption());
        plate(office, language, banner.picture(), place, objections).ifPresent(plates::add);
    }

    private void figure(
            Office office, Language language, Block.Figure figure, List<Plate> plates, List<Objection> objections) {
        Place place = new Place(figure.id(), "body", figure.spoken(), Texts.plain(figure.caption()));
        plate(office, language, figure.source(), place, objections).ifPresent(plates::add);
    }

    /**
     * A picture in full size, uncropped, as JPEG with its credit and without private data, for somebody who was granted it;
     * empty where it cannot be made. Never called inside a transaction.
     */
    Optional<Backstage.Kept> fullSize(Office office, String id) {
        Optional<Library.Shelved> found = library.find(id, office.code());
        if (found.isEmpty() || backstage.isEmpty()) {
            return Optional.empty();
        }
        Library.Shelved picture = found.get();
        if (picture.description().isEmpty() || picture.rights().isEmpty()) {
            return Optional.empty();
        }
        Crop whole = picture.crop(Slot.WHOLE);
        Cut cut = new Cut(Slot.WHOLE, whole, List.of(Math.min(Cut.WIDTH_MAX, whole.width())), Set.of(Format.JPEG));
        return switch (backstage
                .get()
                .develop(
                        picture.master().sha256(),
                        List.of(cut),
                        picture.description().get(),
                        picture.rights().get())) {
            case Backstage.Outcome.Ready(var files) -> Optional.of(files.getFirst());
            case Backstage.Outcome.Refused _ -> Optional.empty();
        };
    }

    private record Place(String id, String field, String alt, String caption) {
        boolean banner() {
            return id.equals(Plate.BANNER);
        }

        Objection objection(String key) {
            return new Objection(field, banner() ? "" : id, key, Map.of());
        }
    }

    private Optional<Plate> plate(
            Office office, Language language, String id, Place place, List<Objection> objections) {
        Optional<Library.Shelved> found = library.find(id, office.code());
        if (found.isEmpty() || backstage.isEmpty()) {
            objections.add(place.objection("picture-missing"));
            return Optional.empty();
        }
        Library.Shelved picture = found.get();
        if (picture.description().isEmpty() || picture.rights().isEmpty()) {
            objections.add(place.objection(
                    picture.description().isEmpty() ? "picture-undescribed" : "picture-credit-missing"));
            return Optional.empty();
        }
        Description description = picture.description().get();
        Rights rights = picture.rights().get();
        return switch (backstage.get().develop(picture.master().sha256(), cuts(picture, place), description, rights)) {
            case Backstage.Outcome.Ready(var files) ->
                Optional.of(frozen(language, picture, place, description, rights, files));
            case Backstage.Outcome.Refused _ -> {
                objections.add(place.objection("picture-damaged"));
                yield Optional.empty();
            }
        };
    }

    private static List<Cut> cuts(Library.Shelved picture, Place place) {
        Crop whole = picture.crop(Slot.WHOLE);
        List<Cut> cuts = new ArrayList<>();
        if (place.banner()) {
            for (Slot slot : List.of(Slot.BANNER_WIDE, Slot.BANNER, Slot.BANNER_TALL, Slot.CARD)) {
                cuts.add(Cut.of(slot, picture.crop(slot)));
            }
            cuts.add(jpeg(whole, WHOLE_MAX_PIXELS));
        } else {
            cuts.add(Cut.of(Slot.WHOLE, whole));
        }
        int shown = cuts.getLast().widths().getLast();
        return switch (picture.largest()) {
            case EVERYBODY -> {
                if (whole.width() > shown) {
                    cuts.add(jpeg(whole, PRINT_MAX_PIXELS));
                }
                yield cuts;
            }
            case ON_REQUEST -> cuts.stream().map(cut -> narrow(cut, place)).toList();
        };
    }

    private static Cut jpeg(Crop whole, int width) {
        return new Cut(Slot.WHOLE, whole, List.of(Math.min(width, whole.width())), Set.of(Format.JPEG));
    }

    /** The same without what is wider than everybody may have; a page needs one width at least. */
    private static Cut narrow(Cut cut, Place place) {
        if (place.banner() && cut.slot() == Slot.WHOLE) {
            return jpeg(cut.crop(), OPEN_MAX_PIXELS);
        }
        List<Integer> widths =
                cut.widths().stream().filter(width -> width <= OPEN_MAX_PIXELS).toList();
        return widths.isEmpty() || widths.size() == cut.widths().size()
                ? cut
                : new Cut(cut.slot(), cut.crop(), widths, cut.formats());
    }

    private static Plate frozen(
            Language language,
            Library.Shelved picture,
            Place place,
            Description description,
            Rights rights,
            List<Backstage.Kept> files) {
        String caption = place.caption().isEmpty()
                ? description
                        .caption()
                        .getOrDefault(language, description.caption().getOrDefault(description.main(), ""))
                : place.caption();
        return new Plate(
                place.id(),
                picture.id(),
                picture.master().sha256(),
                picture.master().mediaType(),
                picture.master().width(),
                picture.master().height(),
                place.alt(),
                caption,
                rights.credit(),
                description.creators(),
                rights.copyright(),
                rights.usageTerms(),
                rights.licence().url().toString(),
                description.digitalSource().address(),
                files.stream().map(file -> print(file, place)).toList());
    }

    private static Plate.Print print(Backstage.Kept file, Place place) {
        Plate.Cut shown = Optional.ofNullable(CUTS.get(file.slot()))
                .orElseThrow(() -> new IllegalStateException("No place shows the slot " + file.slot() + "."));
        int widest = place.banner() ? WHOLE_MAX_PIXELS : Slot.WHOLE.widths().getLast();
        Plate.Cut cut = shown == Plate.Cut.WHOLE && file.width() > widest ? Plate.Cut.PRINT : shown;
        String name = cut.name().toLowerCase(Locale.ROOT) + "-" + file.width() + "."
                + file.format().suffix();
        return new Plate.Print(
                cut,
                Media.path(file.sha256(), name),
                file.sha256(),
                file.format().mediaType(),
                file.width(),
                file.height(),
                file.bytes());
    }
}
