package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.FR;
import static org.diurna.run.Lomara.wording;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.diurna.desk.Correct;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.diurna.house.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a decision and its press run ask of the database must not cost more with more releases: nothing is scanned. */
final class QueryPlansTest {
    private static final Pattern SCAN = Pattern.compile("SCAN .*");

    /**
     * Offices are few, what waits is short, of leaves the index holds those only that have no receipt, and of what is
     * scheduled the first is read: a timetable of another test may ask for it beside this one.
     */
    private static final Pattern SHORT =
            Pattern.compile("SCAN (office|speaker USING INDEX|w|o|leaf USING INDEX leaf_unsealed|CONSTANT ROW"
                    + "|schedule_waiting USING COVERING INDEX schedule_due in .* limit 1).*");

    @TempDir
    Path folder;

    @Test
    void no_statement_of_a_publication_scans_a_table_that_grows() throws Exception {
        try (Installation house = Installation.found(
                folder,
                Installation.sqlite(folder),
                new FakeClock("2026-03-04T09:30:00Z"),
                Installation.Public.ON_THE_SHELF)) {
            house.offices.put(Lomara.ministry(Lomara.HOST));
            Set<String> statements;
            try (Plans plans = new Plans()) {
                everyDecision(house);
                statements = plans.statements();
            }
            assertThat(statements).hasSizeGreaterThan(30);
            assertThat(Plans.costly(house.database, statements, SCAN, List.of(SHORT)))
                    .isEmpty();
        }
    }

    private static void everyDecision(Installation house) {
        Lomara lomara = new Lomara(house);
        ReleaseId id = lomara.draft(wording("The ferry sails", "At noon."), FR);
        lomara.publish(id, EN);
        lomara.publish(id, FR);
        house.pressRun.run();
        lomara.correct(id, EN, Correct.Reason.CORRECTION, wording("The ferry is late", "At one."));
        house.pressRun.run();
        lomara.withdraw(id, EN, WithdrawnText.KEPT);
        house.pressRun.run();
    }
}
