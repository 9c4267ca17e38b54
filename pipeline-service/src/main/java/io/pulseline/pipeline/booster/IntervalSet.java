package io.pulseline.pipeline.booster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Efforts of like length, one after the other; at least three. */
record IntervalSet(List<Interval> efforts) {
    IntervalSet {
        efforts = List.copyOf(efforts);
    }

    double averageSeconds() {
        return efforts.stream().mapToInt(Interval::seconds).average().orElseThrow();
    }

    /** From the end of an effort to the beginning of the next, pauses included. */
    double averageRecoverySeconds() {
        int seconds = efforts.stream().mapToInt(Interval::seconds).sum();
        int span = efforts.getLast().toSecond() - efforts.getFirst().fromSecond();
        return (span - seconds) / (double) (efforts.size() - 1);
    }

    /** Null where there is no track. */
    @Nullable Double averageMetres() {
        List<Double> known = new ArrayList<>();
        for (Interval effort : efforts) {
            if (effort.metres() != null) {
                known.add(effort.metres());
            }
        }
        return average(known);
    }

    /** Of the efforts whose heart rate is known; null if of none. */
    @Nullable Double averageBeatsPerMinute() {
        List<Double> known = new ArrayList<>();
        for (Interval effort : efforts) {
            if (effort.averageBeatsPerMinute() != null) {
                known.add(effort.averageBeatsPerMinute());
            }
        }
        return average(known);
    }

    /**
     * By how many percent more time the last effort took for a metre than the first; negative if it
     * was faster; null where there is no track.
     */
    @Nullable Double fadePercent() {
        Interval first = efforts.getFirst();
        Interval last = efforts.getLast();
        if (first.metres() == null || last.metres() == null || last.metres() <= 0) {
            return null;
        }
        double speedRatio = first.metres() / first.seconds() / (last.metres() / last.seconds());
        return 100 * (speedRatio - 1);
    }

    /** The unit stands in the name, behind the name of the set. */
    Map<String, Double> values(String set) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(set + "Repetitions", (double) efforts.size());
        values.put(set + "EffortSeconds", averageSeconds());
        values.put(set + "RecoverySeconds", averageRecoverySeconds());
        put(values, set + "EffortMetres", averageMetres());
        put(values, set + "EffortBeatsPerMinute", averageBeatsPerMinute());
        put(values, set + "FadePercent", fadePercent());
        return values;
    }

    private static void put(Map<String, Double> values, String name, @Nullable Double value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static @Nullable Double average(List<Double> known) {
        return known.isEmpty()
                ? null
                : known.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
