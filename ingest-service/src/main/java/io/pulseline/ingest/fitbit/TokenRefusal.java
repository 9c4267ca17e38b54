package io.pulseline.ingest.fitbit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Fitbit's token endpoint said no. Carries nothing of the body but the error's type, because the
 * messages quote codes and tokens.
 */
final class TokenRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String errorType;
    private final transient @Nullable Instant until;

    TokenRefusal(int status, String errorType, @Nullable Instant until) {
        super("Fitbit's token endpoint answered " + status + " " + errorType);
        this.status = status;
        this.errorType = errorType;
        this.until = until;
    }

    int status() {
        return status;
    }

    boolean isInvalidGrant() {
        return status == 400 && errorType.equals(FitbitErrors.INVALID_GRANT);
    }

    /** When to ask again, if rate limited. */
    @Nullable Instant until() {
        return until;
    }
}
