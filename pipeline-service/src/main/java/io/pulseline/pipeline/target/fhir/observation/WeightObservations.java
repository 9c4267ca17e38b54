package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.WeightMeasurement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;

/**
 * What a scale told on a local date. A measurement knows no offset: its time is in UTC, or the date
 * where it has none.
 */
final class WeightObservations {
    private final Sheet sheet;
    private final DailySummary day;

    WeightObservations(Sheet sheet, DailySummary day) {
        this.sheet = sheet;
        this.day = day;
    }

    List<Observation> all() {
        List<WeightMeasurement> weights = day.getWeights();
        if (weights == null) {
            return List.of();
        }
        return IntStream.range(0, weights.size())
                .boxed()
                .flatMap(place -> of(weights.get(place), name(weights.get(place), place)))
                .toList();
    }

    private Stream<Observation> of(WeightMeasurement weight, String name) {
        DateTimeType time =
                weight.getMeasuredEpochMillis() == null
                        ? Times.on(day.getLocalDate())
                        : Times.at(weight.getMeasuredEpochMillis());
        return Stream.of(
                        draft("weight:" + name, "Body weight", Loinc.BODY_WEIGHT, weight)
                                .vitalSign(UsCoreProfile.BODY_WEIGHT)
                                .at(time)
                                .finished(weight.getKilograms(), Unit.KILOGRAMS),
                        draft(
                                        "body-mass-index:" + name,
                                        "Body mass index",
                                        Loinc.BODY_MASS_INDEX,
                                        weight)
                                .vitalSign(UsCoreProfile.BODY_MASS_INDEX)
                                .at(time)
                                .finished(
                                        weight.getBodyMassIndex(), Unit.KILOGRAMS_PER_SQUARE_METRE),
                        draft("body-fat:" + name, "Body fat", Loinc.BODY_FAT, weight)
                                .vitalSign()
                                .at(time)
                                .finished(weight.getBodyFatPercent(), Unit.PERCENT))
                .flatMap(Optional::stream);
    }

    /** Measured by the scale, never by the tracker that the day as a whole is from. */
    private Draft draft(String part, String text, Loinc code, WeightMeasurement weight) {
        return sheet.draft(part, text, code.coding()).device(weight.getDevice());
    }

    /** The source's own name of it as long as there is one: places move. */
    private static String name(WeightMeasurement weight, int place) {
        if (weight.getProviderRecordId() != null) {
            return weight.getProviderRecordId();
        }
        return weight.getMeasuredEpochMillis() == null
                ? Integer.toString(place)
                : "at " + weight.getMeasuredEpochMillis();
    }
}
