package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.HeartRateVariabilitySamples;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.OxygenSaturationSamples;
import io.pulseline.contracts.health.RespiratoryRate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Type;

/**
 * What is measured of a night as a whole. These records know the local date on which the night
 * ended but no offset: where there are samples the time is their span in UTC, else the date.
 */
final class NightObservations {
    /** How long one value of heart rate variability takes. */
    private static final long VARIABILITY_MILLIS = Duration.ofMinutes(5).toMillis();

    private NightObservations() {}

    /** RMSSD; never 80404-7, which is SDNN. */
    static Optional<Observation> of(Sheet sheet, HeartRateVariability night) {
        return sheet.draft("hrv-rmssd", LocalCode.RMSSD)
                .activity()
                .at(time(night))
                .finished(night.getDailyRmssdMilliseconds(), Unit.MILLISECONDS);
    }

    /**
     * The average, with both codings that US Core wants. Where its profile is named the time is the
     * date: validators read the profile's rule vs-1 as one against periods.
     */
    static Optional<Observation> of(Sheet sheet, OxygenSaturation night) {
        if (night.getAveragePercent() == null) {
            return Optional.empty();
        }
        return sheet.draft(
                        "oxygen-saturation",
                        "Oxygen saturation by pulse oximetry, average of the night",
                        Loinc.OXYGEN_BY_PULSE_OXIMETRY.coding(),
                        Loinc.OXYGEN.coding())
                .vitalSign(UsCoreProfile.PULSE_OXIMETRY)
                .at(sheet.style().usCoreProfiles() ? Times.on(night.getLocalDate()) : time(night))
                .component(
                        night.getMinimumPercent(),
                        Unit.PERCENT,
                        LocalCode.OXYGEN_MINIMUM.display(),
                        sheet.local(LocalCode.OXYGEN_MINIMUM))
                .component(
                        night.getMaximumPercent(),
                        Unit.PERCENT,
                        LocalCode.OXYGEN_MAXIMUM.display(),
                        sheet.local(LocalCode.OXYGEN_MAXIMUM))
                .finished(night.getAveragePercent(), Unit.PERCENT);
    }

    static Optional<Observation> of(Sheet sheet, RespiratoryRate night) {
        return sheet.draft(
                        "respiratory-rate",
                        "Respiratory rate, average of the night",
                        Loinc.RESPIRATORY_RATE.coding())
                .vitalSign(UsCoreProfile.RESPIRATORY_RATE)
                .at(Times.on(night.getLocalDate()))
                .finished(night.getBreathsPerMinute(), Unit.BREATHS_PER_MINUTE);
    }

    private static Type time(HeartRateVariability night) {
        HeartRateVariabilitySamples samples = night.getIntraday();
        return samples == null
                ? Times.on(night.getLocalDate())
                : span(
                        night.getLocalDate(),
                        samples.getStartEpochMillis(),
                        samples.getOffsetMilliseconds(),
                        VARIABILITY_MILLIS);
    }

    private static Type time(OxygenSaturation night) {
        OxygenSaturationSamples samples = night.getIntraday();
        return samples == null
                ? Times.on(night.getLocalDate())
                : span(
                        night.getLocalDate(),
                        samples.getStartEpochMillis(),
                        samples.getOffsetMilliseconds(),
                        0);
    }

    private static Type span(
            String date, long startMillis, List<Integer> offsets, long lastMillis) {
        if (offsets.isEmpty()) {
            return Times.on(date);
        }
        return Times.between(
                Times.at(startMillis + offsets.getFirst()),
                Times.at(startMillis + offsets.getLast() + lastMillis));
    }
}
