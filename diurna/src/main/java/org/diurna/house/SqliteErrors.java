package org.diurna.house;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.sqlite.SQLiteException;

/**
 * SQLite has no SQLSTATE, so Spring would report every broken constraint as an unknown error. Named in {@code
 * sql-error-codes.xml}, which makes all statements use it, also those of libraries.
 */
public final class SqliteErrors implements SQLExceptionTranslator {
    @Override
    public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException error) {
        if (!(error instanceof SQLiteException sqlite)) {
            return null;
        }
        String message = task + ": " + error.getMessage();
        return switch (sqlite.getResultCode()) {
            case SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_ROWID ->
                new DuplicateKeyException(message, error);
            case SQLITE_CONSTRAINT,
                    SQLITE_CONSTRAINT_CHECK,
                    SQLITE_CONSTRAINT_FOREIGNKEY,
                    SQLITE_CONSTRAINT_NOTNULL,
                    SQLITE_CONSTRAINT_TRIGGER -> new DataIntegrityViolationException(message, error);
            case SQLITE_BUSY, SQLITE_BUSY_SNAPSHOT, SQLITE_BUSY_TIMEOUT, SQLITE_LOCKED ->
                new CannotAcquireLockException(message, error);
            default -> null;
        };
    }
}
