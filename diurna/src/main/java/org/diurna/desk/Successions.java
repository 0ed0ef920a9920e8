package org.diurna.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.edition.Draft;
import org.diurna.edition.Edition;
import org.diurna.edition.Plates;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.house.Language;
import org.diurna.house.Words;
import org.diurna.staff.Doer;

/** Finds where pictures that were replaced are still to be seen: in drafts, and in editions that no other has followed. */
final class Successions {
    private final Pictures pictures;
    private final PictureReach reach;
    private final Releases releases;
    private final Rights rights;

    Successions(Pictures pictures, PictureReach reach, Releases releases, Rights rights) {
        this.pictures = pictures;
        this.reach = reach;
        this.releases = releases;
        this.rights = rights;
    }

    /** The id of the picture that has taken the place of this one, where the reader may see it. */
    Optional<String> successor(Doer by, String picture) {
        return pictures.replacements()
                .successor(picture)
                .filter(id -> reach.find(by, id).isPresent());
    }

    /** What the reader may see of it. */
    Succession of(Doer by, Picture picture, Language reader) {
        List<Picture> before = pictures.replacements().before(picture.id()).stream()
                .flatMap(id -> reach.find(by, id).stream())
                .toList();
        return new Succession(
                successor(by, picture.id()).flatMap(pictures::find).map(LibraryPages.Shown::of),
                before.stream().map(LibraryPages.Shown::of).toList(),
                waiting(by, before, reader));
    }

    private record Version(Release release, Language language) {}

    private List<Succession.Waiting> waiting(Doer by, List<Picture> before, Language reader) {
        Map<Version, List<Plates.Use>> uses = new LinkedHashMap<>();
        for (Picture old : before) {
            for (Plates.Use use : releases.plates().uses(old.id())) {
                releases.find(use.release())
                        .filter(release -> rights.sees(by, release))
                        .ifPresent(release -> uses.computeIfAbsent(
                                        new Version(release, use.language()), _ -> new ArrayList<>())
                                .add(use));
            }
        }
        List<Succession.Waiting> waiting = new ArrayList<>();
        uses.forEach((version, shown) -> waiting(by, version, shown, reader).ifPresent(waiting::add));
        return waiting;
    }

    private Optional<Succession.Waiting> waiting(Doer by, Version version, List<Plates.Use> uses, Language reader) {
        Release release = version.release();
        Language language = version.language();
        Optional<Draft> draft = releases.draft(release.id(), language)
                .filter(_ -> uses.stream().anyMatch(use -> use.edition().isEmpty()));
        Optional<Edition> edition = releases.stage(release.id(), language) instanceof Stage.Public
                ? newest(version)
                        .filter(last -> uses.stream()
                                .anyMatch(use -> use.edition().isPresent()
                                        && use.edition().getAsInt() == last.number()))
                : Optional.empty();
        if (draft.isEmpty() && edition.isEmpty()) {
            return Optional.empty();
        }
        Words words = Words.of("desk", reader);
        String headline = draft.map(Draft::wording)
                .or(() -> edition.map(Edition::wording))
                .orElseThrow()
                .headline();
        List<String> what = new ArrayList<>(List.of(Names.of(language, reader)));
        draft.ifPresent(_ -> what.add(words.say("picture.use-draft", Map.of())));
        edition.ifPresent(last -> what.add(words.say("picture.use-edition", Map.of("number", last.number()))));
        what.add(release.office().name(reader));
        return Optional.of(new Succession.Waiting(
                release.id().value(),
                "/releases/" + release.id() + "/" + language,
                headline.isBlank() ? words.say("desk.untitled", Map.of()) : headline,
                language,
                String.join(" · ", what),
                draft.filter(open -> rights.writes(by, release, language, open.standing()))
                        .isPresent(),
                edition.isPresent()));
    }

    private Optional<Edition> newest(Version version) {
        List<Edition> editions = releases.editions(version.release().id(), version.language());
        return editions.isEmpty() ? Optional.empty() : Optional.of(editions.getLast());
    }
}
