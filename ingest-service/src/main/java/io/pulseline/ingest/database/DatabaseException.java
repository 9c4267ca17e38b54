package io.pulseline.ingest.database;

import io.vertx.pgclient.PgException;
import java.util.Optional;

/** A transaction that was not committed. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseException(Throwable cause) {
        super("transaction failed: " + summary(cause), cause);
    }

    /**
     * True if the same values would fail again, however often they were tried: SQLSTATE class 22,
     * data exception (a NUL character in a text, a number out of range).
     */
    public boolean isAboutTheData() {
        return sqlState(this).filter(state -> state.startsWith("22")).isPresent();
    }

    /** True if another row with the same key was there first (SQLSTATE 23505). */
    public boolean isDuplicateKey() {
        return sqlState(this).filter("23505"::equals).isPresent();
    }

    // The class only: a database's message may quote the values.
    private static String summary(Throwable cause) {
        return cause.getClass().getSimpleName()
                + sqlState(cause).map(state -> " " + state).orElse("");
    }

    private static Optional<String> sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException postgres) {
                return Optional.ofNullable(postgres.getSqlState());
            }
        }
        return Optional.empty();
    }
}
