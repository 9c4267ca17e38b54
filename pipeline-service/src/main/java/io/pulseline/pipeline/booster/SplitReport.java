package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.series.Motion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the splits of one way say, in numbers and in words. */
record SplitReport(LengthUnit unit, List<Split> splits) {
    /** More lines than that nobody reads, and a description should stay one. */
    private static final int MOST_SPLITS = 100;

    private static final int FEWEST_FOR_FATIGUE = 4;
    private static final double WORTH_A_WORD_PERCENT = 1;
    private static final double WORTH_A_WORD_SECONDS = 0.5;

    SplitReport {
        splits = List.copyOf(splits);
    }

    /** Of each split; empty if there are more than 100. */
    Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Split split : listed()) {
            String name = "split" + split.number();
            values.put(name + "Metres", split.metres());
            values.put(name + "Seconds", split.movingSeconds());
            if (split.elevationChangeMetres() != null) {
                values.put(name + "ElevationChangeMetres", split.elevationChangeMetres());
            }
        }
        return values;
    }

    /** One for each split; empty if there are more than 100. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Split split : listed()) {
            lines.add(line(split) + mark(split));
        }
        return lines;
    }

    private String mark(Split split) {
        Comparator<Split> byPace = Comparator.comparingDouble(Split::secondsPerMetre);
        Optional<Split> fastest = whole().stream().min(byPace);
        Optional<Split> slowest = whole().stream().max(byPace);
        if (fastest.map(this::pace).equals(slowest.map(this::pace))) {
            return "";
        }
        if (fastest.equals(Optional.of(split))) {
            return ", fastest";
        }
        return slowest.equals(Optional.of(split)) ? ", slowest" : "";
    }

    private String pace(Split split) {
        return unit.pace(split.secondsPerMetre());
    }

    private String line(Split split) {
        String rest = split.isWhole() ? "" : " over " + unit.length(split.metres());
        String elevation =
                split.elevationChangeMetres() == null
                        ? ""
                        : String.format(
                                Locale.ROOT, ", %+d m", Math.round(split.elevationChangeMetres()));
        return split.number() + ": " + pace(split) + rest + elevation;
    }

    /**
     * By how many seconds a metre the second half of the distance was faster; empty unless it was,
     * or with fewer than two whole splits.
     */
    OptionalDouble negativeSplit(Motion motion) {
        double half = motion.metres() / 2;
        double firstSeconds = motion.movingSecondsAt(half);
        double secondSeconds = motion.movingSeconds() - firstSeconds;
        double faster = (firstSeconds - secondSeconds) / half;
        return whole().size() > 1 && faster * unit.metres() >= WORTH_A_WORD_SECONDS
                ? OptionalDouble.of(faster)
                : OptionalDouble.empty();
    }

    /**
     * By how many percent the last quarter of the whole splits took longer than the first; negative
     * if it was faster; empty with fewer than four.
     */
    OptionalDouble slowerPercent() {
        List<Split> whole = whole();
        int quarter = whole.size() / 4;
        double first = seconds(whole.subList(0, quarter));
        double last = seconds(whole.subList(whole.size() - quarter, whole.size()));
        return whole.size() >= FEWEST_FOR_FATIGUE && first > 0
                ? OptionalDouble.of(100 * (last / first - 1))
                : OptionalDouble.empty();
    }

    /** In words, where it differs by more than 1 %. */
    Optional<String> fatigue(double slowerPercent) {
        if (Math.abs(slowerPercent) <= WORTH_A_WORD_PERCENT) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        slowerPercent > 0
                                ? "Fatigue: last quarter %.0f %% slower than the first"
                                : "Strong finish: last quarter %.0f %% faster than the first",
                        Math.abs(slowerPercent)));
    }

    private List<Split> whole() {
        return splits.stream().filter(Split::isWhole).toList();
    }

    private List<Split> listed() {
        return splits.size() > MOST_SPLITS ? List.of() : splits;
    }

    private static double seconds(List<Split> splits) {
        return splits.stream().mapToDouble(Split::movingSeconds).sum();
    }
}
