package org.diurna.desk;

import java.util.List;
import java.util.Optional;
import org.diurna.darkroom.Rights;
import org.diurna.house.Settings;

/**
 * The organisation's list of licences that pictures are given under. A picture names one by its code; a code that is on no
 * list is taken as it was typed, with the address of its terms.
 */
public record Licences(List<Settings.Licence> all) {
    /** An organisation without a list. */
    public static final Licences NONE = new Licences(List.of());

    public Licences {
        all = List.copyOf(all);
    }

    Optional<Settings.Licence> find(String code) {
        return all.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    Settings.Licence.Largest largest(String code) {
        return find(code).map(Settings.Licence::largest).orElse(Settings.Licence.Largest.EVERYBODY);
    }

    /** The same rights with the address of the licence that the list has. */
    Rights in(Rights rights) {
        return find(rights.licence().code())
                .map(listed -> new Rights(
                        rights.credit(),
                        rights.holder(),
                        rights.copyright(),
                        new Rights.Licence(listed.code(), listed.url()),
                        rights.usageTerms(),
                        rights.webStatement(),
                        rights.licensor(),
                        rights.dataMining()))
                .orElse(rights);
    }
}
