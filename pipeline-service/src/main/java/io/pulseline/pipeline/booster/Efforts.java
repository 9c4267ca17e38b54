package io.pulseline.pipeline.booster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds repeated efforts in a level told second by second (speed or heart rate).
 *
 * <p>A threshold cuts the seconds into efforts above and recoveries below. Efforts of like length
 * that follow one another, each with a true recovery in between, are a set. Of 15 thresholds
 * between low and high that one is taken which puts most efforts into sets; among equals the middle
 * one, because half-way up is where an effort begins and ends. Steady and merely restless
 * activities have no sets at any threshold.
 */
final class Efforts {
    private static final int THRESHOLDS = 16;
    private static final int SHORTEST_SECONDS = 15;
    private static final int SHORTEST_RECOVERY_SECONDS = 10;
    private static final int LONGEST_RECOVERY_SECONDS = 600;
    private static final double LIKE = 0.25;
    private static final int FEWEST_REPETITIONS = 3;

    private final double[] level;
    private final double contrast;

    /** Sums of the known levels, and their number, before each second. */
    private final double[] sums;

    private final int[] counts;

    /**
     * @param level second by second; NaN where it is not known
     * @param contrast how many times the level of its recoveries an effort must reach, above 1
     */
    Efforts(double[] level, double contrast) {
        this.level = level.clone();
        this.contrast = contrast;
        this.sums = new double[level.length + 1];
        this.counts = new int[level.length + 1];
        for (int second = 0; second < level.length; second++) {
            boolean isKnown = !Double.isNaN(level[second]);
            sums[second + 1] = sums[second] + (isKnown ? level[second] : 0);
            counts[second + 1] = counts[second] + (isKnown ? 1 : 0);
        }
    }

    /** From one second, up to but not with another. */
    record Effort(int fromSecond, int toSecond) {
        int seconds() {
            return toSecond - fromSecond;
        }
    }

    /** In order of time; empty if there are none. */
    List<List<Effort>> sets() {
        double[] known =
                Arrays.stream(level).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (known.length < FEWEST_REPETITIONS * SHORTEST_SECONDS) {
            return List.of();
        }
        double low = known[known.length / 100];
        double high = known[known.length - 1 - known.length / 100];
        if (high < low * contrast) {
            return List.of();
        }
        List<List<List<Effort>>> best = new ArrayList<>();
        for (int step = 1; step < THRESHOLDS; step++) {
            List<List<Effort>> sets = sets(above(low + (high - low) * step / THRESHOLDS));
            int gained = efforts(sets) - (best.isEmpty() ? 0 : efforts(best.getFirst()));
            if (gained > 0) {
                best.clear();
            }
            if (gained >= 0 && !sets.isEmpty()) {
                best.add(sets);
            }
        }
        return best.isEmpty() ? List.of() : best.get(best.size() / 2);
    }

    private static int efforts(List<List<Effort>> sets) {
        return sets.stream().mapToInt(List::size).sum();
    }

    private List<Effort> above(double threshold) {
        List<Effort> efforts = new ArrayList<>();
        int second = 0;
        while (second < level.length) {
            int from = second;
            while (second < level.length && level[second] >= threshold) {
                second++;
            }
            if (second > from) {
                add(efforts, new Effort(from, second));
            } else {
                second++;
            }
        }
        efforts.removeIf(effort -> effort.seconds() < SHORTEST_SECONDS);
        return efforts;
    }

    /** A dip too short to be a recovery interrupts nothing. */
    private static void add(List<Effort> efforts, Effort next) {
        boolean goesOn =
                !efforts.isEmpty()
                        && next.fromSecond() - efforts.getLast().toSecond()
                                < SHORTEST_RECOVERY_SECONDS;
        efforts.add(goesOn ? new Effort(efforts.removeLast().fromSecond(), next.toSecond()) : next);
    }

    private List<List<Effort>> sets(List<Effort> efforts) {
        List<List<Effort>> sets = new ArrayList<>();
        List<Effort> set = new ArrayList<>();
        for (Effort effort : efforts) {
            if (!set.isEmpty() && !continues(set, effort)) {
                sets.add(set);
                set = new ArrayList<>();
            }
            set.add(effort);
        }
        sets.add(set);
        return sets.stream().filter(one -> one.size() >= FEWEST_REPETITIONS).toList();
    }

    private boolean continues(List<Effort> set, Effort next) {
        Effort first = set.getFirst();
        Effort last = set.getLast();
        int recovery = next.fromSecond() - last.toSecond();
        boolean isLike = Math.abs(next.seconds() - first.seconds()) <= LIKE * first.seconds();
        return isLike
                && recovery <= LONGEST_RECOVERY_SECONDS
                && isRecovery(last.toSecond(), next.fromSecond(), mean(last), mean(next));
    }

    private boolean isRecovery(int from, int to, double before, double after) {
        int known = counts[to] - counts[from];
        // Whoever stops the watch is having a rest.
        return known == 0 || (sums[to] - sums[from]) / known * contrast <= Math.min(before, after);
    }

    private double mean(Effort effort) {
        int known = counts[effort.toSecond()] - counts[effort.fromSecond()];
        return known == 0 ? 0 : (sums[effort.toSecond()] - sums[effort.fromSecond()]) / known;
    }
}
