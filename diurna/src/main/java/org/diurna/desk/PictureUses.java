package org.diurna.desk;

import java.util.List;
import java.util.Map;
import org.diurna.edition.Draft;
import org.diurna.edition.Edition;
import org.diurna.edition.Plates;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.Doer;

/** Where a picture is shown, in words for the reader. */
public final class PictureUses {
    private final Releases releases;
    private final RecallPicture recall;

    PictureUses(Releases releases, RecallPicture recall) {
        this.releases = releases;
        this.recall = recall;
    }

    /**
     * A draft or an edition that shows it.
     *
     * @param language of the text
     * @param what     the language, the draft or the number of the edition, and the office
     */
    public record Line(String path, String headline, Language language, String what) {}

    /** What the reader may see of them, drafts first. */
    List<Line> lines(Doer by, String picture, Language reader) {
        return recall.uses(by, picture).stream().map(use -> line(use, reader)).toList();
    }

    /** Whether the doer may take the picture back from the public. */
    boolean recalls(Doer by, String picture) {
        return recall.may(by, picture);
    }

    private Line line(Plates.Use use, Language reader) {
        Release release = releases.find(use.release()).orElseThrow();
        Words words = Words.of("desk", reader);
        String headline = use.edition().isPresent()
                ? releases.editions(use.release(), use.language()).stream()
                        .filter(edition -> edition.number() == use.edition().getAsInt())
                        .map(Edition::wording)
                        .map(wording -> wording.headline())
                        .findFirst()
                        .orElse("")
                : releases.draft(use.release(), use.language())
                        .map(Draft::wording)
                        .map(wording -> wording.headline())
                        .orElse("");
        String which = use.edition().isPresent()
                ? words.say(
                        "picture.use-edition", Map.of("number", use.edition().getAsInt()))
                : words.say("picture.use-draft", Map.of());
        return new Line(
                "/releases/" + use.release() + "/" + use.language(),
                headline.isBlank() ? words.say("desk.untitled", Map.of()) : headline,
                use.language(),
                String.join(
                        " · ",
                        Names.of(use.language(), reader),
                        which,
                        release.office().name(reader)));
    }
}
