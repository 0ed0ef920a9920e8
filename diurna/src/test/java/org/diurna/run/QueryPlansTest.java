package org.diurna.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diurna.run.Lomara.EN;
import static org.diurna.run.Lomara.FR;
import static org.diurna.run.Lomara.wording;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diurna.desk.Correct;
import org.diurna.edition.ReleaseId;
import org.diurna.edition.WithdrawnText;
import org.diurna.house.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a decision and its press run ask of the database must not cost more with more releases: nothing is scanned. */
final class QueryPlansTest {
    private static final Pattern STATEMENT =
            Pattern.compile("Executing prepared SQL statement \\[(.*)]", Pattern.DOTALL);

    /** Offices are few, what waits is short, and of leaves the index holds those only that have no receipt. */
    private static final Pattern SHORT =
            Pattern.compile("SCAN (office|speaker|w|o|leaf USING INDEX leaf_unsealed|CONSTANT ROW).*");

    @TempDir
    Path folder;

    @Test
    void no_statement_of_a_publication_scans_a_table_that_grows() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        try (Installation house = Installation.found(
                folder,
                Installation.sqlite(folder),
                new FakeClock("2026-03-04T09:30:00Z"),
                Installation.Public.ON_THE_SHELF)) {
            house.offices.put(Lomara.ministry(Lomara.HOST));
            heard.start();
            logger.addAppender(heard);
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            everyDecision(house);
            logger.setLevel(before);
            Set<String> statements = heard.list.stream()
                    .map(event -> STATEMENT.matcher(event.getFormattedMessage()))
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            assertThat(statements).hasSizeGreaterThan(30);
            List<String> scans = new ArrayList<>();
            for (String statement : statements) {
                plan(house, statement).stream()
                        .filter(step ->
                                step.startsWith("SCAN") && !SHORT.matcher(step).matches())
                        .forEach(step -> scans.add(step + " in " + statement));
            }
            assertThat(scans).isEmpty();
        } finally {
            logger.setLevel(before);
            logger.setAdditive(true);
            logger.detachAppender(heard);
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

    private static List<String> plan(Installation house, String statement) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Connection connection = house.database.source().getConnection();
                PreparedStatement explain = connection.prepareStatement("explain query plan " + statement)) {
            for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                explain.setObject(i, null);
            }
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    steps.add(rows.getString("detail"));
                }
            }
        }
        return steps;
    }
}
