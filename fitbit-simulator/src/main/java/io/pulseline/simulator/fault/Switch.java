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
    SILENT_REVOKE,
    /** Rate-limit headers tell the state of ten requests ago. */
    LAGGING_RATE_HEADERS,
    /**
     * Heart rate by the second needs a right that the application lacks; by the minute it works.
     */
    WITHOUT_SECOND_DETAIL,
    /** Without the intraday right the plain daily answer comes instead of 403. */
    INTRADAY_KEY_MISSING,
    /** The steps of the running day end at the present minute, not at 23:59. */
    GRID_UNTIL_NOW,
    /** The doubled hour of autumn comes once: rows of the same time are merged. */
    DOUBLED_HOUR_MERGED,
    /** Sleep is not worked out yet: {@code meta.state} is pending, status 200. */
    SLEEP_PENDING,
    /** The pending answer comes with status 202. */
    PENDING_ACCEPTED,
    /** The summary of a date without sleep has stages, all zero. */
    EMPTY_SLEEP_STAGES,
    /** One date without SpO2 answers an empty array, not an empty object. */
    EMPTY_SPO2_ARRAY,
    /** One date without SpO2 answers an object without a value. */
    EMPTY_SPO2_WITHOUT_VALUE,
    /** One date without SpO2 answers 404. */
    EMPTY_SPO2_NOT_FOUND,
    /** Floors of a tracker without altimeter answer 404, not zeros. */
    FLOORS_NOT_FOUND,
    /** Distance and elevation need the location scope, too. */
    DISTANCE_NEEDS_LOCATION,
    /** Active zone minutes need the heartrate scope, too. */
    ZONE_MINUTES_NEED_HEARTRATE,
    /** Ranges that are too long answer 422, not 400. */
    LONG_RANGE_UNPROCESSABLE
}
