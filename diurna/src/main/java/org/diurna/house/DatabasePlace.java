package org.diurna.house;

import java.nio.file.Path;
import java.util.Map;

/** Where the database is. */
public sealed interface DatabasePlace {
    /** How messages call it; never holds a password. */
    String name();

    /** What the migrations call by different names on the two databases. */
    Map<String, String> placeholders();

    /** A file of the data folder. */
    record Sqlite(Path file) implements DatabasePlace {
        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public Map<String, String> placeholders() {
            return Map.of(
                    "bytes",
                    "blob",
                    "instant",
                    "timestamp",
                    "serial",
                    "integer primary key autoincrement",
                    "json",
                    "",
                    "guard-trail",
                    """
                            create trigger trail_keeps_rows before update on trail
                            begin select raise(abort, 'the trail only grows'); end;
                            create trigger trail_loses_none before delete on trail
                            begin select raise(abort, 'the trail only grows'); end;""");
        }
    }

    /**
     * A PostgreSQL server.
     *
     * @param url {@code jdbc:postgresql://host:port/name}; its locale must be C or C.UTF-8, so that texts sort as bytes
     */
    record Postgres(String url, String user, String password) implements DatabasePlace {
        @Override
        public String name() {
            return url;
        }

        @Override
        public Map<String, String> placeholders() {
            return Map.of(
                    "bytes",
                    "bytea",
                    "instant",
                    "timestamp with time zone",
                    "serial",
                    "bigint generated always as identity primary key",
                    "json",
                    "::json",
                    "guard-trail",
                    """
                            create function trail_only_grows() returns trigger language plpgsql as
                            $guard$ begin raise exception 'the trail only grows'; end $guard$;
                            create trigger trail_keeps_rows before update or delete or truncate on trail
                            for each statement execute function trail_only_grows();""");
        }

        @Override
        public String toString() {
            return "Postgres[" + url + "]";
        }
    }
}
