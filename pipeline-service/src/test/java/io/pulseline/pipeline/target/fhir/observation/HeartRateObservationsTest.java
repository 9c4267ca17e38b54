package io.pulseline.pipeline.target.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.SampledData;
import org.junit.jupiter.api.Test;

class HeartRateObservationsTest {
    @Test
    void anHourIsItsMeansByTheMinuteWithGaps() {
        Observation hour = Made.only(HealthRecords.heartRate());

        SampledData data = (SampledData) hour.getValue();
        assertThat(data.getData()).isEqualTo("73 E 75 E E E E 90");
        assertThat(data.getPeriod()).isEqualByComparingTo("60000");
        assertThat(data.getDimensions()).isEqualTo(1);
        assertThat(Made.value(data.getOrigin())).isEqualTo("0 /min");
        assertThat(Made.time(hour))
                .isEqualTo("2026-09-01T10:00:00+02:00 to 2026-09-01T10:08:00+02:00");
        assertThat(Made.codes(hour.getCode())).containsExactly("heart-rate-series");
    }

    @Test
    void aMeanHasOneDecimal() {
        HeartRateSeries hour = HealthRecords.heartRate();
        hour.setHeartRate(
                new HeartRateSamples(
                        hour.getStartEpochMillis(), List.of(0, 1000, 2000), List.of(70, 70, 71)));

        assertThat(((SampledData) Made.only(hour).getValue()).getData()).isEqualTo("70.3");
    }

    @Test
    void samplesAreThinnedOutToTheFirstOfEverySpan() {
        List<Observation> samples = Made.of(HealthRecords.heartRate(), Styles.full());

        assertThat(samples)
                .extracting(one -> Made.value(one.getValue()))
                .containsExactly("72 /min", "90 /min");
        assertThat(samples)
                .extracting(Made::time)
                .containsExactly("2026-09-01T10:00:05+02:00", "2026-09-01T10:07:00+02:00");
        assertThat(Made.codes(samples.getFirst().getCode())).containsExactly("8867-4");
        assertThat(Made.categories(samples.getFirst())).containsExactly("vital-signs");
        assertThat(samples.getFirst().getMeta().getProfile())
                .extracting(profile -> profile.getValue())
                .containsExactly(
                        "http://hl7.org/fhir/us/core/StructureDefinition/us-core-heart-rate");
    }

    @Test
    void secondsOfAWholeHourBecomeTwelveSamples() {
        HeartRateSeries hour = HealthRecords.heartRate();
        hour.setHeartRate(
                new HeartRateSamples(
                        hour.getStartEpochMillis(),
                        IntStream.range(0, 3600).map(second -> second * 1000).boxed().toList(),
                        IntStream.range(0, 3600).map(second -> 60 + second / 60).boxed().toList()));

        assertThat(Made.of(hour, Styles.full())).hasSize(12);
        assertThat(((SampledData) Made.only(hour).getValue()).getData())
                .startsWith("60 61 62 ")
                .endsWith(" 119");
    }

    @Test
    void anHourInWhichNothingWasMeasuredIsNone() {
        HeartRateSeries hour = HealthRecords.heartRate();
        hour.setHeartRate(new HeartRateSamples(hour.getStartEpochMillis(), List.of(), List.of()));

        assertThat(Made.of(hour)).isEmpty();
        assertThat(Made.of(hour, Styles.full())).isEmpty();
    }

    @Test
    void samplesOutsideTheHourAreLeftOut() {
        HeartRateSeries hour = HealthRecords.heartRate();
        hour.setHeartRate(
                new HeartRateSamples(
                        HealthRecords.HOUR.minusSeconds(60).toEpochMilli(),
                        List.of(0, 60_000, 3_660_000),
                        List.of(50, 60, 70)));

        assertThat(((SampledData) Made.only(hour).getValue()).getData()).isEqualTo("60");
        assertThat(Made.of(hour, Styles.full())).hasSize(1);
    }

    @Test
    void theHourThatComesTwiceInAutumnKeepsItsOwnOffset() {
        HeartRateSeries first = at("2026-10-25T00:00:00Z", 7200);
        HeartRateSeries second = at("2026-10-25T01:00:00Z", 3600);

        assertThat(Made.time(Made.only(first))).startsWith("2026-10-25T02:00:00+02:00");
        assertThat(Made.time(Made.only(second))).startsWith("2026-10-25T02:00:00+01:00");
    }

    private static HeartRateSeries at(String start, int offsetSeconds) {
        HeartRateSeries hour = HealthRecords.heartRate();
        long millis = Instant.parse(start).toEpochMilli();
        hour.setStartEpochMillis(millis);
        hour.setEndEpochMillis(millis + 3_600_000);
        hour.setStartOffsetSeconds(offsetSeconds);
        hour.setHeartRate(new HeartRateSamples(millis, List.of(0), List.of(60)));
        return hour;
    }
}
