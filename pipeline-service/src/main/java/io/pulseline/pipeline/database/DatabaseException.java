package io.pulseline.pipeline.database;

/** A transaction that did not come to an end; nothing of it happened. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseException(Throwable cause) {
        // The cause's message may quote a row; its kind says enough.
        super("transaction failed (" + Faults.kindOf(cause) + ")", cause);
    }

    /** True if the same transaction may succeed when the database is back. */
    public boolean isOutage() {
        return !Faults.isDeterministic(this);
    }

    /** True if the database ended it for the sake of another transaction. */
    public boolean isConflict() {
        return Faults.isConflict(this);
    }
}
