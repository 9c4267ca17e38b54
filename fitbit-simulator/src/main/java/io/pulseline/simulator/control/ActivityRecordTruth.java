package io.pulseline.simulator.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pulseline.simulator.truth.Quirk;
import io.pulseline.simulator.truth.SimulatedActivity;
import java.io.IOException;

/** One activity as a record has it. */
final class ActivityRecordTruth {
    private ActivityRecordTruth() {}

    static void write(JsonGenerator json, SimulatedActivity activity) throws IOException {
        // What the tracker began by itself is shown without steps and distance.
        boolean isBare = activity.has(Quirk.AUTO_DETECTED);
        Double metres = isBare ? null : activity.distanceMetres();
        Integer steps = isBare ? null : activity.steps();
        json.writeStringField("logId", Long.toString(activity.logId()));
        json.writeBooleanField("deleted", false);
        json.writeStringField("title", activity.name());
        json.writeNumberField("startEpochMillis", activity.start().toEpochMilli());
        json.writeNumberField(
                "startOffsetSeconds", activity.localStart().getOffset().getTotalSeconds());
        json.writeNumberField("elapsedMilliseconds", activity.elapsed().toMillis());
        json.writeNumberField("activeMilliseconds", activity.active().toMillis());
        NightTruth.writeOrNull(
                json, "distanceMetres", metres == null ? null : Math.round(metres * 1000) / 1000.0);
        json.writeNumberField("energyKilocalories", activity.energyKilocalories());
        if (steps == null) {
            json.writeNullField("steps");
        } else {
            json.writeNumberField("steps", steps);
        }
        json.writeNumberField("averageHeartRateBeatsPerMinute", activity.averageHeartRate());
        json.writeObjectFieldStart("heartRate");
        SeriesTruth.writeSamples(json, activity.heartRate());
        json.writeEndObject();
    }
}
