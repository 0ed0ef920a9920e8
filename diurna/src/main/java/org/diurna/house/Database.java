package org.diurna.house;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one database of an installation: SQLite in the data folder, or PostgreSQL. One SQL text serves both.
 *
 * <p>SQLite has exactly one connection that writes: with more, virtual threads that wait inside the driver for the write
 * lock occupy the carriers that its holder needs to go on, and everything stands still. Readers have their own
 * connections, which refuse to write.
 */
public final class Database implements AutoCloseable {
    private static final int SQLITE_READERS = 4;
    private static final int POSTGRES_CONNECTIONS = 10;
    private static final int BUSY_TIMEOUT_MS = 10_000;

    private final HikariDataSource writer;
    private final Optional<HikariDataSource> reader;
    private final DataSource joined;
    private final JdbcClient client;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    private Database(HikariDataSource writer, Optional<HikariDataSource> reader) {
        this.writer = writer;
        this.reader = reader;
        LazyConnectionDataSourceProxy lazy = new LazyConnectionDataSourceProxy(writer);
        reader.ifPresent(lazy::setReadOnlyDataSource);
        this.joined = new TransactionAwareDataSourceProxy(lazy);
        this.client = JdbcClient.create(lazy);
        this.transactions = new JdbcTransactionManager(lazy);
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        if (reader.isEmpty()) {
            // PostgreSQL would look at a newer state with every statement; SQLite reads one state in any case
            reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        }
    }

    /**
     * Opens the database and brings its tables up to this version.
     *
     * @throws DatabaseUnavailable when it cannot be reached, or a newer version of Diurna has written it
     */
    public static Database open(DatabasePlace place) {
        return open(place, MigrationVersion.LATEST);
    }

    /** Brings its tables no further than a version, so that a test can see what becomes of an older installation. */
    static Database open(DatabasePlace place, MigrationVersion until) {
        Database database = switch (place) {
            case DatabasePlace.Sqlite sqlite -> sqlite(sqlite);
            case DatabasePlace.Postgres postgres ->
                new Database(pool("diurna", postgres.url(), POSTGRES_CONNECTIONS, postgres), Optional.empty());
        };
        try {
            database.migrate(place, until);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    private static Database sqlite(DatabasePlace.Sqlite place) {
        String url = "jdbc:sqlite:" + place.file()
                + "?journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout=" + BUSY_TIMEOUT_MS;
        // the reader opens no file of its own: the writer must have made it and put it into WAL mode
        HikariDataSource writer = pool("writer", url + "&transaction_mode=IMMEDIATE", 1, place);
        HikariConfig readers = config("readers", url, SQLITE_READERS, place);
        readers.setConnectionInitSql("pragma query_only = true");
        return new Database(writer, Optional.of(new HikariDataSource(readers)));
    }

    private static HikariDataSource pool(String name, String url, int size, DatabasePlace place) {
        try {
            return new HikariDataSource(config(name, url, size, place));
        } catch (RuntimeException e) {
            throw new DatabaseUnavailable(
                    "The database " + place.name() + " cannot be opened: " + reason(e)
                            + ". Check its address, its user and that it is running.",
                    e);
        }
    }

    private static HikariConfig config(String name, String url, int size, DatabasePlace place) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(size);
        config.setMaxLifetime(0);
        config.setConnectionTimeout(BUSY_TIMEOUT_MS);
        if (place instanceof DatabasePlace.Postgres postgres) {
            config.setUsername(postgres.user());
            config.setPassword(postgres.password());
        }
        return config;
    }

    private void migrate(DatabasePlace place, MigrationVersion until) {
        try {
            Flyway.configure()
                    .dataSource(writer)
                    .locations("classpath:db")
                    .placeholders(place.placeholders())
                    .target(until)
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailable(
                    "The tables of the database " + place.name()
                            + " do not fit this version of Diurna: " + reason(e)
                            + ". Start the version that wrote it last, or restore the backup from before the update.",
                    e);
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("");
    }

    /** A statement, inside the transaction of the caller. */
    public StatementSpec sql(String text) {
        return client.sql(text);
    }

    /** Runs the work in a transaction that may write; joins the caller's when there is one. */
    public <T> T write(Supplier<T> work) {
        return answer(writing.execute(_ -> work.get()));
    }

    /** Runs the work in a transaction that may write. */
    public void write(Runnable work) {
        writing.executeWithoutResult(_ -> work.run());
    }

    /**
     * Lets no other transaction write to a table until the one that is under way has ended; others go on reading it.
     *
     * @param table its name, a word of the program and never one from outside
     */
    public void holdAlone(String table) {
        // SQLite has one writer at a time anyway
        if (!embedded()) {
            sql("lock table " + table + " in share row exclusive mode").update();
        }
    }

    /** Runs the work on one consistent state of the database; a write in it is refused. */
    public <T> T read(Supplier<T> work) {
        return answer(reading.execute(_ -> work.get()));
    }

    private static <T> T answer(@org.jspecify.annotations.Nullable T result) {
        if (result == null) {
            throw new IllegalStateException("Work in a transaction answers with a value; use Optional for none.");
        }
        return result;
    }

    /** Whether the caller is inside a transaction. */
    public boolean inTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** Runs the work after the commit of the transaction that is under way; at once when there is none. */
    public void afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    /** Connections that take part in the transaction of the calling thread, for libraries that speak JDBC. */
    public DataSource source() {
        return joined;
    }

    /** For libraries that bring their own use of transactions. */
    public PlatformTransactionManager transactions() {
        return transactions;
    }

    /** Whether statements run on SQLite. */
    public boolean embedded() {
        return reader.isPresent();
    }

    @Override
    public void close() {
        reader.ifPresent(HikariDataSource::close);
        writer.close();
    }
}
