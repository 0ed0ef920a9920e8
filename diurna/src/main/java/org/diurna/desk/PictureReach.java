package org.diurna.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diurna.darkroom.Picture;
import org.diurna.darkroom.Pictures;
import org.diurna.edition.Office;
import org.diurna.edition.Offices;
import org.diurna.house.Language;
import org.diurna.staff.Doer;

/** Which pictures somebody may see, and for which offices they take pictures in and describe them. */
final class PictureReach {
    private final Pictures pictures;
    private final Offices offices;

    PictureReach(Pictures pictures, Offices offices) {
        this.pictures = pictures;
        this.offices = offices;
    }

    /** Codes of the offices whose pictures the doer may see; with the empty one for pictures of all offices. */
    Set<String> seen(Doer by) {
        Set<String> codes = offices.all().stream()
                .map(Office::code)
                .filter(code -> Rights.looks(by, code))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!codes.isEmpty()) {
            codes.add("");
        }
        return codes;
    }

    /** A picture that the doer may see. */
    Optional<Picture> find(Doer by, String id) {
        Set<String> seen = seen(by);
        return pictures.find(id).filter(picture -> seen.contains(picture.office()));
    }

    /** Whether the doer takes pictures in for that office; for all of them, where the code is empty. */
    boolean edits(Doer by, String office) {
        List<Office> all = offices.all();
        return office.isEmpty()
                ? !all.isEmpty() && all.stream().allMatch(each -> Rights.illustrates(by, each.code()))
                : offices.find(office).isPresent() && Rights.illustrates(by, office);
    }

    /**
     * Names of the offices for which the doer takes pictures in, by code; the empty code for whoever does so everywhere.
     *
     * @param everywhere what all offices together are called
     */
    Map<String, String> editable(Doer by, Language reader, String everywhere) {
        Map<String, String> editable = new LinkedHashMap<>();
        offices.all().stream()
                .filter(office -> edits(by, office.code()))
                .forEach(office -> editable.put(office.code(), office.name(reader)));
        if (edits(by, "")) {
            editable.put("", everywhere);
        }
        return editable;
    }

    /** Languages in which a picture can be described: those of its office, or of all. */
    Set<Language> languages(Picture picture) {
        Set<Language> languages = new TreeSet<>(picture.facts().captions().keySet());
        languages.addAll(picture.facts().alts().keySet());
        offices.all().stream()
                .filter(office -> picture.office().isEmpty() || picture.office().equals(office.code()))
                .forEach(office -> languages.addAll(office.languages()));
        return languages;
    }
}
