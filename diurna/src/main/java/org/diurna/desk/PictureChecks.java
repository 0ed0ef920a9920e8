package org.diurna.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diurna.edition.Banner;
import org.diurna.edition.Block;
import org.diurna.edition.Blocks;
import org.diurna.edition.Draft;
import org.diurna.edition.Office;
import org.diurna.edition.Plates;
import org.diurna.edition.Texts;

/** What is to be said about the pictures of a draft: whether they may go, and whether their words serve those who do not see. */
final class PictureChecks {
    /** Longer texts are read out in one breath that nobody has; what is long belongs into the caption. */
    private static final int ALT_MAX_CHARACTERS = 250;

    private static final Pattern FILE_NAME = Pattern.compile("(?i).*\\.(jpe?g|png|gif|webp|tiff?|heic|avif)");

    private static final Pattern SAYS_PICTURE = Pattern.compile(
            "(?iu)^(an? |the |une? |l[’']|la |le )?(images?|pictures?|photo(graph)?s?|photographies?|banner|news banner|صورة)"
                    + "( (of|showing|desktop|mobile|de|du|des|d[’'])|\\b.*banner|$| ).*");

    private final Library library;
    private final Plates plates;
    private final Clock clock;

    PictureChecks(Library library, Plates plates, Clock clock) {
        this.library = library;
        this.plates = plates;
        this.clock = clock;
    }

    void of(Office office, Draft draft, List<Finding> findings) {
        draft.wording().banner().ifPresent(banner -> banner(office, banner, findings));
        Blocks.figures(draft.wording().body()).forEach(figure -> figure(office, figure, findings));
    }

    private void banner(Office office, Banner banner, List<Finding> findings) {
        if (banner.use() == Block.Use.INFORMATIVE && banner.alt().isBlank()) {
            findings.add(Finding.severe("banner", "", "banner-alt-missing", Map.of()));
        }
        words("banner", "", banner.spoken(), banner.caption(), findings);
        picture(office, "banner", "", banner.picture(), findings);
    }

    private void figure(Office office, Block.Figure figure, List<Finding> findings) {
        if (figure.use() == Block.Use.INFORMATIVE && figure.alt().isBlank()) {
            findings.add(Finding.severe("body", figure.id(), "alt-missing", Map.of()));
        }
        words("body", figure.id(), figure.spoken(), Texts.plain(figure.caption()), findings);
        figure.picture().ifPresent(picture -> picture(office, "body", figure.id(), picture, findings));
    }

    /** What is to be said of words for those who do not see a picture, beside its caption. */
    static List<Finding> spoken(String field, String alt, String caption) {
        List<Finding> findings = new ArrayList<>();
        words(field, "", alt.strip(), caption, findings);
        return findings;
    }

    private static void words(String field, String block, String alt, String caption, List<Finding> findings) {
        if (FILE_NAME.matcher(alt).matches()) {
            findings.add(Finding.severe(field, block, "alt-file-name", Map.of("text", alt)));
        }
        if (SAYS_PICTURE.matcher(alt).matches()) {
            findings.add(Finding.advice(field, block, "alt-says-picture", Map.of()));
        }
        if (alt.length() > ALT_MAX_CHARACTERS) {
            findings.add(Finding.advice(field, block, "alt-long", Map.of("characters", alt.length())));
        }
        if (!alt.isBlank() && alt.equalsIgnoreCase(caption.strip())) {
            findings.add(Finding.advice(field, block, "alt-like-caption", Map.of()));
        }
    }

    private void picture(Office office, String field, String block, String id, List<Finding> findings) {
        Optional<Library.Shelved> found = library.find(id, office.code());
        if (found.isEmpty()) {
            findings.add(Finding.severe(field, block, "picture-missing", Map.of()));
            return;
        }
        if (plates.recalled(id).isPresent()) {
            findings.add(Finding.severe(field, block, "picture-recalled", Map.of()));
            return;
        }
        Library.Shelved picture = found.get();
        Instant now = clock.instant();
        if (library.replaced(id)) {
            findings.add(Finding.advice(field, block, "picture-replaced", Map.of()));
        }
        if (picture.description().isEmpty()) {
            findings.add(Finding.severe(field, block, "picture-undescribed", Map.of()));
        }
        if (picture.rights().isEmpty()) {
            findings.add(Finding.severe(field, block, "picture-credit-missing", Map.of()));
        }
        if (picture.expires().filter(at -> !now.isBefore(at)).isPresent()) {
            findings.add(Finding.severe(field, block, "picture-expired", Map.of()));
        }
        if (picture.embargo().filter(now::isBefore).isPresent()) {
            findings.add(Finding.severe(field, block, "picture-embargoed", Map.of()));
        }
    }
}
