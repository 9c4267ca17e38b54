package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.jspecify.annotations.Nullable;

/**
 * A workout as a panel with members, after the HL7 guide for physical activity 1.0.1: all of them
 * with the same time. Members come before the panel that names them. Title and texts stay with us.
 */
final class ActivityObservations {
    private static final double MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

    private final Sheet sheet;
    private final Activity activity;

    ActivityObservations(Sheet sheet, Activity activity) {
        this.sheet = sheet;
        this.activity = activity;
    }

    /** Nothing where it is not known when it was. */
    List<Observation> all() {
        Period period = period();
        if (period == null) {
            return List.of();
        }
        List<Observation> all =
                new ArrayList<>(
                        Stream.of(
                                        type(period),
                                        duration(period),
                                        meanHeartRate(period),
                                        maximumHeartRate(period),
                                        energy(period),
                                        steps(period),
                                        distance(period))
                                .flatMap(Optional::stream)
                                .toList());
        all.add(panel(period, all));
        return all;
    }

    private Observation panel(Period period, List<Observation> members) {
        Draft panel =
                sheet.draft("activity", "Physical activity", Draft.panel())
                        .physicalActivity()
                        .at(period);
        for (Observation member : members) {
            panel = panel.member(nameOf(member));
        }
        return panel.finishedPanel();
    }

    private static String nameOf(Observation member) {
        return member.getIdentifier().stream().map(Identifier::getValue).findFirst().orElseThrow();
    }

    private Optional<Observation> type(Period period) {
        return Optional.of(
                sheet.draft("activity-type", "Exercise activity", Loinc.EXERCISE.coding())
                        .physicalActivity()
                        .at(period)
                        .finished(typeConcept()));
    }

    /** An answer of LOINC where one is confirmed, else the word alone. */
    private CodeableConcept typeConcept() {
        String type = activity.getActivityType();
        Coding[] codings =
                ActivityType.RUN.equals(type)
                        ? new Coding[] {new Coding(Loinc.SYSTEM, "LA11836-6", "Running")}
                        : new Coding[0];
        return Sheet.concept(type.toLowerCase(Locale.ROOT).replace('_', ' '), codings);
    }

    /** Without pauses where the source knows of them. */
    private Optional<Observation> duration(Period period) {
        Long active = activity.getActiveMilliseconds();
        Long millis = active == null ? activity.getElapsedMilliseconds() : active;
        return sheet.draft(
                        "activity-duration", "Exercise duration", Loinc.EXERCISE_DURATION.coding())
                .physicalActivity()
                .at(period)
                .finished(millis == null ? null : millis / MINUTE_MILLIS, Unit.MINUTES);
    }

    private Optional<Observation> meanHeartRate(Period period) {
        return sheet.draft(
                        "activity-mean-heart-rate",
                        "Mean heart rate of the exercise",
                        Loinc.EXERCISE_MEAN_HEART_RATE.coding())
                .physicalActivity()
                .at(period)
                .finished(activity.getAverageHeartRateBeatsPerMinute(), Unit.BEATS_PER_MINUTE);
    }

    private Optional<Observation> maximumHeartRate(Period period) {
        HeartRateSamples samples = activity.getHeartRate();
        Integer maximum =
                samples == null
                        ? null
                        : samples.getBeatsPerMinute().stream().max(Integer::compare).orElse(null);
        return sheet.draft(
                        "activity-maximum-heart-rate",
                        "Maximum heart rate of the exercise",
                        Loinc.EXERCISE_MAXIMUM_HEART_RATE.coding())
                .physicalActivity()
                .at(period)
                .finished(maximum, Unit.BEATS_PER_MINUTE);
    }

    private Optional<Observation> energy(Period period) {
        return sheet.draft(
                        "activity-energy",
                        "Calories burned in the exercise",
                        Loinc.ENERGY_OF_EXERCISE.coding())
                .physicalActivity()
                .at(period)
                .finished(activity.getEnergyKilocalories(), Unit.KILOCALORIES);
    }

    private Optional<Observation> steps(Period period) {
        return sheet.draft("activity-steps", "Steps of the exercise", Loinc.STEPS.coding())
                .physicalActivity()
                .at(period)
                .finished(activity.getSteps(), Unit.STEPS);
    }

    private Optional<Observation> distance(Period period) {
        return sheet.draft("activity-distance", LocalCode.DISTANCE, Loinc.DISTANCE)
                .physicalActivity()
                .at(period)
                .finished(activity.getDistanceMetres(), Unit.METRES);
    }

    private @Nullable Period period() {
        Long start = activity.getStartEpochMillis();
        Long elapsed = activity.getElapsedMilliseconds();
        if (start == null || elapsed == null) {
            return null;
        }
        Integer known = activity.getStartOffsetSeconds();
        int offset = known == null ? 0 : known;
        return Times.between(Times.at(start, offset), Times.at(start + elapsed, offset));
    }
}
