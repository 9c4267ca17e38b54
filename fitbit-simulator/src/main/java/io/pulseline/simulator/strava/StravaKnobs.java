package io.pulseline.simulator.strava;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * How Strava behaves where a test wants it otherwise.
 *
 * @param asksPeople whether the consent page waits for a decision; else it allows at once what is
 *     asked for, as somebody new each time
 * @param athlete who allows at once where nobody is asked; null for somebody new each time
 * @param accessTokenSeconds how long an access token lasts
 * @param refreshTokenRotates whether a refresh gives another refresh token and ends the old one
 * @param standardErrors whether the token endpoint says {@code invalid_grant} as RFC 6749 has it,
 *     not Strava's own document
 * @param processingPolls polls of an upload that are answered with "still being processed"
 * @param processingSeconds simulated time for which an upload is processed
 * @param rejection the error with which every file is rejected; null for none
 * @param duplicatesAsLink whether the text about a duplicate holds an HTML link, not a number
 * @param fifteenMinutes requests of all kinds in a quarter of an hour
 * @param day requests of all kinds in a day of UTC
 * @param fifteenMinutesReading requests but uploads in a quarter of an hour
 * @param dayReading requests but uploads in a day of UTC
 */
public record StravaKnobs(
        boolean asksPeople,
        @Nullable String athlete,
        int accessTokenSeconds,
        boolean refreshTokenRotates,
        boolean standardErrors,
        int processingPolls,
        int processingSeconds,
        @Nullable String rejection,
        boolean duplicatesAsLink,
        int fifteenMinutes,
        int day,
        int fifteenMinutesReading,
        int dayReading) {

    /** Nobody is asked, one poll is too early, and the limits are those of a new application. */
    public static StravaKnobs defaults() {
        return new StravaKnobs(
                false, null, 21_600, true, false, 1, 0, null, false, 200, 2_000, 100, 1_000);
    }

    /**
     * The same with some of them changed.
     *
     * @param change any of the names above
     * @throws IllegalArgumentException if a name or a value does not fit
     */
    public StravaKnobs changed(JsonNode change) {
        ObjectNode all = (ObjectNode) Json.tree(this);
        change.properties().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
        return Json.read(Json.bytes(all), StravaKnobs.class);
    }
}
