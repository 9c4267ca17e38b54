package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.pipeline.form.FieldError;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartRateZonesTest {
    private static final Booster ZONES = zones("{}");
    private static final Booster OF_MAXIMUM =
            zones("{\"method\": \"maximum\", \"maximumBeatsPerMinute\": 190}");
    private static final Booster OF_RESERVE =
            zones(
                    """
                    {"method": "reserve", "maximumBeatsPerMinute": 190,
                     "restingBeatsPerMinute": 50}\
                    """);

    @Test
    void eachSampleHoldsUntilTheNext() {
        Activity activity = activity(given(null, null, null), 100_000L);
        activity.setHeartRate(Workouts.samples(List.of(0, 10, 40), 90, 120, 150));

        assertThat(values(activity))
                .isEqualTo(
                        Map.of("zone1Seconds", 10.0, "zone2Seconds", 30.0, "zone3Seconds", 60.0));
    }

    @Test
    void aGapCountsNowhere() {
        Activity activity = activity(given(null, null, null), 600_000L);
        activity.setHeartRate(Workouts.samples(List.of(0, 599), 90, 150));

        assertThat(values(activity)).containsEntry("zone1Seconds", 0.0);
        assertThat(values(activity)).containsEntry("zone3Seconds", 1.0);
    }

    @Test
    void theLastSampleCountsNothingWhenTheEndIsUnknown() {
        Activity activity = activity(given(null, null, null), null);
        activity.setHeartRate(Workouts.samples(List.of(0, 5), 90, 150));

        assertThat(values(activity))
                .isEqualTo(Map.of("zone1Seconds", 5.0, "zone2Seconds", 0.0, "zone3Seconds", 0.0));
    }

    @Test
    void aLowerLimitBelongsToItsZoneAndExtremesToTheOutermost() {
        Activity activity = activity(given(null, null, null), 4_000L);
        activity.setHeartRate(Workouts.samples(List.of(0, 1, 2, 3), 20, 110, 140, 230));

        assertThat(values(activity))
                .isEqualTo(Map.of("zone1Seconds", 1.0, "zone2Seconds", 1.0, "zone3Seconds", 2.0));
    }

    @Test
    void withoutASeriesTheSourcesMinutesCount() {
        Activity activity = activity(given(10.0, null, 1.5), 690_000L);

        assertThat(values(activity))
                .isEqualTo(
                        Map.of("zone1Seconds", 600.0, "zone2Seconds", 0.0, "zone3Seconds", 90.0));
    }

    @Test
    void withoutLimitsTheSourcesMinutesCountEvenWithASeries() {
        List<HeartRateZone> unlimited = List.of(new HeartRateZone("All", null, null, 2.0, null));
        Activity activity = activity(unlimited, 120_000L);
        activity.setHeartRate(Workouts.samples(List.of(0, 1), 90, 150));

        assertThat(values(activity)).isEqualTo(Map.of("zone1Seconds", 120.0));
    }

    @ParameterizedTest(name = "{0} beats are in zone {1} of the maximum, {2} of the reserve")
    @CsvSource({
        "40, 0, 0",
        "94, 0, 0",
        "95, 1, 0",
        "113, 1, 0",
        "114, 2, 0",
        "120, 2, 1",
        "132, 2, 1",
        "133, 3, 1",
        "134, 3, 2",
        "148, 3, 3",
        "152, 4, 3",
        "162, 4, 4",
        "171, 5, 4",
        "175, 5, 4",
        "176, 5, 5",
        "220, 5, 5",
    })
    void tenthsBeginAtHalfOfTheMaximumOrTheReserve(int beats, int ofMaximum, int ofReserve) {
        Activity activity = Workouts.steady(60, 1, beats);

        assertThat(zoneOf(OF_MAXIMUM, activity)).isEqualTo(ofMaximum);
        assertThat(zoneOf(OF_RESERVE, activity)).isEqualTo(ofReserve);
    }

    @Test
    void ownLimitsHaveOwnNamesAndWhatIsBelow() {
        Booster own =
                zones(
                        """
                        {"method": "custom", "zones": [
                          {"fromBeatsPerMinute": 120, "name": "Steady"},
                          {"fromBeatsPerMinute": 160}]}\
                        """);
        Activity activity = Workouts.lasting(100_000L);
        activity.setHeartRate(Workouts.samples(List.of(0, 20, 50), 119, 120, 160));

        BoostOutcome.Added added = (BoostOutcome.Added) own.boost(activity);

        assertThat(added.values())
                .isEqualTo(
                        Map.of("zone0Seconds", 20.0, "zone1Seconds", 30.0, "zone2Seconds", 50.0));
        assertThat(added.text())
                .isEqualTo(
                        """
                        Heart rate zones
                        Below: 0:20 (20 %)
                        Steady: 0:30 (30 %)
                        Zone 2: 0:50 (50 %)\
                        """);
    }

    @Test
    void theSourcesMinutesAreNotForOtherZonesThanItsOwn() {
        assertThat(OF_MAXIMUM.boost(activity(given(10.0, 5.0, 1.0), 960_000L)))
                .isEqualTo(new BoostOutcome.Skipped("no heart rate"));
    }

    @Test
    void theTextNamesZonesAsTheSourceDoes() {
        Activity activity = activity(given(10.0, 0.0, 30.0), 2_400_000L);

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
    void halfOfTheTimeIsHalfABarAndAMinuteIsSeen() {
        Activity activity = activity(given(60.0, 59.0, 1.0), 7_200_000L);

        assertThat(text("emoji", activity))
                .isEqualTo(
                        """
                        Heart rate zones
                        🟪🟪🟪🟪🟪⬜⬜⬜⬜⬜ Rest 60:00
                        🟨🟨🟨🟨🟨⬜⬜⬜⬜⬜ Fat Burn 59:00
                        🟥⬜⬜⬜⬜⬜⬜⬜⬜⬜ Peak 1:00\
                        """);
    }

    @Test
    void secondsAreNotCutToMinutes() {
        Activity activity = activity(given(null, null, null), 59_000L);
        activity.setHeartRate(Workouts.samples(List.of(0), 150));

        assertThat(text("text", activity)).contains("Peak: 0:59 (100 %)");
        assertThat(text("percentage", activity))
                .isEqualTo(
                        """
                        Heart rate zones
                        Rest: 0 %
                        Fat Burn: 0 %
                        Peak: 100 %\
                        """);
    }

    @Test
    void styleNoneGivesValuesOnly() {
        Booster quiet = zones("{\"style\": \"none\"}");

        BoostOutcome.Added added =
                (BoostOutcome.Added) quiet.boost(activity(given(1.0, null, null), 60_000L));

        assertThat(added.text()).isNull();
        assertThat(added.values()).containsEntry("zone1Seconds", 60.0);
    }

    @Test
    void noHeartRateIsSkippedWithAReason() {
        BoostOutcome noHeartRate = new BoostOutcome.Skipped("no heart rate");
        Activity noTime = activity(given(null, null, null), 0L);
        noTime.setHeartRate(Workouts.samples(List.of(0, 1), 90, 150));
        Activity empty = activity(given(null, null, null), 60_000L);
        empty.setHeartRate(Workouts.samples(List.of()));

        assertThat(ZONES.boost(activity(null, 60_000L))).isEqualTo(noHeartRate);
        assertThat(ZONES.boost(activity(List.of(), 60_000L))).isEqualTo(noHeartRate);
        assertThat(ZONES.boost(activity(given(null, null, null), 60_000L))).isEqualTo(noHeartRate);
        assertThat(ZONES.boost(activity(given(0.0, 0.0, 0.0), 60_000L))).isEqualTo(noHeartRate);
        assertThat(ZONES.boost(noTime)).isEqualTo(noHeartRate);
        assertThat(ZONES.boost(empty)).isEqualTo(noHeartRate);
        assertThat(OF_MAXIMUM.boost(Workouts.bare())).isEqualTo(noHeartRate);
    }

    @Test
    void aSeriesWithoutZonesIsSkippedWithAReason() {
        assertThat(ZONES.boost(Workouts.steady(60, 1, 120)))
                .isEqualTo(new BoostOutcome.Skipped("the source gave no zones"));
    }

    @Property
    void theSecondsOfAllZonesNeverExceedTheDuration(
            @ForAll @Size(max = 80) List<@IntRange(min = -200, max = 1_500) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 1_200) int elapsedSeconds,
            @ForAll @IntRange(min = 40, max = 220) int beats) {
        Activity activity = Workouts.lasting(elapsedSeconds * 1000L);
        activity.setHeartRate(
                new HeartRateSamples(
                        Workouts.START.toInstant().toEpochMilli(),
                        seconds.stream().map(second -> second * 1000).toList(),
                        IntStream.range(0, seconds.size())
                                .mapToObj(sample -> beats + sample % 30)
                                .toList()));

        double sum =
                OF_RESERVE.boost(activity) instanceof BoostOutcome.Added added
                        ? added.values().values().stream().mapToDouble(Double::doubleValue).sum()
                        : 0;

        assertThat(sum).isBetween(0.0, elapsedSeconds + 1e-6);
    }

    @ParameterizedTest(name = "{0} is wrong at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"method\": \"guess\" | method",
                "\"method\": \"reserve\", \"maximumBeatsPerMinute\": 110,"
                        + " \"restingBeatsPerMinute\": 110 | restingBeatsPerMinute",
                "\"method\": \"custom\" | zones",
                "\"method\": \"custom\", \"zones\": [{\"fromBeatsPerMinute\": 120},"
                        + " {\"fromBeatsPerMinute\": 120}] | zones[1].fromBeatsPerMinute",
                "\"style\": \"poem\" | style",
            })
    void wrongSettingsAreNamed(String settings, String field) {
        assertThat(Configured.errors(new HeartRateZonesType(), "{" + settings + "}"))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    private static Map<String, Double> values(Activity activity) {
        return ((BoostOutcome.Added) ZONES.boost(activity)).values();
    }

    private static @Nullable String text(String style, Activity activity) {
        return ((BoostOutcome.Added) zones("{\"style\": \"" + style + "\"}").boost(activity))
                .text();
    }

    private static int zoneOf(Booster booster, Activity activity) {
        Map<String, Double> values = ((BoostOutcome.Added) booster.boost(activity)).values();
        return IntStream.rangeClosed(0, 5)
                .filter(zone -> values.getOrDefault("zone" + zone + "Seconds", 0.0) == 60)
                .findFirst()
                .orElseThrow();
    }

    private static Booster zones(String configuration) {
        return Configured.booster(new HeartRateZonesType(), configuration);
    }

    private static Activity activity(
            @Nullable List<HeartRateZone> zones, @Nullable Long elapsedMilliseconds) {
        Activity activity = Workouts.lasting(elapsedMilliseconds);
        activity.setHeartRateZones(zones);
        return activity;
    }

    private static List<HeartRateZone> given(
            @Nullable Double rest, @Nullable Double fatBurn, @Nullable Double peak) {
        return List.of(
                new HeartRateZone("Rest", 30, 110, rest, null),
                new HeartRateZone("Fat Burn", 110, 140, fatBurn, null),
                new HeartRateZone("Peak", 140, 220, peak, null));
    }
}
