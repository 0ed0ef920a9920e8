package org.diurna.house;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Listens to what is asked of a database, and says how SQLite goes about it. */
public final class Plans implements AutoCloseable {
    private static final Pattern STATEMENT =
            Pattern.compile("Executing prepared SQL statement \\[(.*)]", Pattern.DOTALL);

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
    private final Level before = logger.getLevel();
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    /** Begins to listen. */
    public Plans() {
        heard.start();
        logger.addAppender(heard);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
    }

    /** The statements that were heard, each once. */
    public Set<String> statements() {
        return List.copyOf(heard.list).stream()
                .map(event -> STATEMENT.matcher(event.getFormattedMessage()))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Steps of those statements that are dear, each as {@code STEP in STATEMENT} on one line, but for those that are known
     * to be small.
     */
    public static List<String> costly(Database database, Set<String> statements, Pattern dear, List<Pattern> small) {
        List<String> found = new ArrayList<>();
        for (String statement : statements) {
            String line = statement.replaceAll("\\s+", " ");
            steps(database, statement).stream()
                    .filter(step -> dear.matcher(step).matches())
                    .map(step -> step + " in " + line)
                    .filter(step -> small.stream()
                            .noneMatch(known -> known.matcher(step).matches()))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<String> steps(Database database, String statement) {
        List<String> steps = new ArrayList<>();
        try (Connection connection = database.source().getConnection();
                PreparedStatement explain = connection.prepareStatement("explain query plan " + statement)) {
            for (int i = 1; i <= explain.getParameterMetaData().getParameterCount(); i++) {
                explain.setObject(i, null);
            }
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    steps.add(rows.getString("detail"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("No plan for: " + statement, e);
        }
        return steps;
    }

    @Override
    public void close() {
        logger.setLevel(before);
        logger.setAdditive(true);
        logger.detachAppender(heard);
    }
}
