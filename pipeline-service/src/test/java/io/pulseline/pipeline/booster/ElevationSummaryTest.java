package io.pulseline.pipeline.booster;

import static io.pulseline.pipeline.booster.Boosts.bare;
import static io.pulseline.pipeline.booster.Boosts.figures;
import static io.pulseline.pipeline.booster.Boosts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ElevationSummaryTest {
    private static final Booster ELEVATION = new ElevationSummary(ElevationSummary.Style.TEXT);
    private static final BoostOutcome NOTHING =
            new BoostOutcome.Skipped("no altitudes and no elevation gain");

    @Test
    void aHillIsClimbedAndDescended() {
        Activity hike =
                new Outing("HIKE").grade(0.1).goes(1000, 1).grade(-0.05).goes(1000, 1).activity();

        assertThat(text(ELEVATION, hike))
                .isEqualTo("Elevation: 100 m up, 50 m down, between 400 m and 500 m");
        assertThat(figures(ELEVATION, hike).get("gainMetres")).isCloseTo(100, within(0.5));
        assertThat(figures(ELEVATION, hike).get("lossMetres")).isCloseTo(50, within(0.5));
        assertThat(figures(ELEVATION, hike).get("highestMetres")).isCloseTo(500, within(0.5));
        assertThat(figures(ELEVATION, hike).get("lowestMetres")).isCloseTo(400, within(0.5));
    }

    @Test
    void theNoiseOfTheReceiverClimbsNoHills() {
        Random noise = new Random(7);
        Activity hike = new Outing("HIKE").grade(0.05).goes(2000, 1).activity();
        double raw = disturb(hike, noise);

        assertThat(raw).isGreaterThan(1000);
        assertThat(figures(ELEVATION, hike).get("gainMetres")).isBetween(90.0, 115.0);
    }

    @Test
    void wavesBelowThreeMetresAreNoClimbsAndThoseAboveAre() {
        assertThat(figures(ELEVATION, waves(2.9)).get("gainMetres")).isZero();
        assertThat(figures(ELEVATION, waves(3.1)).get("gainMetres"))
                .isCloseTo(10 * 3.1, within(1e-6));
    }

    @Test
    void aSinglePointOutOfLineIsNoPeak() {
        Activity walk = altitudes(400.0, 400.0, 400.0, 650.0, 400.0, 400.0, 400.0);

        assertThat(figures(ELEVATION, walk))
                .isEqualTo(
                        Map.of(
                                "gainMetres",
                                0.0,
                                "lossMetres",
                                0.0,
                                "highestMetres",
                                400.0,
                                "lowestMetres",
                                400.0));
    }

    @Test
    void aWrongFirstAltitudeIsNoClimb() {
        Activity walk = altitudes(0.0, 400.0, 400.0, 400.0, 400.0);

        assertThat(figures(ELEVATION, walk)).containsEntry("gainMetres", 0.0);
    }

    @Test
    void whatIsClimbedInAGapDoesNotCount() {
        Activity lift =
                new Outing("WALK")
                        .grade(0)
                        .goes(100, 1)
                        .pauses(600)
                        .grade(1)
                        .goes(1, 500)
                        .grade(0)
                        .goes(100, 1)
                        .activity();

        assertThat(figures(ELEVATION, lift)).containsEntry("gainMetres", 0.0);
        assertThat(figures(ELEVATION, lift)).containsEntry("highestMetres", 900.0);
    }

    @Test
    void pointsNeedNotComeEverySecondNorInOrder() {
        Activity hike = new Outing("HIKE").every(20).grade(0.1).goes(1000, 1).activity();

        assertThat(figures(ELEVATION, hike).get("gainMetres")).isCloseTo(100, within(5.0));
        assertThat(figures(ELEVATION, Outing.doubled(Outing.backwards(hike))).get("gainMetres"))
                .isCloseTo(100, within(5.0));
    }

    @Test
    void aProfileDrawsTwentyBlocksAlongTheDistance() {
        Activity hike =
                new Outing("HIKE")
                        .grade(0.1)
                        .goes(1000, 1)
                        .stands(3000)
                        .grade(-0.1)
                        .goes(1000, 1)
                        .activity();

        String profile =
                text(new ElevationSummary(ElevationSummary.Style.PROFILE), hike)
                        .lines()
                        .toList()
                        .getLast();

        assertThat(profile).hasSize(20).startsWith("▁").endsWith("▁");
        assertThat(profile.chars().filter(block -> block == '█')).hasSize(2);
    }

    @Test
    void withoutDistanceTheProfileGoesAlongTheTime() {
        Activity climb =
                new Outing("HIKE")
                        .withoutDistances()
                        .withoutPositions()
                        .grade(0.1)
                        .goes(1000, 1)
                        .activity();

        String profile =
                text(new ElevationSummary(ElevationSummary.Style.PROFILE), climb)
                        .lines()
                        .toList()
                        .getLast();

        assertThat(profile.chars().boxed().toList()).hasSize(20).isSorted();
        assertThat(profile.chars().distinct()).hasSize(8);
    }

    @Test
    void aFlatWayIsDrawnFlat() {
        Activity walk = new Outing("WALK").grade(0.001).goes(1000, 1).activity();

        assertThat(text(new ElevationSummary(ElevationSummary.Style.PROFILE), walk))
                .endsWith("\n" + "▁".repeat(20));
    }

    @Test
    void withoutAltitudesTheSourcesGainIsToldAsSuch() {
        Activity hike = bare("HIKE");
        hike.setElevationGainMetres(245.4);

        assertThat(text(ELEVATION, hike)).isEqualTo("Elevation: 245 m up, as the source gives it");
        assertThat(figures(ELEVATION, hike)).isEqualTo(Map.of("gainMetres", 245.4));
    }

    @Test
    void styleNoneGivesValuesOnly() {
        Booster quiet = new ElevationSummary(ElevationSummary.Style.NONE);
        Activity given = bare("HIKE");
        given.setElevationGainMetres(245.4);

        assertThat(Boosts.added(quiet, given).text()).isNull();
        assertThat(Boosts.added(quiet, altitudes(400.0, 410.0, 420.0)).text()).isNull();
    }

    @Test
    void withoutAltitudesAndGainItIsSkipped() {
        Activity onePoint = bare("HIKE");
        onePoint.setTrack(Boosts.onePoint());
        Activity emptyTrack = bare("HIKE");
        emptyTrack.setTrack(Boosts.emptyTrack());

        assertThat(ELEVATION.boost(bare("HIKE"))).isEqualTo(NOTHING);
        assertThat(ELEVATION.boost(onePoint)).isEqualTo(NOTHING);
        assertThat(ELEVATION.boost(emptyTrack)).isEqualTo(NOTHING);
        assertThat(ELEVATION.boost(altitudes(null, null, null))).isEqualTo(NOTHING);
    }

    /** Ten hills of that height, broad enough to survive the smoothing. */
    private static Activity waves(double height) {
        List<@Nullable Double> altitudes = new ArrayList<>();
        for (int second = 0; second < 400; second++) {
            altitudes.add(second % 40 < 20 ? 400 : 400 + height);
        }
        return altitudes(altitudes.toArray(Double[]::new));
    }

    /** Adds up to 2.5 m either way; tells the sum of the rises. */
    private static double disturb(Activity hike, Random noise) {
        Track track = hike.getTrack();
        List<Double> noisy =
                track.getAltitudeMetres().stream()
                        .map(altitude -> altitude + 2.5 * (2 * noise.nextDouble() - 1))
                        .toList();
        track.setAltitudeMetres(noisy);
        double rises = 0;
        for (int point = 1; point < noisy.size(); point++) {
            rises += Math.max(0, noisy.get(point) - noisy.get(point - 1));
        }
        return rises;
    }

    private static Activity altitudes(@Nullable Double... metres) {
        Activity walk = new Outing("WALK").goes(metres.length - 1, 1).activity();
        walk.getTrack().setAltitudeMetres(Arrays.asList(metres));
        return walk;
    }
}
