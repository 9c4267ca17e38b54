package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.health.WeightMeasurement;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.JsonParts;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The weight log of one date: a part for each entry. Ids look like times and are none. */
final class FitbitWeights {
    private FitbitWeights() {}

    /** The measurements in order of time; null if there is none. */
    static @Nullable List<WeightMeasurement> of(DatedPayload dated) {
        List<WeightMeasurement> weights = new ArrayList<>();
        dated.parts()
                .answered(PartKind.WEIGHT)
                .forEach(part -> {
                    JsonNode entry = FitbitDocuments.entry(part, dated.date());
                    if (!entry.isEmpty()) {
                        weights.add(measurement(part, entry, dated));
                    }
                });
        weights.sort(
                Comparator.comparing(
                        WeightMeasurement::getMeasuredEpochMillis,
                        Comparator.nullsLast(Comparator.naturalOrder())));
        return weights.isEmpty() ? null : weights;
    }

    private static WeightMeasurement measurement(
            PayloadPart part, JsonNode entry, DatedPayload dated) {
        return new WeightMeasurement(
                JsonParts.text(entry, "logId"),
                measuredAt(entry, dated),
                FitbitUnits.of(part.getUnitSystem())
                        .kilograms(FitbitJson.positive(entry, "weight")),
                FitbitJson.positive(entry, "bmi"),
                FitbitJson.positive(entry, "fat"),
                JsonParts.text(entry, "source"));
    }

    private static @Nullable Long measuredAt(JsonNode entry, DatedPayload dated) {
        String text = JsonParts.text(entry, "time");
        LocalTime time = text == null ? null : FitbitTimes.timeOfDay(text);
        if (time == null) {
            return null;
        }
        Instant at = dated.times().resolve(dated.date().atTime(time)).toInstant();
        return at.toEpochMilli();
    }
}
