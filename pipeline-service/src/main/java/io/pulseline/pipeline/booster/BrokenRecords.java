package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.past.ActivityFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What one activity did better than all the earlier ones: by at least half a second, or a metre.
 * Where none of them has a figure there is nothing to be better than, and no record.
 *
 * @param efforts by distance in whole metres, in order
 * @param distanceMetres null if it was not the longest
 * @param elevationGainMetres null if it was not the highest
 */
record BrokenRecords(
        SortedMap<Integer, Effort> efforts,
        @Nullable Double distanceMetres,
        @Nullable Double elevationGainMetres) {
    private static final double LEAST_METRES = 1;
    private static final double LEAST_SECONDS = 0.5;
    private static final double MILLISECONDS = 1_000;
    private static final double METRES_PER_KILOMETRE = 1_000;
    private static final double SECONDS_PER_MINUTE = 60;

    /**
     * A distance in less time than ever.
     *
     * @param seconds what it took
     * @param improvementSeconds how much less than before
     */
    record Effort(double seconds, double improvementSeconds) {
        private String text(int metres) {
            return String.format(
                    Locale.ROOT,
                    "%s in %s (%s faster)",
                    StandardDistance.name(metres),
                    MinutesAndSeconds.of(seconds),
                    improvementSeconds < SECONDS_PER_MINUTE
                            ? String.format(Locale.ROOT, "%.1f s", improvementSeconds)
                            : MinutesAndSeconds.of(improvementSeconds));
        }
    }

    static BrokenRecords of(ActivityFigures current, List<ActivityFigures> earlier) {
        SortedMap<Integer, Effort> efforts = new TreeMap<>();
        current.bestEffortSeconds()
                .forEach((metres, seconds) -> {
                    OptionalDouble best =
                            values(earlier, past -> past.bestEffortSeconds().get(metres)).min();
                    best.stream()
                            .map(before -> toMillisecond(before - seconds))
                            .filter(improvement -> improvement >= LEAST_SECONDS)
                            .forEach(improvement ->
                                    efforts.put(metres, new Effort(seconds, improvement)));
                });
        return new BrokenRecords(
                efforts,
                highest(current, earlier, ActivityFigures::distanceMetres),
                highest(current, earlier, ActivityFigures::elevationGainMetres));
    }

    /** As best efforts are told; their difference is not exactly so. */
    private static double toMillisecond(double seconds) {
        return Math.round(seconds * MILLISECONDS) / MILLISECONDS;
    }

    private static @Nullable Double highest(
            ActivityFigures current,
            List<ActivityFigures> earlier,
            Function<ActivityFigures, @Nullable Double> figure) {
        Double value = figure.apply(current);
        OptionalDouble best = values(earlier, figure).max();
        return value != null && best.isPresent() && value >= best.getAsDouble() + LEAST_METRES
                ? value
                : null;
    }

    private static DoubleStream values(
            List<ActivityFigures> earlier, Function<ActivityFigures, @Nullable Double> figure) {
        return earlier.stream()
                .flatMap(past -> Optional.ofNullable(figure.apply(past)).stream())
                .mapToDouble(Double::doubleValue);
    }

    boolean isEmpty() {
        return efforts.isEmpty() && distanceMetres == null && elevationGainMetres == null;
    }

    /** One for all efforts, one for the distance, one for the climb; each only where broken. */
    List<String> lines(RecordGroup group) {
        List<String> lines = new ArrayList<>();
        if (!efforts.isEmpty()) {
            List<String> texts = new ArrayList<>();
            efforts.forEach((metres, effort) -> texts.add(effort.text(metres)));
            lines.add("Personal records: " + String.join(", ", texts));
        }
        if (distanceMetres != null) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "Longest %s so far: %.2f km",
                            group.one(),
                            distanceMetres / METRES_PER_KILOMETRE));
        }
        if (elevationGainMetres != null) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "Most climbing of any %s so far: %.0f m",
                            group.one(),
                            elevationGainMetres));
        }
        return lines;
    }

    /** For machines: {@code record5000Seconds}, {@code improvement5000Seconds} and the like. */
    Map<String, Double> values() {
        Map<String, Double> values = new TreeMap<>();
        efforts.forEach((metres, effort) -> {
            values.put("record" + metres + "Seconds", effort.seconds());
            values.put("improvement" + metres + "Seconds", effort.improvementSeconds());
        });
        if (distanceMetres != null) {
            values.put("recordDistanceMetres", distanceMetres);
        }
        if (elevationGainMetres != null) {
            values.put("recordElevationGainMetres", elevationGainMetres);
        }
        return values;
    }
}
