package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Requests that were spent at Fitbit.
 *
 * @param perUserDayMean over all people and the days on which they were asked about
 * @param perUserDayMost of one person on one day
 * @param perHourMost of one person in one clock hour
 * @param quotaExceeded how often somebody's quota was exceeded
 */
record Usage(double perUserDayMean, long perUserDayMost, long perHourMost, long quotaExceeded) {
    static Usage of(JsonNode json) {
        return new Usage(
                json.path("perUserDay").path("mean").asDouble(),
                json.path("perUserDay").path("max").asLong(),
                json.path("perUserHour").path("max").asLong(),
                json.path("quotaExceeded").asLong());
    }
}
