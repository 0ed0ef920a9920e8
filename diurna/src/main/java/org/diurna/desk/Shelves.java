package org.diurna.desk;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.house.Settings;

/** The library as decisions ask for it. */
public final class Shelves implements Library {
    private final Pictures pictures;
    private final Licences licences;

    public Shelves(Pictures pictures, Licences licences) {
        this.pictures = pictures;
        this.licences = licences;
    }

    @Override
    public Optional<Shelved> find(String picture) {
        return pictures.find(picture).map(this::shelved);
    }

    @Override
    public List<Shelved> search(String office, String words, int most) {
        return pictures.search(Set.of(office), words, "", 0, most).stream()
                .map(this::shelved)
                .toList();
    }

    @Override
    public boolean replaced(String picture) {
        return pictures.replacements().successor(picture).isPresent();
    }

    private Shelved shelved(Picture picture) {
        return new Shelved(
                picture.id(),
                picture.master(),
                picture.office(),
                picture.description(),
                picture.rights().map(licences::in),
                picture.crops(),
                picture.facts().embargo(),
                picture.facts()
                        .expires()
                        .map(last ->
                                last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()),
                picture.facts().largest() == Picture.Largest.ON_REQUEST
                        ? Settings.Licence.Largest.ON_REQUEST
                        : licences.largest(picture.facts().licence()));
    }
}
