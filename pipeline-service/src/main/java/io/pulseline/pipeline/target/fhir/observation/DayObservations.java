package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.contracts.health.DailySummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Range;

/** What the source sums up of a local date; its time is that date. */
final class DayObservations {
    private final Sheet sheet;
    private final DailySummary day;

    DayObservations(Sheet sheet, DailySummary day) {
        this.sheet = sheet;
        this.day = day;
    }

    List<Observation> all() {
        return Stream.of(
                        steps(),
                        restingHeartRate(),
                        energy(),
                        distance(),
                        moderateMinutes(),
                        vigorousMinutes(),
                        activeZoneMinutes(),
                        cardioFitness())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Observation> steps() {
        return sheet.draft("day-steps", "Steps of the day", Loinc.STEPS_OF_DAY.coding())
                .physicalActivity()
                .at(date())
                .finished(day.getSteps(), sheet.style().stepsUnit().unit());
    }

    private Optional<Observation> restingHeartRate() {
        return sheet.draft(
                        "resting-heart-rate",
                        "Resting heart rate",
                        Loinc.RESTING_HEART_RATE.coding())
                .physicalActivity()
                .at(date())
                .finished(day.getRestingHeartRateBeatsPerMinute(), Unit.BEATS_PER_MINUTE);
    }

    private Optional<Observation> energy() {
        return sheet.draft("day-energy", "Calories burned in the day", Loinc.ENERGY_OF_DAY.coding())
                .physicalActivity()
                .at(date())
                .finished(day.getEnergyKilocalories(), Unit.KILOCALORIES_PER_DAY);
    }

    private Optional<Observation> distance() {
        return sheet.draft("day-distance", LocalCode.DISTANCE, Loinc.WALKING_DISTANCE_OF_DAY)
                .activity()
                .at(date())
                .finished(day.getDistanceMetres(), Unit.METRES);
    }

    /** Fitbit's fairly active minutes: 3 to 6 metabolic equivalents. */
    private Optional<Observation> moderateMinutes() {
        return sheet.draft(
                        "day-moderate-minutes",
                        "Minutes of moderate activity",
                        Loinc.MODERATE_MINUTES.coding())
                .physicalActivity()
                .at(date())
                .finished(day.getFairlyActiveMinutes(), Unit.MINUTES);
    }

    /** Fitbit's very active minutes: 6 metabolic equivalents and more. */
    private Optional<Observation> vigorousMinutes() {
        return sheet.draft(
                        "day-vigorous-minutes",
                        "Minutes of vigorous activity",
                        Loinc.VIGOROUS_MINUTES.coding())
                .physicalActivity()
                .at(date())
                .finished(day.getVeryActiveMinutes(), Unit.MINUTES);
    }

    /** Not moderate minutes: those of the upper zones count twice. */
    private Optional<Observation> activeZoneMinutes() {
        return sheet.draft("day-active-zone-minutes", LocalCode.ACTIVE_ZONE_MINUTES)
                .activity()
                .at(date())
                .finished(day.getActiveZoneMinutes(), Unit.MINUTES);
    }

    /** A number where the source gives one, else the range. */
    private Optional<Observation> cardioFitness() {
        Double lower = day.getVo2MaxLowerMillilitresPerKilogramMinute();
        Double upper = day.getVo2MaxUpperMillilitresPerKilogramMinute();
        if (lower == null || upper == null || lower > upper) {
            return Optional.empty();
        }
        Unit unit = Unit.MILLILITRES_PER_KILOGRAM_MINUTE;
        Draft draft =
                sheet.draft("vo2-max", LocalCode.VO2_MAX, Loinc.OXYGEN_UPTAKE)
                        .activity()
                        .at(date());
        return lower.equals(upper)
                ? draft.finished(lower, unit)
                : Optional.of(
                        draft.finished(new Range().setLow(unit.of(lower)).setHigh(unit.of(upper))));
    }

    private DateTimeType date() {
        return Times.on(day.getLocalDate());
    }
}
