package org.diurna.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diurna.edition.Office;
import org.diurna.edition.Plate;
import org.diurna.edition.Plates;
import org.diurna.edition.Release;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.Releases;
import org.diurna.house.Database;
import org.diurna.press.Media;
import org.diurna.press.Press;
import org.diurna.press.Sheet;

/**
 * The files of pictures that belong to releases: laid while some public edition on the host shows them, gone once none
 * does, because the picture was taken back or the text was removed. It looks at nothing but sealed editions, so no file
 * lies under an address before its release does.
 */
final class PictureFiles {
    /** Files that are read and laid together. */
    private static final int TOGETHER = 32;

    private final Database database;
    private final Releases releases;
    private final Workshop.Renditions renditions;

    PictureFiles(Database database, Releases releases, Workshop.Renditions renditions) {
        this.database = database;
        this.releases = releases;
        this.renditions = renditions;
    }

    /** What is to lie at an address of a host: a file, or the word that it is gone. */
    private record Place(Office office, Plate.Print print, boolean shown) {}

    /** The sheets of all files of these releases, a few at a time; the bytes are read when they are asked for. */
    Stream<List<Sheet>> of(Press press, List<ReleaseId> ids) {
        List<Place> places = database.read(() -> places(ids));
        return IntStream.iterate(0, from -> from < places.size(), from -> from + TOGETHER)
                .mapToObj(from -> places.subList(from, Math.min(places.size(), from + TOGETHER)).stream()
                        .map(place -> sheet(press, place))
                        .toList());
    }

    private Sheet sheet(Press press, Place place) {
        return place.shown()
                ? Media.file(
                        place.office(),
                        place.print(),
                        renditions.read(place.print().sha256()))
                : press.gone(place.office(), place.print().path());
    }

    private List<Place> places(List<ReleaseId> ids) {
        Map<String, Place> places = new LinkedHashMap<>();
        List<Plates.Of> all = releases.plates().ofAll(ids);
        if (all.isEmpty()) {
            return List.of();
        }
        Set<String> shown = shown(all);
        Map<ReleaseId, Office> offices = new HashMap<>();
        Map<String, Published> published = published(all);
        for (Plates.Of of : all) {
            Office office = offices.computeIfAbsent(
                    of.release(), id -> releases.find(id).orElseThrow().office());
            if (published(published, of).isPresent()) {
                for (Plate.Print print : of.plate().prints()) {
                    String address = office.code() + print.path();
                    places.putIfAbsent(address, new Place(office, print, shown.contains(address)));
                }
            }
        }
        return List.copyOf(places.values());
    }

    /** The addresses that some public edition shows, of these releases or of any other that has one of their pictures. */
    private Set<String> shown(List<Plates.Of> all) {
        List<String> pictures =
                all.stream().map(of -> of.plate().picture()).distinct().toList();
        Set<String> recalled = releases.plates().recalled(pictures).keySet();
        List<ReleaseId> others = pictures.stream()
                .flatMap(picture -> releases.plates().uses(picture).stream())
                .map(Plates.Use::release)
                .distinct()
                .toList();
        List<Plates.Of> showing = releases.plates().ofAll(others);
        Map<String, Published> published = published(showing);
        Map<ReleaseId, Optional<Release>> found = new HashMap<>();
        Set<String> addresses = new HashSet<>();
        for (Plates.Of of : showing) {
            boolean seen = published(published, of)
                    .filter(version -> !version.removed())
                    .isPresent();
            if (seen && !recalled.contains(of.plate().picture())) {
                String office = found.computeIfAbsent(of.release(), releases::find)
                        .orElseThrow()
                        .office()
                        .code();
                of.plate().prints().forEach(print -> addresses.add(office + print.path()));
            }
        }
        return addresses;
    }

    private record Published(int edition, boolean removed) {}

    private Map<String, Published> published(List<Plates.Of> all) {
        Map<String, Published> published = new HashMap<>();
        List<String> ids = new ArrayList<>(
                all.stream().map(of -> of.release().value()).distinct().toList());
        database.sql("select release, lang, edition, withdrawn from publication where release in (:releases)")
                .param("releases", ids)
                .query((row, _) -> published.put(
                        row.getString("release") + " " + row.getString("lang"),
                        new Published(row.getInt("edition"), "removed".equals(row.getString("withdrawn")))))
                .list();
        return published;
    }

    /** Empty where the edition is not public. */
    private static Optional<Published> published(Map<String, Published> published, Plates.Of of) {
        return Optional.ofNullable(published.get(of.release() + " " + of.language()))
                .filter(version -> of.edition() <= version.edition());
    }
}
