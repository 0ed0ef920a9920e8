package org.diurna.counter;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diurna.edition.Plates;
import org.diurna.edition.Release;
import org.diurna.edition.Releases;
import org.diurna.edition.Stage;
import org.diurna.house.Language;

/**
 * What of a request may be handed out now. What the public no longer sees is handed out to nobody, whatever was granted
 * before it was taken back.
 */
record Offers(Releases releases) {
    /** The places of those items that are public still: words in some language, pictures that were not recalled. */
    Set<Integer> of(Licence licence) {
        List<Language> languages =
                releases.find(licence.release()).map(this::standing).orElse(List.of());
        if (languages.isEmpty()) {
            return Set.of();
        }
        Set<String> pictures = releases.plates().ofAll(List.of(licence.release())).stream()
                .filter(of -> languages.contains(of.language()))
                .map(of -> of.plate().picture())
                .collect(Collectors.toCollection(HashSet::new));
        pictures.removeAll(recalled(licence).keySet());
        return licence.items().stream()
                .filter(item -> item.words() || pictures.contains(item.picture()))
                .map(Licence.Item::place)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, Plates.Recalled> recalled(Licence licence) {
        return releases.plates()
                .recalled(licence.items().stream()
                        .filter(item -> !item.words())
                        .map(Licence.Item::picture)
                        .toList());
    }

    private List<Language> standing(Release release) {
        return releases.languages(release).stream()
                .filter(language -> stands(releases.stage(release.id(), language)))
                .toList();
    }

    /** A correction on its way through the press leaves the edition before it in public. */
    private static boolean stands(Stage stage) {
        return switch (stage) {
            case Stage.Public _ -> true;
            case Stage.InPress press -> press.edition() > 1;
            case Stage.Drafted _, Stage.Scheduled _, Stage.Withdrawn _ -> false;
        };
    }
}
