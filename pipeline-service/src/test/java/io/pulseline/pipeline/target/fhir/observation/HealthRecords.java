package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.HeartRateVariabilitySamples;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.OxygenSaturationSamples;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.SleepStageTotal;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.health.WeightMeasurement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** A record of each type, of somebody two hours east of UTC in September 2026. */
public final class HealthRecords {
    public static final UUID RECORD = UUID.fromString("7d0f3a52-5d50-5d5f-9a55-0d3a6a2c5f10");
    public static final Instant CAPTURED = Instant.parse("2026-09-02T06:00:00Z");

    /** 10:00 in the user's clock. */
    static final Instant HOUR = Instant.parse("2026-09-01T08:00:00Z");

    static final int OFFSET_SECONDS = 7200;

    private HealthRecords() {}

    /** 72 at 10:00:05 and 74 at 10:00:35, 75 at 10:02:10, 90 at 10:07:00; nothing else. */
    public static HeartRateSeries heartRate() {
        HeartRateSeries hour = new HeartRateSeries();
        hour.setRecordId(RECORD.toString());
        hour.setRevision(revision());
        hour.setProvenance(fitbit());
        hour.setLocalDate("2026-09-01");
        hour.setSlot(10);
        hour.setStartEpochMillis(HOUR.toEpochMilli());
        hour.setEndEpochMillis(HOUR.plusSeconds(3600).toEpochMilli());
        hour.setStartOffsetSeconds(OFFSET_SECONDS);
        hour.setHeartRate(
                new HeartRateSamples(
                        HOUR.toEpochMilli(),
                        List.of(5_000, 35_000, 130_000, 420_000),
                        List.of(72, 74, 75, 90)));
        return hour;
    }

    /** 41.2 ms, from two values at 23:10 and 23:15 UTC. */
    public static HeartRateVariability variability() {
        HeartRateVariability night = new HeartRateVariability();
        night.setRecordId(RECORD.toString());
        night.setRevision(revision());
        night.setProvenance(fitbit());
        night.setLocalDate("2026-09-02");
        night.setDailyRmssdMilliseconds(41.2);
        night.setIntraday(
                new HeartRateVariabilitySamples(
                        Instant.parse("2026-09-01T23:10:00Z").toEpochMilli(),
                        List.of(0, 300_000),
                        List.of(40.0, 42.4),
                        List.of(0.9, 0.9),
                        List.of(1.0, 1.0),
                        List.of(1.0, 1.0)));
        return night;
    }

    /** 96.4 %, 93 to 99, from 23:10 to 03:20 UTC. */
    public static OxygenSaturation oxygen() {
        OxygenSaturation night = new OxygenSaturation();
        night.setRecordId(RECORD.toString());
        night.setRevision(revision());
        night.setProvenance(fitbit());
        night.setLocalDate("2026-09-02");
        night.setAveragePercent(96.4);
        night.setMinimumPercent(93.0);
        night.setMaximumPercent(99.0);
        night.setIntraday(
                new OxygenSaturationSamples(
                        Instant.parse("2026-09-01T23:10:00Z").toEpochMilli(),
                        List.of(0, 15_000_000),
                        List.of(93.0, 99.0)));
        return night;
    }

    /** 14.8 breaths per minute. */
    public static RespiratoryRate respiration() {
        RespiratoryRate night = new RespiratoryRate();
        night.setRecordId(RECORD.toString());
        night.setRevision(revision());
        night.setProvenance(fitbit());
        night.setLocalDate("2026-09-02");
        night.setBreathsPerMinute(14.8);
        return night;
    }

    /** 120 steps from 10:05 to 10:08, nothing known before and after. */
    public static Steps steps() {
        Steps hour = new Steps();
        hour.setRecordId(RECORD.toString());
        hour.setRevision(revision());
        hour.setProvenance(fitbit());
        hour.setLocalDate("2026-09-01");
        hour.setSlot(10);
        hour.setStartEpochMillis(HOUR.toEpochMilli());
        hour.setEndEpochMillis(HOUR.plusSeconds(3600).toEpochMilli());
        hour.setStartOffsetSeconds(OFFSET_SECONDS);
        List<Integer> minutes = new ArrayList<>(Collections.nCopies(60, null));
        minutes.set(5, 20);
        minutes.set(6, 0);
        minutes.set(7, 100);
        hour.setStepsPerMinute(minutes);
        return hour;
    }

