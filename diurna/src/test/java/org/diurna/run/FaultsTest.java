package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.FR;
import static org.diurna.run.Lomara.wording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.diurna.desk.Correct;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.diurna.stand.Change;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invariant 9: every step of a press run can be repeated. The same decisions are taken to the public again and again from
 * one folder, each time dying one step later, until a run dies no more; the end is always the same.
 */
final class FaultsTest {
    private final FakeClock clock = new FakeClock("2026-03-04T09:30:00Z");

    @TempDir
    Path folder;

    /** A publication in two languages, a correction and a withdrawal, decided but not yet printed. */
    @BeforeEach
    void decide() {
        Path base = folder.resolve("base");
        try (Installation house =
                Installation.found(base, Installation.sqlite(base), clock, Installation.Public.ON_THE_SHELF)) {
            house.offices.put(Lomara.ministry(Lomara.HOST));
            house.renewal.fronts();
            Lomara lomara = new Lomara(house);
            ReleaseId corrected = lomara.release("The ferry sails again", "The ferry sails at noon.");
            ReleaseId withdrawn = lomara.release("A mistake", "Nobody should have read this.");
            ReleaseId fresh = lomara.draft(wording("The harbour is open", "It opened at dawn."), FR);
            lomara.publish(fresh, EN);
            lomara.publish(fresh, FR);
            lomara.correct(corrected, EN, Correct.Reason.CORRECTION, wording("No ferry", "It stays in port."));
            lomara.withdraw(withdrawn, EN, WithdrawnText.REMOVED);
        }
    }

    /** What a run leaves: all public addresses, and all leaves. */
    private record End(Map<String, Change> shelf, String log) {
        static End of(Installation house) {
            StringBuilder log = new StringBuilder(house.ledger.checkpoint().note());
            for (long index = 0; index < house.ledger.size(); index++) {
                log.append(new String(house.ledger.entry(index), java.nio.charset.StandardCharsets.UTF_8));
            }
            return new End(house.state(), log.toString());
        }
    }

    private Path copy(String name) throws Exception {
        Path copy = folder.resolve(name);
        Installation.copy(folder.resolve("base"), copy);
        return copy;
    }

    private End undisturbed() throws Exception {
        Path copy = copy("undisturbed");
        try (Installation house =
                Installation.open(copy, Installation.sqlite(copy), clock, Installation.Public.ON_THE_SHELF)) {
            house.pressRun.run();
            return End.of(house);
        }
    }

    @Test
    void invariant_9_a_run_that_died_at_any_step_starts_again_from_the_top() throws Exception {
        End expected = undisturbed();
        int n = 1;
        boolean died = true;
        while (died) {
            Path copy = copy("died-" + n);
            Faults faults = new Faults(n);
            try (Installation house = Installation.faulty(copy, clock, faults)) {
                Throwable trouble = catchThrowable(house.pressRun::run);
                died = trouble instanceof Faults.Died;
                if (!died) {
                    assertThat(trouble).as("step " + n).isNull();
                    assertThat(faults.spent()).isFalse();
                }
            }
            try (Installation house =
                    Installation.open(copy, Installation.sqlite(copy), clock, Installation.Public.ON_THE_SHELF)) {
                house.shop.ledgerMustFit();
                house.pressRun.ledgerMustGoOn();
                house.pressRun.run();
                assertThat(End.of(house)).as("after dying at step " + n).isEqualTo(expected);
                assertThat(house.happenings.pending(10)).isEmpty();
            }
            n++;
        }
        assertThat(n).as("steps of a run").isGreaterThan(12);
    }

    @Test
    void a_run_in_the_same_process_goes_on_after_any_fault() throws Exception {
        End expected = undisturbed();
        int n = 1;
        boolean died = true;
        while (died) {
            Path copy = copy("same-" + n);
            try (Installation house = Installation.faulty(copy, clock, new Faults(n))) {
                died = catchThrowable(house.pressRun::run) instanceof Faults.Died;
                if (died) {
                    house.pressRun.run();
                }
                assertThat(End.of(house)).as("after dying at step " + n).isEqualTo(expected);
            }
            n += 3;
        }
        assertThat(Files.exists(folder.resolve("same-1"))).isTrue();
    }
}
