package io.pulseline.pipeline.target.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;

class NightObservationsTest {
    @Test
    void heartRateVariabilityIsRmssdAndNeverCodedAsSdnn() {
        Observation night = Made.only(HealthRecords.variability(), Styles.full());

        assertThat(Made.codes(night.getCode())).containsExactly("hrv-rmssd");
        assertThat(night.getCode().getCodingFirstRep().getSystem())
                .isEqualTo("https://pulseline.io/fhir/CodeSystem/wearable-metric");
        assertThat(night.getCode().getText()).isEqualTo("Heart rate variability (RMSSD)");
        assertThat(Made.value(night.getValue())).isEqualTo("41.2 ms");
        assertThat(Made.time(night)).isEqualTo("2026-09-01T23:10:00Z to 2026-09-01T23:20:00Z");
        assertThat(Made.categories(night)).containsExactly("activity");
    }

    @Test
    void withoutSamplesTheTimeIsTheDateOnWhichTheNightEnded() {
        HeartRateVariability variability = HealthRecords.variability();
        variability.setIntraday(null);
        OxygenSaturation oxygen = HealthRecords.oxygen();
        oxygen.setIntraday(null);

        assertThat(Made.time(Made.only(variability))).isEqualTo("2026-09-02");
        assertThat(Made.time(Made.only(oxygen))).isEqualTo("2026-09-02");
    }

    @Test
    void oxygenHasBothCodingsAndItsLowestAndHighest() {
        Observation night = Made.only(HealthRecords.oxygen());

        assertThat(Made.codes(night.getCode())).containsExactly("59408-5", "2708-6");
        assertThat(Made.value(night.getValue())).isEqualTo("96.4 %");
        assertThat(Made.component(night, "oxygen-saturation-minimum")).isEqualTo("93 %");
        assertThat(Made.component(night, "oxygen-saturation-maximum")).isEqualTo("99 %");
        assertThat(Made.time(night)).isEqualTo("2026-09-01T23:10:00Z to 2026-09-02T03:20:00Z");
        assertThat(Made.categories(night)).containsExactly("vital-signs");
        assertThat(night.getMeta().getProfile()).isEmpty();
    }

    @Test
    void aProfileIsNamedOnlyWithTheTimeItsRulesLetBe() {
        Observation night = Made.only(HealthRecords.oxygen(), Styles.full());

        assertThat(Made.time(night)).isEqualTo("2026-09-02");
        assertThat(night.getMeta().getProfile().getFirst().getValue())
                .endsWith("/us-core-pulse-oximetry");
    }

    @Test
    void breathsAreCountedByTheMinute() {
        Observation night = Made.only(HealthRecords.respiration());

        assertThat(Made.codes(night.getCode())).containsExactly("9279-1");
        assertThat(Made.value(night.getValue())).isEqualTo("14.8 /min");
        assertThat(Made.time(night)).isEqualTo("2026-09-02");
    }

    @Test
    void whatWasNotMeasuredIsNoObservationAndNeverZero() {
        HeartRateVariability variability = HealthRecords.variability();
        variability.setDailyRmssdMilliseconds(null);
        OxygenSaturation oxygen = HealthRecords.oxygen();
        oxygen.setAveragePercent(null);
        RespiratoryRate respiration = HealthRecords.respiration();
        respiration.setBreathsPerMinute(null);

        assertThat(Made.of(variability)).isEmpty();
        assertThat(Made.of(oxygen)).isEmpty();
        assertThat(Made.of(respiration)).isEmpty();
    }

    @Test
    void whatIsNoNumberIsNotMeasured() {
        RespiratoryRate respiration = HealthRecords.respiration();
        respiration.setBreathsPerMinute(Double.NaN);

        assertThat(Made.of(respiration)).isEmpty();
    }
}
