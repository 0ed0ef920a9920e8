package org.diurna.desk;

import java.util.List;
import java.util.Map;
import org.diurna.edition.Block;
import org.diurna.edition.Draft;
import org.diurna.edition.Office;
import org.diurna.edition.StandingTexts;

/** Whether sections still say what the office keeps for them. A section that somebody wrote anew is nobody's business. */
final class TextCheck {
    private TextCheck() {}

    static void of(StandingTexts texts, Office office, Draft draft, List<Finding> findings) {
        for (Block block : draft.wording().body()) {
            if (block instanceof Block.Section section) {
                texts.newerThan(office.code(), draft.language(), section)
                        .ifPresent(newer -> findings.add(Finding.advice(
                                "body",
                                section.id(),
                                "text-newer",
                                Map.of("kind", section.kind().word(), "version", newer.version()))));
            }
        }
    }
}
