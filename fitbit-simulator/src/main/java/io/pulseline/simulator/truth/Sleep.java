package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A night or a nap.
 *
 * @param date the local date on which it ended
 * @param minutes from going to bed to getting up
 * @param isMain false for a nap
 * @param reason why it is scored as it is: 0 as usual, 1 too little heart rate, 2 too short, 3 not
 *     yet scored in stages
 * @param efficiencyPercent 0 to 100
 * @param segments contiguous from the start to the end
 * @param shortAwakenings at most three minutes each, over the segments; empty for a rough score
 */
public record Sleep(
        long logId,
        LocalDate date,
        Instant start,
        int minutes,
        boolean isMain,
        boolean isInStages,
        int reason,
        int efficiencyPercent,
        List<Segment> segments,
        List<Segment> shortAwakenings) {
    private static final int EPOCH_SECONDS = 30;

    public Sleep {
        segments = List.copyOf(segments);
        shortAwakenings = List.copyOf(shortAwakenings);
        int seconds = segments.stream().mapToInt(Segment::seconds).sum();
        if (seconds != minutes * 60) {
            throw new IllegalArgumentException(
                    "segments of %d seconds do not fill %d minutes".formatted(seconds, minutes));
        }
    }

    /** How deep; the last three are the rough score. */
    public enum Stage {
        DEEP(true),
        LIGHT(true),
        REM(true),
        WAKE(true),
        ASLEEP(false),
        AWAKE(false),
        RESTLESS(false);

        private final boolean isFine;

        Stage(boolean isFine) {
            this.isFine = isFine;
        }

        boolean isAsleep() {
            return this != WAKE && this != AWAKE && this != RESTLESS;
        }
    }

    /** A piece of a sleep, counted from its start; multiples of 30 seconds. */
    public record Segment(int offsetSeconds, int seconds, Stage stage) {}

    /** How long and how many times; all minutes of a sleep sum to its length. */
    public record Total(int minutes, int periods) {}

    public Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    public Instant startOf(Segment segment) {
        return start.plusSeconds(segment.offsetSeconds());
    }

    /** Sums by stage with the short awakenings laid over, in the order of the stages. */
    public Map<Stage, Total> totals() {
        Stage[] epochs = new Stage[minutes * 60 / EPOCH_SECONDS];
        segments.forEach(segment -> lay(epochs, segment));
        shortAwakenings.forEach(segment -> lay(epochs, segment));
        Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
        Map<Stage, Integer> periods = new EnumMap<>(Stage.class);
        for (int epoch = 0; epoch < epochs.length; epoch++) {
            counts.merge(epochs[epoch], 1, Integer::sum);
            if (epoch == 0 || epochs[epoch] != epochs[epoch - 1]) {
                periods.merge(epochs[epoch], 1, Integer::sum);
            }
        }
        return totals(counts, periods);
    }

    /** Whole minutes in stages that count as sleep. */
    public int asleepMinutes() {
        return totals().entrySet().stream()
                .filter(entry -> entry.getKey().isAsleep())
                .mapToInt(entry -> entry.getValue().minutes())
                .sum();
    }

    /** The rough score's efficiency follows from its minutes. */
    Sleep withEfficiencyOfMinutes() {
        int percent = (int) Math.round(100.0 * asleepMinutes() / minutes);
        return new Sleep(
                logId,
                date,
                start,
                minutes,
                isMain,
                isInStages,
                reason,
                percent,
                segments,
                shortAwakenings);
    }

    private Map<Stage, Total> totals(Map<Stage, Integer> counts, Map<Stage, Integer> periods) {
        long halves = counts.values().stream().filter(count -> count % 2 == 1).count();
        // Halves are rounded up and down in turns, so that the whole stays the whole.
        long up = halves / 2;
        Map<Stage, Total> totals = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            if (stage.isFine != isInStages) {
                continue;
            }
            int count = counts.getOrDefault(stage, 0);
            int whole = count / 2;
            if (count % 2 == 1 && up > 0) {
                whole++;
                up--;
            }
            // The rough score does not count how often one slept.
            int times = stage == Stage.ASLEEP ? 0 : periods.getOrDefault(stage, 0);
            totals.put(stage, new Total(whole, times));
        }
        return totals;
    }

    private static void lay(Stage[] epochs, Segment segment) {
        int from = segment.offsetSeconds() / EPOCH_SECONDS;
        Arrays.fill(epochs, from, from + segment.seconds() / EPOCH_SECONDS, segment.stage());
    }
}
