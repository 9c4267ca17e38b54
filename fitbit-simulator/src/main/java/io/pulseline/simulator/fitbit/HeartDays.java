package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.ZoneMinutes;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The block of a date in heart-rate answers, in its two shapes (fact sheet 4.6 and 4.7). */
final class HeartDays {
    private HeartDays() {}

    /** With a {@code value} object. */
    static ObjectNode nested(People people, Caller caller, LocalDate date, String shown) {
        ObjectNode day = Json.object().put("dateTime", shown);
        ObjectNode value = day.putObject("value");
        value.putArray("customHeartRateZones");
        value.set("heartRateZones", zones(people, caller, date));
        Integer resting = people.restingHeartRate(caller.user().id(), date);
        if (resting != null) {
            value.put("restingHeartRate", resting);
        }
        return day;
    }

    /** With the mean of a window as {@code value}. */
    static ObjectNode flat(
            People people,
            Caller caller,
            LocalDate date,
            String shown,
            List<HeartRateSample> samples) {
        ObjectNode day = Json.object();
        day.putArray("customHeartRateZones");
        day.put("dateTime", shown);
        day.set("heartRateZones", zones(people, caller, date));
        double mean =
                samples.stream().mapToInt(HeartRateSample::beatsPerMinute).average().orElse(0);
        return day.put("value", String.format(Locale.ROOT, "%.1f", mean));
    }

    private static ArrayNode zones(People people, Caller caller, LocalDate date) {
        ZoneMinutes minutes = people.zones(caller.user().id(), date);
        // A day on which nothing was worn has zones without minutes.
        return ZoneDocuments.zones(
                minutes, caller.user().body().maximumHeartRate(), minutes.total() > 0);
    }
}
