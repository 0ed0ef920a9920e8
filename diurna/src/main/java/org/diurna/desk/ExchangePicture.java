package org.diurna.desk;

import java.util.Optional;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.edition.Draft;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Wording;
import org.diurna.house.Language;
import org.diurna.staff.Doer;

/** The decision that a draft shows a picture of the library in the place of those that it has replaced. */
final class ExchangePicture {
    private final Pictures pictures;
    private final PictureReach reach;
    private final Releases releases;
    private final Save save;

    ExchangePicture(Pictures pictures, PictureReach reach, Releases releases, Save save) {
        this.pictures = pictures;
        this.reach = reach;
        this.releases = releases;
        this.save = save;
    }

    /**
     * Exchanges it. The words for those who do not see it are those of the new picture in the language of the draft, where
     * it has any.
     *
     * @param successor id of the picture that is to be shown
     */
    Save.Outcome run(Doer by, String successor, ReleaseId release, Language language) {
        Optional<Picture> picture = reach.find(by, successor);
        Optional<Draft> draft = releases.draft(release, language);
        if (picture.isEmpty() || draft.isEmpty()) {
            return new Save.Outcome.NotFound();
        }
        String alt = picture.get().facts().alts().getOrDefault(language, "");
        Wording wording = draft.get().wording();
        for (String old : pictures.replacements().before(successor)) {
            wording = wording.exchanging(old, successor, alt);
        }
        return save.run(by, release, language, draft.get().revision(), wording);
    }
}
