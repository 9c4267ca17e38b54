package io.pulseline.ingest.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider's token endpoint said no. Carries nothing of the body but the error's type, because
 * the messages quote codes and tokens.
 */
public final class TokenRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The OAuth word for a code or refresh token that is not valid (any more). */
    public static final String INVALID_GRANT = "invalid_grant";

    private final int status;
    private final String errorType;
    private final transient @Nullable Instant until;

    /**
     * What was answered.
     *
     * @param provider as people call it
     * @param errorType one of the words the provider documents
     * @param until when to ask again, if rate limited; null otherwise
     */
    public TokenRefusal(String provider, int status, String errorType, @Nullable Instant until) {
        super(provider + "'s token endpoint answered " + status + " " + errorType);
        this.status = status;
        this.errorType = errorType;
        this.until = until;
    }

    public int status() {
        return status;
    }

    public boolean isInvalidGrant() {
        return status == 400 && errorType.equals(INVALID_GRANT);
    }

    /** When to ask again, if rate limited. */
    public @Nullable Instant until() {
        return until;
    }
}
