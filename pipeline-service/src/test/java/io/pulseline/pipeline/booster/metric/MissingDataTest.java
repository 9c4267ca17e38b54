package io.pulseline.pipeline.booster.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.pipeline.booster.BoostOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingDataTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final String BERLIN = "Europe/Berlin";
    private static final MetricBooster MISSING = booster("{}");

    /** The next morning, just synced. */
    private static final KeptMetrics MORNING =
            KeptMetrics.at("2026-11-28T06:00:00Z").toldUntil("2026-11-28T05:50:00Z");

    @ParameterizedTest(name = "{0}: {1} min, {2} valid hours, valid {3}")
    @CsvSource({
        "'60 60 60 60 60 60 60 20',             440, 7,  0, "
                + "'Worn 7 h 20 min (7 valid hours): fewer than 10 h'",
        "'60 60 60 60 60 60 44 36',             440, 6,  0, "
                + "'Worn 7 h 20 min (6 valid hours): fewer than 10 h'",
        "'60 60 60 60 60 60 60 60 60 59',       599, 10, 0, "
                + "'Worn 9 h 59 min (10 valid hours): fewer than 10 h'",
        "'60 60 60 60 60 60 60 60 60 60',       600, 10, 1,",
        // Ten hours in all, none of which is valid alone.
        "'30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30', 600, 0, 1,",
        "'45',                                  45,  1,  0, "
                + "'Worn 45 min (1 valid hour): fewer than 10 h'",
        "'0',                                   0,   0,  0, "
                + "'Worn 0 min (0 valid hours): fewer than 10 h'",
    })
    void wearIsMinutesWithHeartRate(
            String worn, double minutes, double hours, double valid, @Nullable String text) {
        BoostOutcome.Added added =
                MORNING.with(HeartHours.told(DAY, BERLIN, minutes(worn)))
                        .added(MISSING, Daily.rmssd(DAY, 40.0));

        assertThat(added.values())
                .containsOnlyKeys("wearMinutes", "validHours", "knownHours", "validDay")
                .containsEntry("wearMinutes", minutes)
                .containsEntry("validHours", hours)
                .containsEntry("knownHours", 24.0)
                .containsEntry("validDay", valid);
        assertThat(added.text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} in {1}: {2} hours")
    @CsvSource({
        "2026-03-29, Europe/Berlin, 23",
        "2026-10-25, Europe/Berlin, 25",
        "2026-11-27, Asia/Kathmandu, 24",
        // Half an hour only, at the end.
        "2026-10-04, Australia/Lord_Howe, 24",
        // The clock goes forward at midnight: the date begins at one.
        "2026-04-24, Africa/Cairo, 23",
        "2026-11-27, +05:30, 24",
    })
    void aDateHasAsManyHoursAsItsClocksShow(LocalDate date, String zone, int hours) {
        int[] all = IntStream.range(0, hours).map(_ -> 30).toArray();

        KeptMetrics told = MORNING.with(HeartHours.told(date, zone, all));

        assertThat(told.added(MISSING, Daily.resting(date, 60.0)).values())
                .containsEntry("knownHours", (double) hours)
                .containsEntry("wearMinutes", 30.0 * hours)
                .containsEntry("validDay", 1.0);
        assertThat(
                        MORNING.with(HeartHours.told(date, zone, 60))
                                .added(MISSING, Daily.resting(date, 60.0))
                                .values())
                .containsEntry("validDay", 0.0);
    }

    @Test
    void aDayWithoutItsLastHourIsNotWholeEvenIfItHasTwentyFour() {
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        List<Metric> hours = HeartHours.told(autumn, BERLIN, 60);

        assertThat(
                        MORNING.with(hours.subList(0, 24))
                                .added(MISSING, Daily.resting(autumn, 60.0))
                                .values())
                .containsEntry("knownHours", 24.0)
                .doesNotContainKey("validDay");
    }

    @Test
    void aDayWithAHoleIsNotWhole() {
        List<Metric> hours = HeartHours.told(DAY, BERLIN, 60);
        KeptMetrics holed = MORNING.with(hours.subList(0, 9)).with(hours.subList(10, 24));

        BoostOutcome.Added added = holed.added(MISSING, Daily.resting(DAY, 60.0));

        assertThat(added.values()).containsEntry("knownHours", 23.0).doesNotContainKey("validDay");
        assertThat(added.text())
                .isEqualTo("Worn 1 h so far (1 valid hour): the rest has not come yet");
    }

    /** 12:30 in Berlin: twelve hours are told whole, the thirteenth by half. */
    @Test
    void aDayThatIsNotOverIsNotInvalid() {
        KeptMetrics noon =
                KeptMetrics.at("2026-11-27T11:40:00Z")
                        .toldUntil("2026-11-27T11:30:00Z")
                        .with(
                                HeartHours.of(
                                        DAY,
                                        BERLIN,
                                        Instant.parse("2026-11-27T11:30:00Z"),
                                        60,
                                        60));

        BoostOutcome.Added added = noon.added(MISSING, Daily.resting(DAY, 60.0));

        assertThat(added.values())
                .containsEntry("wearMinutes", 120.0)
                .containsEntry("validHours", 2.0)
                .containsEntry("knownHours", 12.0)
                .doesNotContainKey("validDay");
        assertThat(added.text())
                .isEqualTo("Worn 2 h so far (2 valid hours): the rest has not come yet");
    }

    @Test
    void aDayThatIsNotOverMayBeValidAlready() {
        int[] worn = IntStream.range(0, 12).map(_ -> 60).toArray();
        KeptMetrics noon =
                MORNING.with(
                        HeartHours.of(DAY, BERLIN, Instant.parse("2026-11-27T11:00:00Z"), worn));

        BoostOutcome.Added added = noon.added(MISSING, Daily.resting(DAY, 60.0));

        assertThat(added.values()).containsEntry("validDay", 1.0);
        assertThat(added.text()).isNull();
    }

    @ParameterizedTest(name = "told for {0} hours")
    @ValueSource(ints = {0, 5, 23})
    void withoutHeartRateWearIsNotKnownBeforeTheWholeDayIsTold(int told) {
        BoostOutcome.Added added =
                MORNING.with(HeartHours.told(DAY, BERLIN).subList(0, told))
                        .added(MISSING, Daily.night(DAY, 400));

        assertThat(added.values()).containsOnlyKeys("knownHours");
        assertThat(added.values()).containsEntry("knownHours", (double) told);
        assertThat(added.text())
                .isEqualTo(
                        "Heart rate of 2026-11-27 has not come yet: it is not known how long the"
                                + " device was worn");
    }

    @Test
    void aSourceThatDoesNotTellItsCoverageMakesNoDayInvalid() {
        Instant start = Instant.parse("2026-11-27T00:00:00Z");
        HeartRateSeries hour = HeartHours.hour(0, null, start, start.plusSeconds(3600), null, 60);

        BoostOutcome.Added added =
                MORNING.with(HeartHours.metric(DAY, hour)).added(MISSING, Daily.resting(DAY, 60.0));

        assertThat(added.values())
                .containsEntry("wearMinutes", 60.0)
                .containsEntry("knownHours", 0.0)
                .doesNotContainKey("validDay");
    }

    @ParameterizedTest(name = "zone {0}")
    @CsvSource(
            nullValues = "null",
            value = {"null", "Nowhere/Land"})
    void withoutAZoneTheOffsetSaysWhereTheDateEnds(@Nullable String zone) {
        Instant start = Instant.parse("2026-11-27T00:00:00Z");
        List<Metric> hours =
                IntStream.range(0, 24)
                        .mapToObj(slot -> {
                            Instant from = start.plusSeconds(3600L * slot);
                            Instant to = from.plusSeconds(3600);
                            return HeartHours.metric(
                                    DAY, HeartHours.hour(slot, zone, from, to, to, 10));
                        })
                        .toList();

        assertThat(MORNING.with(hours).added(MISSING, Daily.resting(DAY, 60.0)).values())
                .containsEntry("validDay", 0.0);
        assertThat(
                        MORNING.with(hours.subList(0, 23))
                                .added(MISSING, Daily.resting(DAY, 60.0))
                                .values())
                .doesNotContainKey("validDay");
    }

    /** At 59.999 s, at 60 s and outside of the slot. */
    @Test
    void aMinuteCountsOnceAndInItsOwnHourOnly() {
        Instant start = Instant.parse("2026-11-27T00:00:00Z");
        HeartRateSeries hour = HeartHours.hour(0, "Z", start, start.plusSeconds(3600), null, 0);
        List<Integer> offsets = List.of(-1, 0, 1, 59_999, 60_000, 3_599_999, 3_600_000);
        hour.setHeartRate(
                new HeartRateSamples(
                        start.toEpochMilli(), offsets, Collections.nCopies(offsets.size(), 60)));

        assertThat(
                        MORNING.with(HeartHours.metric(DAY, hour))
                                .added(MISSING, Daily.resting(DAY, 60.0))
                                .values())
                .containsEntry("wearMinutes", 3.0);
    }

    @ParameterizedTest(name = "at {0}: {1} h, again {2}")
    @CsvSource({
        "2026-11-27T14:00:00Z, ,   2026-11-28T14:00:00Z",
        "2026-11-28T13:59:59Z, ,   2026-11-28T14:00:00Z",
        // The instant for which the next look was wanted.
        "2026-11-28T14:00:00Z, 24,",
        "2026-11-28T16:59:00Z, 26,",
        "2027-01-01T14:00:00Z, 840,",
        // A clock that is ahead.
        "2026-11-27T13:00:00Z, ,   2026-11-28T14:00:00Z",
    })
    void whatDoesNotSyncIsSaidAfterADay(
            String now, @Nullable Integer hours, @Nullable Instant again) {
        int[] worn = IntStream.range(0, 24).map(_ -> 60).toArray();
        KeptMetrics kept =
                KeptMetrics.at(now)
                        .toldUntil("2026-11-27T14:00:00Z")
                        .with(HeartHours.told(DAY, BERLIN, worn));

        BoostOutcome.Added added = kept.added(MISSING, Daily.resting(DAY, 60.0));

        assertThat(added.text())
                .isEqualTo(
                        hours == null ? null : "No sync since 2026-11-27T14:00Z (" + hours + " h)");
        assertThat(added.values().get("hoursSinceSync"))
                .isEqualTo(hours == null ? null : Double.valueOf(hours));
        assertThat(added.lookAgainAt()).isEqualTo(again);
    }

    @Test
    void whoNeverSyncedIsToldSo() {
        BoostOutcome.Added added =
                KeptMetrics.at("2026-11-28T06:00:00Z").added(MISSING, Daily.resting(DAY, 60.0));

        assertThat(added.text()).endsWith("\nNo heart rate has ever been synced");
        assertThat(added.values()).doesNotContainKey("hoursSinceSync");
        assertThat(added.lookAgainAt()).isNull();
    }

    /** Nine hours after midnight in UTC. */
    @ParameterizedTest(name = "{0}: again {1}")
    @CsvSource({
        "2026-11-29, 2026-11-29T09:00:00Z",
        "2026-11-28, 2026-11-29T09:00:00Z",
        "2026-11-27, 2026-11-29T09:00:00Z",
        // Its hours have not come: six hours later.
        "2026-11-26, 2026-11-28T15:10:00Z",
        "2025-11-27,",
    })
    void theNewestDateLooksAgainForSilenceAndAnEarlierOneForItsHours(
            LocalDate date, @Nullable Instant again) {
        KeptMetrics kept = KeptMetrics.at("2026-11-28T09:10:00Z").toldUntil("2026-11-28T09:00:00Z");

        assertThat(kept.added(MISSING, Daily.resting(date, 60.0)).lookAgainAt()).isEqualTo(again);
    }

    @Test
    void itsHoursMayBeSet() {
        MetricBooster strict =
                booster("{\"minutesOfValidHour\": 60, \"validDayHours\": 2, \"noSyncHours\": 1}");
        KeptMetrics kept =
                KeptMetrics.at("2026-11-28T06:00:00Z")
                        .toldUntil("2026-11-28T04:30:00Z")
                        .with(HeartHours.told(DAY, BERLIN, 60, 59));

        BoostOutcome.Added added = kept.added(strict, Daily.resting(DAY, 60.0));

        assertThat(added.values())
                .containsEntry("validHours", 1.0)
                .containsEntry("hoursSinceSync", 1.0);
        assertThat(added.text())
                .isEqualTo(
                        """
                        Worn 1 h 59 min (1 valid hour): fewer than 2 h
                        No sync since 2026-11-28T04:30Z (1 h)\
                        """);
    }

    @Test
    void everyDailyRecordGetsItAlsoANapAndOneWithoutAValue() {
        KeptMetrics kept = MORNING.with(HeartHours.told(DAY, BERLIN, 60));

        for (Metric metric :
                List.of(
                        Daily.rmssd(DAY, null),
                        Daily.breaths(DAY, 15.0),
                        Daily.oxygen(DAY, 97.0),
                        Daily.sleep(DAY, false, 20),
                        Daily.steps(DAY, 0))) {
            assertThat(kept.added(MISSING, metric).values()).containsEntry("wearMinutes", 60.0);
        }
    }

    @Test
    void hoursAreNoDailyRecords() {
        Metric hour = HeartHours.told(DAY, BERLIN, 60).getFirst();

        assertThat(hour.recordType()).isEqualTo(RecordType.HEART_RATE);
        assertThat(MISSING.lookups(hour)).isEmpty();
        assertThat(MORNING.boost(MISSING, hour))
                .isEqualTo(new BoostOutcome.Skipped("no daily value"));
    }

    private static MetricBooster booster(String configuration) {
        return ConfiguredMetric.booster(new MissingDataType(), configuration);
    }

    private static int[] minutes(String words) {
        return Arrays.stream(words.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
