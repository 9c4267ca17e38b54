package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.health.WeightMeasurement;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.Units;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The weights of one date, by the clocks where each was taken (fact sheet 4.9). Google tells
 * neither body mass index nor, here, body fat.
 */
final class GoogleWeights {
    private GoogleWeights() {}

    /** The measurements in order of time, one on two pages once; null if there is none. */
    static @Nullable List<WeightMeasurement> of(DatedPayload dated) {
        Set<WeightMeasurement> weights = new LinkedHashSet<>();
        dated.parts()
                .answered(PartKind.WEIGHT)
                .forEach(part ->
                        GooglePage.read(
                                part,
                                dated.oddities(),
                                point -> {
                                    OffsetDateTime at =
                                            GoogleTimes.sampled(point.value(), dated.times());
                                    Double grams =
                                            GoogleJson.positive(point.value(), "weightGrams");
                                    if (at == null || grams == null) {
                                        dated.oddities().met(Oddity.ROW_UNREADABLE);
                                    } else if (at.toLocalDate().equals(dated.date())) {
                                        weights.add(measurement(point, at, grams));
                                    }
                                }));
        List<WeightMeasurement> inOrder = new ArrayList<>(weights);
        inOrder.sort(Comparator.comparing(WeightMeasurement::getMeasuredEpochMillis));
        return inOrder.isEmpty() ? null : inOrder;
    }

    private static WeightMeasurement measurement(
            GooglePoint point, OffsetDateTime at, double grams) {
        GoogleSource source = point.source();
        return new WeightMeasurement(
                point.id(),
                at.toInstant().toEpochMilli(),
                Units.gramsAsKilograms(grams),
                null,
                null,
                source.deviceName() == null ? source.application() : source.deviceName());
    }
}