    /** 22:30 to 06:30 in bed, 402 minutes asleep. */
    public static Sleep sleep() {
        Sleep sleep = new Sleep();
        sleep.setRecordId(RECORD.toString());
        sleep.setRevision(revision());
        sleep.setProvenance(fitbit());
        sleep.setThingKey("FITBIT:5");
        sleep.setLocalDate("2026-09-02");
        sleep.setStartEpochMillis(Instant.parse("2026-09-01T20:30:00Z").toEpochMilli());
        sleep.setStartOffsetSeconds(OFFSET_SECONDS);
        sleep.setEndEpochMillis(Instant.parse("2026-09-02T04:30:00Z").toEpochMilli());
        sleep.setEndOffsetSeconds(OFFSET_SECONDS);
        sleep.setDurationMilliseconds(8L * 3600 * 1000);
        sleep.setAsleepMinutes(402);
        sleep.setAwakeMinutes(78);
        sleep.setMinutesToFallAsleep(12);
        sleep.setEfficiencyPercent(89.3);
        sleep.setMainSleep(true);
        sleep.setScoring("STAGES");
        sleep.setStageTotals(
                List.of(
                        new SleepStageTotal("DEEP", 80, 3),
                        new SleepStageTotal("LIGHT", 230, 20),
                        new SleepStageTotal("REM", 92, 5),
                        new SleepStageTotal("WAKE", 78, 21)));
        return sleep;
    }

    /** A day with everything and one weight, 07:15:30 UTC on a scale. */
    public static DailySummary day() {
        DailySummary day = new DailySummary();
        day.setRecordId(RECORD.toString());
        day.setRevision(revision());
        day.setProvenance(fitbit());
        day.setLocalDate("2026-09-01");
        day.setSteps(9342);
        day.setDistanceMetres(6812.5);
        day.setEnergyKilocalories(2410.0);
        day.setFairlyActiveMinutes(21);
        day.setVeryActiveMinutes(34);
        day.setActiveZoneMinutes(61);
        day.setRestingHeartRateBeatsPerMinute(57.0);
        day.setVo2MaxLowerMillilitresPerKilogramMinute(42.0);
        day.setVo2MaxUpperMillilitresPerKilogramMinute(46.0);
        day.setWeights(
                List.of(
                        new WeightMeasurement(
                                "917",
                                Instant.parse("2026-09-01T07:15:30Z").toEpochMilli(),
                                78.4,
                                23.9,
                                21.3,
                                "Aria Air")));
        return day;
    }

    /** A run of 32 minutes from 18:00 in the user's clock, two of them paused. */
    public static Activity run() {
        Activity run = new Activity();
        run.setRecordId(RECORD.toString());
        run.setRevision(revision());
        run.setProvenance(fitbit());
        run.setThingKey("FITBIT:17");
        run.setTitle("To the lake with Ben");
        run.setActivityType("RUN");
        Instant start = Instant.parse("2026-09-01T16:00:00Z");
        run.setStartEpochMillis(start.toEpochMilli());
        run.setStartOffsetSeconds(OFFSET_SECONDS);
        run.setElapsedMilliseconds(32L * 60_000);
        run.setActiveMilliseconds(30L * 60_000 + 15_000);
        run.setDistanceMetres(5123.4);
        run.setEnergyKilocalories(412.0);
        run.setSteps(4870);
        run.setAverageHeartRateBeatsPerMinute(148.0);
        run.setHeartRate(
                new HeartRateSamples(
                        start.toEpochMilli(), List.of(0, 60_000, 120_000), List.of(120, 171, 160)));
        return run;
    }

    public static long revision() {
        return Revision.of(CAPTURED.toEpochMilli(), 1);
    }

    /** By a tracker. */
    static Provenance fitbit() {
        return new Provenance(
                "FITBIT", null, "p1", 1, CAPTURED.toEpochMilli(), "SENSED", "d1", "Charge 6", null);
    }
}
