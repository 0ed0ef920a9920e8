package org.diurna.desk;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;

/** The library as decisions ask for it. */
public final class Shelves implements Library {
    private final Pictures pictures;

    public Shelves(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public Optional<Shelved> find(String picture) {
        return pictures.find(picture).map(Shelves::shelved);
    }

    @Override
    public List<Shelved> search(String office, String words, int most) {
        return pictures.search(Set.of(office), words, "", 0, most).stream()
                .map(Shelves::shelved)
                .toList();
    }

    private static Shelved shelved(Picture picture) {
        return new Shelved(
                picture.id(),
                picture.master(),
                picture.office(),
                picture.description(),
                picture.rights(),
                picture.crops(),
                picture.facts().embargo(),
                picture.facts()
                        .expires()
                        .map(last ->
                                last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
    }
}
