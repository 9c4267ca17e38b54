package io.pulseline.pipeline.play;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Personal records of steady workouts: the shortest time for a distance is that distance by the
 * speed, if it was covered at all.
 *
 * @param earlier of the same kind of sport
 * @param isRun else a ride
 */
record Bests(Workout workout, List<Workout> earlier, boolean isRun) {
    private static final double MILE = 1_609.344;

    /** As far as anybody runs in the play. */
    private static final double[] RUN = {
        100, 200, 400, 500, 1_000, MILE, 2_000, 2 * MILE, 5_000, 5 * MILE, 10_000, 15_000
    };

    private static final double[] RIDE = {
        5_000, 5 * MILE, 10_000, 10 * MILE, 20_000, 30_000, 20 * MILE, 40_000
    };

    private double[] distances() {
        return isRun ? RUN : RIDE;
    }

    /** What was broken: by half a second, or by a metre. */
    Map<String, Double> broken() {
        Map<String, Double> values = new TreeMap<>();
        for (double distance : distances()) {
            OptionalDouble mine = seconds(workout, distance);
            OptionalDouble best =
                    earlier.stream().flatMapToDouble(one -> seconds(one, distance).stream()).min();
            if (mine.isPresent() && best.isPresent()) {
                double improvement = best.getAsDouble() - mine.getAsDouble();
                if (improvement >= 0.5) {
                    values.put(
                            "record%dSeconds".formatted(Math.round(distance)), mine.getAsDouble());
                    values.put("improvement%dSeconds".formatted(Math.round(distance)), improvement);
                }
            }
        }
        OptionalDouble farthest =
                earlier.stream().filter(Workout::hasDistance).mapToDouble(Workout::metres).max();
        if (workout.hasDistance()
                && farthest.isPresent()
                && workout.metres() >= farthest.getAsDouble() + 1) {
            values.put("recordDistanceMetres", workout.metres());
        }
        return values;
    }

    /** Whether a standard distance was covered that never was before. */
    boolean isFirstTime() {
        OptionalInt before = earlier.stream().mapToInt(this::covered).max();
        return covered(workout) > before.orElse(0);
    }

    private int covered(Workout one) {
        int covered = 0;
        for (double distance : distances()) {
            covered += one.metres() >= distance ? 1 : 0;
        }
        return covered;
    }

    /** To the millisecond; only a track tells. */
    private static OptionalDouble seconds(Workout one, double metres) {
        return one.hasTrack() && one.metres() >= metres
                ? OptionalDouble.of(
                        Math.round(100_000 * metres / one.centimetresPerSecond()) / 1_000.0)
                : OptionalDouble.empty();
    }
}
