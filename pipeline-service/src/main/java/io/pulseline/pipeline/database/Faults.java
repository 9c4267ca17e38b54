package io.pulseline.pipeline.database;

import io.vertx.pgclient.PgException;
import java.util.Optional;
import java.util.Set;

/** Reads failures: SQLSTATE classes of PostgreSQL (its manual, appendix A) and plain mistakes. */
public final class Faults {
    /** Data exception, integrity constraint violation: they fail again however often tried. */
    private static final Set<String> DETERMINISTIC = Set.of("22", "23");

    private static final String UNIQUE_VIOLATION = "23505";

    /** Serialization failure, deadlock: the other transaction won. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    private Faults() {}

    /**
     * True for what fails again however often it is tried. In doubt false: waiting harms less than
     * giving up what an outage broke.
     */
    public static boolean isDeterministic(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException answer) {
                return !isConflict(answer)
                        && DETERMINISTIC.contains(stateOf(answer).substring(0, 2));
            }
            if (cause instanceof NullPointerException
                    || cause instanceof ClassCastException
                    || cause instanceof ArithmeticException
                    || cause instanceof IndexOutOfBoundsException
                    || cause instanceof IllegalArgumentException) {
                return true;
            }
        }
        return false;
    }

    static boolean isConflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException answer) {
                String state = stateOf(answer);
                // Two that insert the same row: the second finds it there next time.
                return CONFLICTS.contains(state) || UNIQUE_VIOLATION.equals(state);
            }
        }
        return false;
    }

    static String kindOf(Throwable failure) {
        String kind = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException answer) {
                return "SQLSTATE " + stateOf(answer);
            }
            kind = cause.getClass().getSimpleName();
        }
        return kind;
    }

    private static String stateOf(PgException answer) {
        return Optional.ofNullable(answer.getSqlState())
                .filter(state -> state.length() == 5)
                .orElse("-----");
    }
}
