package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.pipeline.form.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeartRateZonesTest {
    private static final long START = 1_790_000_000_000L;
    private static final Booster ZONES = new HeartRateZones(true);

    @Test
    void eachSampleHoldsUntilTheNext() {
        Activity activity = activity(zones(null, null, null), 100_000L);
        activity.setHeartRate(samples(new int[] {0, 10_000, 40_000}, 90, 120, 150));

        assertThat(values(activity))
                .isEqualTo(
                        Map.of("zone1Seconds", 10.0, "zone2Seconds", 30.0, "zone3Seconds", 60.0));
    }

    @Test
    void aGapCountsNowhereBeyondAMinute() {
        Activity activity = activity(zones(null, null, null), 600_000L);
        activity.setHeartRate(samples(new int[] {0, 599_000}, 90, 150));

        assertThat(values(activity)).containsEntry("zone1Seconds", 60.0);
        assertThat(values(activity)).containsEntry("zone3Seconds", 1.0);
    }

    @Test
    void theLastSampleCountsNothingWhenTheEndIsUnknown() {
        Activity activity = activity(zones(null, null, null), null);
        activity.setHeartRate(samples(new int[] {0, 5_000}, 90, 150));

        assertThat(values(activity))
                .isEqualTo(Map.of("zone1Seconds", 5.0, "zone2Seconds", 0.0, "zone3Seconds", 0.0));
    }

    @Test
    void aLowerLimitBelongsToItsZoneAndExtremesToTheOutermost() {
        Activity activity = activity(zones(null, null, null), 4_000L);
        activity.setHeartRate(samples(new int[] {0, 1_000, 2_000, 3_000}, 20, 110, 140, 230));

        assertThat(values(activity))
                .isEqualTo(Map.of("zone1Seconds", 1.0, "zone2Seconds", 1.0, "zone3Seconds", 2.0));
    }

    @Test
    void withoutASeriesTheSourcesMinutesCount() {
        Activity activity = activity(zones(10.0, null, 1.5), 690_000L);

        assertThat(values(activity))
                .isEqualTo(
                        Map.of("zone1Seconds", 600.0, "zone2Seconds", 0.0, "zone3Seconds", 90.0));
    }

    @Test
    void withoutLimitsTheSourcesMinutesCountEvenWithASeries() {
        List<HeartRateZone> unlimited = List.of(new HeartRateZone("All", null, null, 2.0, null));
        Activity activity = activity(unlimited, 120_000L);
        activity.setHeartRate(samples(new int[] {0, 1_000}, 90, 150));

        assertThat(values(activity)).isEqualTo(Map.of("zone1Seconds", 120.0));
    }

    @Test
    void theTextNamesZonesAsTheSourceDoes() {
        Activity activity = activity(zones(10.0, 0.0, 30.0), 2_400_000L);

        BoostOutcome.Added added = (BoostOutcome.Added) ZONES.boost(activity);

        assertThat(added.text())
                .isEqualTo(
                        """
                        Heart rate zones
                        Rest: 10:00 (25 %)
                        Fat Burn: 0:00 (0 %)
                        Peak: 30:00 (75 %)\
                        """);
        assertThat(added.title()).isNull();
        assertThat(added.activityType()).isNull();
    }

    @Test
    void styleNoneGivesValuesOnly() {
        Booster quiet = Configured.booster(new HeartRateZonesType(), "{\"style\": \"none\"}");

        BoostOutcome.Added added =
                (BoostOutcome.Added) quiet.boost(activity(zones(1.0, null, null), 60_000L));

        assertThat(added.text()).isNull();
        assertThat(added.values()).containsEntry("zone1Seconds", 60.0);
    }

    @Test
    void noHeartRateIsSkippedWithAReason() {
        BoostOutcome noHeartRate = new BoostOutcome.Skipped("no heart rate");

        assertThat(ZONES.boost(activity(null, 60_000L))).isEqualTo(noHeartRate);
        assertThat(ZONES.boost(activity(List.of(), 60_000L))).isEqualTo(noHeartRate);
        assertThat(ZONES.boost(activity(zones(null, null, null), 60_000L))).isEqualTo(noHeartRate);
        assertThat(ZONES.boost(activity(zones(0.0, 0.0, 0.0), 60_000L))).isEqualTo(noHeartRate);
    }

    @Test
    void aSeriesWithoutZonesIsSkippedWithAReason() {
        Activity activity = activity(null, 60_000L);
        activity.setHeartRate(samples(new int[] {0, 1_000}, 90, 150));

        assertThat(ZONES.boost(activity))
                .isEqualTo(new BoostOutcome.Skipped("the source gave no zones"));
    }

    @Test
    void anUnknownMethodIsRefused() {
        assertThat(Configured.errors(new HeartRateZonesType(), "{\"method\": \"guess\"}"))
                .containsExactly(new FieldError("method", "must be one of provider"));
    }

    private static Map<String, Double> values(Activity activity) {
        return ((BoostOutcome.Added) ZONES.boost(activity)).values();
    }

    private static Activity activity(
            @Nullable List<HeartRateZone> zones, @Nullable Long elapsedMilliseconds) {
        Activity activity = new Activity();
        activity.setStartEpochMillis(START);
        activity.setElapsedMilliseconds(elapsedMilliseconds);
        activity.setHeartRateZones(zones);
        return activity;
    }

    private static List<HeartRateZone> zones(
            @Nullable Double rest, @Nullable Double fatBurn, @Nullable Double peak) {
        return List.of(
                new HeartRateZone("Rest", 30, 110, rest, null),
                new HeartRateZone("Fat Burn", 110, 140, fatBurn, null),
                new HeartRateZone("Peak", 140, 220, peak, null));
    }

    private static HeartRateSamples samples(int[] offsets, Integer... beats) {
        return new HeartRateSamples(START, Arrays.stream(offsets).boxed().toList(), List.of(beats));
    }
}
