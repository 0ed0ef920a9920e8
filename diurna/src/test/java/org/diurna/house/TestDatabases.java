package org.diurna.house;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Empty databases for tests: a SQLite file in a new folder, and a database of one PostgreSQL server for all tests. */
public final class TestDatabases implements ArgumentsProvider {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Stream.of(Arguments.of(new Fresh("SQLite")), Arguments.of(new Fresh("PostgreSQL")));
    }

    /** A database that is made when the test asks for its place. */
    public record Fresh(String name) {
        public DatabasePlace place() {
            return name.equals("SQLite") ? sqlite() : postgres();
        }

        public Database open() {
            return Database.open(place());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A database as it was after a migration; open it again to bring it up to this version. */
    public static Database at(DatabasePlace place, String version) {
        return Database.open(place, MigrationVersion.fromVersion(version));
    }

    static DatabasePlace sqlite() {
        try {
            Path folder = Files.createTempDirectory("diurna-test");
            folder.toFile().deleteOnExit();
            return new DatabasePlace.Sqlite(folder.resolve("test.sqlite"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DatabasePlace postgres() {
        EmbeddedPostgres server = Server.RUNNING;
        String name = "test" + COUNT.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0 locale 'C' encoding 'UTF8'");
        } catch (SQLException e) {
            throw new IllegalStateException("The test's PostgreSQL made no database.", e);
        }
        return new DatabasePlace.Postgres(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "postgres", "postgres");
    }

    /** Started with the first test that needs it, stopped with the virtual machine. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("The test's PostgreSQL does not start.", e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
