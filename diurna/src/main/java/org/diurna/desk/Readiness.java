package org.diurna.desk;

import java.util.List;
import org.diurna.edition.Draft;
import org.diurna.edition.Office;

/** Everything that stands between a draft and the public, found at once: the severe ones of the findings. */
final class Readiness {
    private Readiness() {}

    static List<Objection> of(Checks checks, Office office, Draft draft) {
        return checks.of(office, draft).stream()
                .filter(finding -> finding.severity() == Finding.Severity.SEVERE)
                .map(Finding::objection)
                .toList();
    }
}
