package org.diurna.desk;

import java.util.ArrayList;
import java.util.List;
import org.diurna.edition.Banner;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Draft;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import org.diurna.edition.Texts;

/** The pictures of a draft for its preview: their files are looks that the desk serves, and nothing is developed. */
final class PreviewPlates {
    private static final List<Studio.Look> BANNER =
            List.of(Studio.Look.WIDE, Studio.Look.MIDDLE, Studio.Look.TALL, Studio.Look.CARD);

    private PreviewPlates() {}

    static List<Plate> of(Studio studio, Office office, Draft draft) {
        return of(studio, office, draft, "/releases/" + draft.release() + "/" + draft.language() + "/pictures/");
    }

    /** The same with files below another address. */
    static List<Plate> of(Studio studio, Office office, Draft draft, String root) {
        List<Plate> plates = new ArrayList<>();
        draft.wording()
                .banner()
                .flatMap(banner -> studio.library()
                        .find(banner.picture(), office.code())
                        .map(found -> banner(draft, banner, found, root)))
                .ifPresent(plates::add);
        Blocks.figures(draft.wording().body())
                .flatMap(figure -> figure
                        .picture()
                        .flatMap(picture -> studio.library().find(picture, office.code()))
                        .map(found -> figure(draft, figure, found, root))
                        .stream())
                .forEach(plates::add);
        return plates;
    }

    private static Plate banner(Draft draft, Banner banner, Library.Shelved picture, String root) {
        return plate(draft, Plate.BANNER, banner.spoken(), banner.caption(), picture, BANNER, root);
    }

    private static Plate figure(Draft draft, Block.Figure figure, Library.Shelved picture, String root) {
        String caption = Texts.plain(figure.caption());
        return plate(draft, figure.id(), figure.spoken(), caption, picture, List.of(Studio.Look.WHOLE), root);
    }

    private static Plate plate(
            Draft draft,
            String place,
            String alt,
            String written,
            Library.Shelved picture,
            List<Studio.Look> looks,
            String pictures) {
        String sha256 = picture.master().sha256();
        String root = pictures + picture.id() + "/";
        String own = picture.description()
                .map(words -> words.caption()
                        .getOrDefault(draft.language(), words.caption().getOrDefault(words.main(), "")))
                .orElse("");
        return new Plate(
                place,
                picture.id(),
                sha256,
                picture.master().mediaType(),
                picture.master().width(),
                picture.master().height(),
                alt,
                written.isEmpty() ? own : written,
                picture.rights().map(rights -> rights.credit()).orElse("–"),
                picture.description().map(words -> words.creators()).orElse(List.of()),
                picture.rights().map(rights -> rights.copyright()).orElse(""),
                picture.rights().map(rights -> rights.usageTerms()).orElse(""),
                picture.rights()
                        .map(rights -> rights.licence().url().toString())
                        .orElse(""),
                "",
                looks.stream()
                        .map(look -> new Plate.Print(
                                look.cut(),
                                root + look.file(),
                                sha256,
                                "image/jpeg",
                                look.width(picture),
                                look.height(picture),
                                0))
                        .toList());
    }
}
