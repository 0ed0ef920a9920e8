package org.diurna.counter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diurna.edition.Edition;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.house.Language;

/**
 * What a public release shows, and may be asked for.
 *
 * @param language of the version that it is read in
 * @param pictures each once, in the order of the page; the first has number 1
 */
record Material(
        Office office, ReleaseId release, Language language, int edition, String headline, List<Plate> pictures) {
    Material {
        pictures = List.copyOf(pictures);
    }

    /** What can be ticked. */
    List<Licence.Item> items() {
        List<Licence.Item> items = new ArrayList<>();
        items.add(new Licence.Item(Licence.Item.WORDS, "", headline));
        for (int i = 0; i < pictures.size(); i++) {
            Plate plate = pictures.get(i);
            items.add(new Licence.Item(
                    i + 1, plate.picture(), plate.caption().isEmpty() ? plate.alt() : plate.caption()));
        }
        return items;
    }

    /**
     * What of a release is public on that host in the wanted language, or in the first in which it is; empty for what is
     * not public, not this office's or not there, which nobody can tell apart.
     */
    static Optional<Material> find(Releases releases, Office office, String id, Language wanted) {
        if (!id.matches("[0-9A-HJKMNP-TV-Z]{10}")) {
            return Optional.empty();
        }
        return releases.find(new ReleaseId(id))
                .filter(release -> release.office().code().equals(office.code()))
                .flatMap(release -> {
                    List<Language> languages = new ArrayList<>(List.of(wanted));
                    languages.addAll(releases.languages(release));
                    return languages.stream()
                            .flatMap(language -> shown(releases, office, release.id(), language).stream())
                            .findFirst();
                });
    }

    private static Optional<Material> shown(Releases releases, Office office, ReleaseId id, Language language) {
        if (!(releases.stage(id, language) instanceof Stage.Public now)) {
            return Optional.empty();
        }
        return releases.editions(id, language).stream()
                .filter(edition -> edition.number() == now.edition())
                .findFirst()
                .map(edition -> new Material(
                        office,
                        id,
                        language,
                        edition.number(),
                        edition.wording().headline(),
                        pictures(releases, edition)));
    }

    private static List<Plate> pictures(Releases releases, Edition edition) {
        Set<String> seen = new HashSet<>();
        return releases.plates().of(edition.release(), edition.language(), edition.number()).stream()
                .filter(plate -> releases.plates()
                        .recalled(List.of(plate.picture(), plate.sha256()))
                        .isEmpty())
                .filter(plate -> seen.add(plate.picture()))
                .toList();
    }
}
