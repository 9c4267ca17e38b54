package io.pulseline.pipeline.target.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.HeartRateVariabilitySamples;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.OxygenSaturationSamples;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.SleepSegments;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.health.WeightMeasurement;
import io.pulseline.contracts.json.RecordJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class MetricCsvTest {
    @Test
    void anHourOfHeartRateFollowsTheClocksWhereTheyChange() {
        HeartRateSeries series = blank(HeartRateSeries.class);
        series.setZone("Europe/Berlin");
        series.setStartOffsetSeconds(7200);
        series.setHeartRate(
                new HeartRateSamples(
                        millis("2026-10-25T00:59:59Z"),
                        List.of(0, 1000, 2500),
                        List.of(61, 60, 59)));

        assertThat(csv(series))
                .containsExactly(
                        "time,heart_rate_beats_per_minute",
                        "2026-10-25T02:59:59+02:00,61",
                        "2026-10-25T02:00:00+01:00,60",
                        "2026-10-25T02:00:01.5+01:00,59");
    }

    @Test
    void anUnknownZoneLeavesTheOffset() {
        HeartRateSeries series = blank(HeartRateSeries.class);
        series.setZone("Mars/Olympus");
        series.setStartOffsetSeconds(-12_600);
        series.setHeartRate(
                new HeartRateSamples(millis("2026-01-01T00:00:00Z"), List.of(0), List.of(70)));

        assertThat(csv(series)).element(1).isEqualTo("2025-12-31T20:30:00-03:30,70");
    }

    @Test
    void minutesWithoutKnowledgeAreEmptyAndThoseWithoutStepsAreZero() {
        Steps steps = blank(Steps.class);
        steps.setStartEpochMillis(millis("2026-06-13T21:58:00Z"));
        steps.setStartOffsetSeconds(7200);
        steps.setStepsPerMinute(Arrays.asList(0, 92, null));

        assertThat(csv(steps))
                .containsExactly(
                        "time,steps_in_minute",
                        "2026-06-13T23:58:00+02:00,0",
                        "2026-06-13T23:59:00+02:00,92",
                        "2026-06-14T00:00:00+02:00,");
    }

    @Test
    void aNightOfVariabilityHasItsPeriodsAndItsIntervals() {
        HeartRateVariability variability = blank(HeartRateVariability.class);
        variability.setLocalDate("2026-06-13");
        variability.setDailyRmssdMilliseconds(34.5);
        variability.setIntraday(
                new HeartRateVariabilitySamples(
                        millis("2026-06-13T01:00:00Z"),
                        List.of(0, 300_000),
                        Arrays.asList(31.25, null),
                        Arrays.asList(0.98, null),
                        Arrays.asList(401.5, null),
                        Arrays.asList(1.0E-5, null)));

        assertThat(csv(variability))
                .containsExactly(
                        "local_date,period,time,rmssd_milliseconds,coverage_ratio,"
                                + "high_frequency_milliseconds_squared,"
                                + "low_frequency_milliseconds_squared",
                        "2026-06-13,main-sleep,,34.5,,,",
                        "2026-06-13,interval,2026-06-13T01:00:00Z,31.25,0.98,401.5,0.000010",
                        "2026-06-13,interval,2026-06-13T01:05:00Z,,,,");
    }

    @Test
    void aNightOfOxygenSaturation() {
        OxygenSaturation saturation = blank(OxygenSaturation.class);
        saturation.setLocalDate("2026-06-13");
        saturation.setAveragePercent(96.1);
        saturation.setMinimumPercent(91.0);
        saturation.setIntraday(
                new OxygenSaturationSamples(
                        millis("2026-06-13T01:00:00Z"), List.of(0), List.of(95.5)));

        assertThat(csv(saturation))
                .containsExactly(
                        "local_date,period,time,oxygen_saturation_percent",
                        "2026-06-13,average,,96.1",
                        "2026-06-13,minimum,,91.0",
                        "2026-06-13,sample,2026-06-13T01:00:00Z,95.5");
    }

    @Test
    void breathsOfANight() {
        RespiratoryRate rate = blank(RespiratoryRate.class);
        rate.setLocalDate("2026-06-13");
        rate.setBreathsPerMinute(14.2);
        rate.setRemSleepBreathsPerMinute(15.0);

        assertThat(csv(rate))
                .containsExactly(
                        "local_date,period,time,breaths_per_minute",
                        "2026-06-13,main-sleep,,14.2",
                        "2026-06-13,rem-sleep,,15.0");
    }

    @Test
    void aSleepOverTheChangeOfTheClocksKeepsBothOffsets() {
        Sleep sleep = blank(Sleep.class);
        sleep.setLocalDate("2026-10-25");
        sleep.setStartEpochMillis(millis("2026-10-24T21:00:00Z"));
        sleep.setStartOffsetSeconds(7200);
        sleep.setEndEpochMillis(millis("2026-10-25T05:30:00Z"));
        sleep.setEndOffsetSeconds(3600);
        sleep.setSegments(
                new SleepSegments(
                        millis("2026-10-24T21:00:00Z"),
                        List.of(0, 600_000),
                        List.of(600_000, 30_000),
                        List.of("WAKE", "LIGHT")));

        assertThat(csv(sleep))
                .containsExactly(
                        "local_date,period,time,end_time,stage,duration_seconds",
                        "2026-10-25,sleep,2026-10-24T23:00:00+02:00,2026-10-25T06:30:00+01:00,"
                                + ",30600.0",
                        "2026-10-25,segment,2026-10-24T23:00:00+02:00,2026-10-24T23:10:00+02:00,"
                                + "WAKE,600.0",
                        "2026-10-25,segment,2026-10-24T23:10:00+02:00,2026-10-24T23:10:30+02:00,"
                                + "LIGHT,30.0");
    }

    @Test
    void theSummaryOfADateHasALineForEachKnownMeasure() {
        DailySummary summary = blank(DailySummary.class);
        summary.setLocalDate("2026-06-13");
        summary.setSteps(9120);
        summary.setRestingHeartRateBeatsPerMinute(58.0);
        summary.setHeartRateZones(List.of(new HeartRateZone("Fat, \"Burn\"", 98, 137, 12.0, null)));
        summary.setWeights(
                List.of(
                        new WeightMeasurement(
                                "7", millis("2026-06-13T05:00:00Z"), 71.4, null, null, "Aria")));

        assertThat(csv(summary))
                .containsExactly(
                        "local_date,measure,name,time,value",
                        "2026-06-13,steps,,,9120",
                        "2026-06-13,restingHeartRateBeatsPerMinute,,,58.0",
                        "2026-06-13,heartRateZones.lowerBeatsPerMinute,\"Fat, \"\"Burn\"\"\",,98",
                        "2026-06-13,heartRateZones.upperBeatsPerMinute,\"Fat, \"\"Burn\"\"\",,137",
                        "2026-06-13,heartRateZones.minutes,\"Fat, \"\"Burn\"\"\",,12.0",
                        "2026-06-13,weights.kilograms,,2026-06-13T05:00:00Z,71.4");
    }

    @Test
    void anEmptyHourIsAHeader() {
        assertThat(csv(blank(HeartRateSeries.class))).hasSize(1);
        assertThat(csv(blank(Sleep.class))).hasSize(1);
    }

    @Test
    void aTextThatASpreadsheetWouldCalculateIsKeptFromIt() {
        Sleep night = blank(Sleep.class);
        night.setLocalDate("2026-09-02");
        night.setSegments(
                new SleepSegments(
                        0L,
                        List.of(0, 1000),
                        List.of(1000, 1000),
                        List.of("=HYPERLINK(\"x\",\"y\")", "@cmd")));

        assertThat(csv(night).get(1)).endsWith(",\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",1.0");
        assertThat(csv(night).get(2)).endsWith(",'@cmd,1.0");
    }

    @Test
    void linesOfManyRecordsAllHaveTheirLocalDate() {
        HeartRateSeries hour = blank(HeartRateSeries.class);
        hour.setLocalDate("2026-09-01");
        hour.setZone("Europe/Berlin");
        hour.setHeartRate(
                new HeartRateSamples(millis("2026-09-01T08:00:00Z"), List.of(5_000), List.of(72)));

        assertThat(new String(MetricCsv.linesHeader(HeartRateSeries.class), StandardCharsets.UTF_8))
                .isEqualTo("local_date,time,heart_rate_beats_per_minute\r\n");
        assertThat(new String(MetricCsv.lines(hour), StandardCharsets.UTF_8))
                .isEqualTo("2026-09-01,2026-09-01T10:00:05+02:00,72\r\n");
        assertThat(new String(MetricCsv.linesHeader(Sleep.class), StandardCharsets.UTF_8))
                .startsWith("local_date,period,time,end_time,stage");
    }

    @Test
    void anActivityIsNoMetric() {
        assertThatThrownBy(() -> MetricCsv.write(Recorded.strength()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Activity is no metric");
    }

    @Test
    void theJsonOfARecordCanBeReadAgain() {
        byte[] json =
                RecordFile.json(
                        Recorded.strength(),
                        List.of(Recorded.boost("calories", Collections.singletonMap("x", 1.0))));

        assertThat(new String(json, StandardCharsets.UTF_8))
                .startsWith("{\"recordId\":\"" + Recorded.ID)
                .contains("\"boosts\":[{\"booster\":\"calories\"");
    }

    private static <T extends SpecificRecord> T blank(Class<T> type) {
        return RecordJson.read(JsonNodeFactory.instance.objectNode(), type);
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static List<String> csv(SpecificRecord metric) {
        String text = new String(MetricCsv.write(metric), StandardCharsets.UTF_8);
        assertThat(text).endsWith("\r\n");
        return List.of(text.substring(0, text.length() - 2).split("\r\n", -1));
    }
}
