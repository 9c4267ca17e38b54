package io.pulseline.simulator.fault;

/** Standing oddities of the service; all off at the start. */
public enum Switch {
    /** The service is switched off for good: every call to the Fitbit side answers 410. */
    GONE,
    /** A refresh repeated within two minutes answers the same pair again. */
    REFRESH_REPLAY,
    /** A refresh token used twice within ten seconds answers 409 instead of 400. */
    REFRESH_CONFLICT,
    /** Answers over the rate limit carry Retry-After. */
    RETRY_AFTER,
    /** Errors for lack of rights, rate and authentication come in Google's envelope. */
    GOOGLE_STYLE_ERRORS,
    /** The application has no right to intraday data. */
    WITHOUT_INTRADAY_RIGHT,
    /** The application's own revoke call sends no userRevokedAccess notification. */
    SILENT_REVOKE
}
