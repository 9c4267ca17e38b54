package io.pulseline.pipeline.dashboard.activities;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.pipeline.dashboard.Chart.Point;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.activities.ActivitySheet.Fact;
import io.pulseline.pipeline.preference.Units;
import io.pulseline.pipeline.target.file.Recorded;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An activity as its page tells it. */
class ActivitySheetTest {
    private static final Reader TOKYO =
            new Reader(
                    ZoneId.of("Asia/Tokyo"), Units.METRIC, Instant.parse("2026-06-14T00:00:00Z"));

    @Test
    void timesAreThoseOfThePlaceWhereItHappened() {
        ActivitySheet sheet = sheet(Recorded.strength());

        assertThat(value(sheet, "Start")).isEqualTo("Sat 13 Jun 2026, 07:30");
        assertThat(requireNonNull(sheet.heartRate()).zone()).isEqualTo("+02:00");
    }

    @Test
    void whatTheSourceDidNotGiveIsADash() {
        ActivitySheet sheet = sheet(Recorded.strength());

        assertThat(value(sheet, "Distance")).isEqualTo("–");
        assertThat(value(sheet, "Average pace")).isEqualTo("–");
        assertThat(sheet.route()).isNull();
        assertThat(sheet.pace()).isNull();
        assertThat(sheet.elevation()).isNull();
    }

    @Test
    void aTrackIsDrawnWithPaceAndHeights() {
        ActivitySheet sheet = sheet(Recorded.pausedRun(52.5, 13.4, 34));

        assertThat(sheet.route()).startsWith("<svg");
        assertThat(requireNonNull(sheet.elevation()).lines().getFirst().unit()).isEqualTo("m");
        // 3 m/s are 333 seconds for a kilometre.
        assertThat(requireNonNull(sheet.pace()).lines().getFirst().points())
                .anySatisfy(point -> assertThat(point.value()).isBetween(333.0, 334.0));
    }

    @Test
    void heartRateWithoutSamplesForOverAMinuteIsAGap() {
        Activity activity = Recorded.strength();
        activity.setHeartRate(
                new HeartRateSamples(
                        activity.getStartEpochMillis(),
                        List.of(0, 5_000, 70_000, 75_000),
                        List.of(100, 101, 120, 121)));

        List<Point> points =
                requireNonNull(sheet(activity).heartRate()).lines().getFirst().points();

        assertThat(points)
                .extracting(Point::value)
                .containsExactly(100.0, 101.0, null, 120.0, 121.0);
    }

    @Test
    void theTrackersHeartRateIsShownWhereTheActivityHasNone() {
        Activity activity = Recorded.strength();
        HeartRateSamples tracker = activity.getHeartRate();
        activity.setHeartRate(null);

        ActivitySheet sheet = ActivitySheet.of(activity, tracker, TOKYO, List.of());

        assertThat(sheet.ofTracker()).isTrue();
        assertThat(sheet.heartRate()).isNotNull();
    }

    @Test
    void zonesTellTheirShare() {
        assertThat(sheet(Recorded.strength()).zones())
                .extracting(ActivitySheet.Zone::range, ActivitySheet.Zone::share)
                .containsSequence(
                        org.assertj.core.groups.Tuple.tuple("98–136 bpm", 85),
                        org.assertj.core.groups.Tuple.tuple("137–166 bpm", 5));
    }

    private static ActivitySheet sheet(Activity activity) {
        return ActivitySheet.of(activity, null, TOKYO, List.of());
    }

    private static String value(ActivitySheet sheet, String name) {
        return sheet.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElseThrow();
    }
}
