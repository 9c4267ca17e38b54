package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualGpsTest {
    private static final Booster VIRTUAL = new VirtualGps(4000);

    @Test
    void aVirtualRideGoesAroundAtConstantSpeed() {
        Track track = track(ride(3_600_500L, 30_000.0));

        assertThat(track.getStartEpochMillis()).isEqualTo(Outing.START);
        assertThat(track.getOffsetMilliseconds())
                .hasSize(3602)
                .startsWith(0, 1000)
                .endsWith(3_600_000, 3_600_500);
        assertThat(track.getDistanceMetres().getLast()).isEqualTo(30_000.0);
        double perSecond = 30_000 / 3_600.5;
        for (int point = 1; point < 3601; point++) {
            assertThat(metresBetween(track, point - 1, point)).isCloseTo(perSecond, within(0.01));
        }
    }

    @Test
    void theLoopClosesAndHasTheSizeOfAPark() {
        Track track = track(ride(400_000L, 4000.0));

        assertThat(metresBetween(track, 0, 400)).isCloseTo(0, within(1e-3));
        assertThat(metresBetween(track, 0, 200)).isCloseTo(4000 / Math.PI, within(1.0));
    }

    @Test
    void altitudesAreNotInvented() {
        assertThat(track(ride(60_000L, 500.0)).getAltitudeMetres()).containsOnlyNulls();
    }

    @Test
    void theTextSaysThatItIsNotMeasured() {
        BoostOutcome.Added added = Boosts.added(VIRTUAL, ride(3_600_000L, 30_000.0));

        assertThat(added.text())
                .isEqualTo("Virtual route: 7.5 laps of a made-up loop, not measured");
        assertThat(added.values()).containsEntry("virtualLaps", 7.5);
        assertThat(added.activityType()).isNull();
    }

    @Test
    void theOwnPointsOfTheActivityAreKept() {
        Activity own =
                new Outing("VIRTUAL_RIDE")
                        .withoutPositions()
                        .grade(0.02)
                        .every(5)
                        .goes(100, 8)
                        .activity();
        Track before = own.getTrack();

        Track after = track(own);

        assertThat(after.getOffsetMilliseconds()).isEqualTo(before.getOffsetMilliseconds());
        assertThat(after.getAltitudeMetres()).isEqualTo(before.getAltitudeMetres());
        assertThat(after.getDistanceMetres()).isEqualTo(before.getDistanceMetres());
        assertThat(after.getLatitudeDegrees()).hasSize(21).doesNotContainNull();
        assertThat(before.getLatitudeDegrees()).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUN", "RIDE", "TREADMILL_RUN", "INDOOR_RIDE", "OTHER"})
    void anActivityThatIsNotVirtualGetsNoInventedRoute(String activityType) {
        Activity activity = ride(3_600_000L, 30_000.0);
        activity.setActivityType(activityType);

        assertThat(VIRTUAL.boost(activity))
                .isEqualTo(
                        new BoostOutcome.Skipped("only a virtual activity gets a virtual route"));
    }

    @Test
    void positionsOfTheSourceAreNotOverwritten() {
        assertThat(VIRTUAL.boost(new Outing("VIRTUAL_RIDE").goes(60, 8).activity()))
                .isEqualTo(new BoostOutcome.Skipped("the activity has positions of its own"));
    }

    @Test
    void withoutDistanceOrDurationThereIsNoSpeedToGoAt() {
        BoostOutcome noDuration = new BoostOutcome.Skipped("no duration of up to a day");
        Activity noStart = ride(60_000L, 500.0);
        noStart.setStartEpochMillis(null);

        assertThat(VIRTUAL.boost(ride(60_000L, 0.0)))
                .isEqualTo(new BoostOutcome.Skipped("no distance"));
        assertThat(VIRTUAL.boost(Boosts.bare("VIRTUAL_RIDE")))
                .isEqualTo(new BoostOutcome.Skipped("no distance"));
        assertThat(VIRTUAL.boost(ride(0L, 500.0))).isEqualTo(noDuration);
        assertThat(VIRTUAL.boost(ride(86_400_001L, 500.0))).isEqualTo(noDuration);
        assertThat(VIRTUAL.boost(noStart)).isEqualTo(noDuration);
    }

    @Test
    void anEmptyTrackIsAsGoodAsNone() {
        Activity activity = ride(60_000L, 500.0);
        activity.setTrack(Boosts.emptyTrack());

        assertThat(track(activity).getOffsetMilliseconds()).hasSize(61);
    }

    private static Track track(Activity activity) {
        return Objects.requireNonNull(Boosts.added(VIRTUAL, activity).track());
    }

    private static Activity ride(long elapsedMilliseconds, double metres) {
        Activity ride = Boosts.bare("VIRTUAL_RIDE");
        ride.setStartEpochMillis(Outing.START);
        ride.setElapsedMilliseconds(elapsedMilliseconds);
        ride.setDistanceMetres(metres);
        return ride;
    }

    /** By the haversine formula, which nothing here uses. */
    private static double metresBetween(Track track, int from, int to) {
        List<Double> latitudes = track.getLatitudeDegrees();
        List<Double> longitudes = track.getLongitudeDegrees();
        double north = Math.toRadians(latitudes.get(to) - latitudes.get(from));
        double east = Math.toRadians(longitudes.get(to) - longitudes.get(from));
        double half =
                Math.pow(Math.sin(north / 2), 2)
                        + Math.cos(Math.toRadians(latitudes.get(from)))
                                * Math.cos(Math.toRadians(latitudes.get(to)))
                                * Math.pow(Math.sin(east / 2), 2);
        return 2 * 6_371_008.8 * Math.asin(Math.sqrt(half));
    }
}
