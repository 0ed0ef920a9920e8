package org.diurna.desk;

import java.time.Clock;
import org.diurna.edition.Numbers;
import org.diurna.edition.Texts;
import org.diurna.staff.Act;
import org.diurna.staff.Doer;
import org.diurna.staff.Permissions;

/** The decision to say why a number of a series is missing. */
final class ExplainNumber {
    static final int WORDS_MAX = 500;

    private final Numbers numbers;
    private final Rights rights;
    private final Clock clock;

    ExplainNumber(Numbers numbers, Rights rights, Clock clock) {
        this.numbers = numbers;
        this.rights = rights;
        this.clock = clock;
    }

    /** What became of it. */
    enum Outcome {
        EXPLAINED,
        /** There is no such number, or nothing was said. */
        NOT_READY,
        NOT_ALLOWED
    }

    /** Whether the doer explains numbers of that office. */
    static boolean may(Doer by, String office) {
        return Permissions.offices(by, Act.WRITE)
                .map(codes -> codes.contains(office))
                .orElse(true);
    }

    Outcome run(Doer by, Numbers.Series series, int serial, String words) {
        if (!may(by, series.office())) {
            return Outcome.NOT_ALLOWED;
        }
        String said = Texts.clean(words).strip();
        boolean known = numbers.series(series.office()).contains(series)
                && serial > 0
                && numbers.borne(series).stream().anyMatch(borne -> borne.serial() >= serial);
        if (!known || said.isEmpty() || said.length() > WORDS_MAX) {
            return Outcome.NOT_READY;
        }
        return rights.together(() -> {
            numbers.explain(series, serial, said, by.id(), clock.instant());
            rights.kept(
                    by, "explain-number", "", series.office(), "", serial + " of " + series.series() + series.year());
            return Outcome.EXPLAINED;
        });
    }
}
