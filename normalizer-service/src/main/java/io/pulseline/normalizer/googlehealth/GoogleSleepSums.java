package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets.SleepStage;
import io.pulseline.contracts.health.SleepStageTotal;
import io.pulseline.normalizer.googlehealth.GoogleSleepStages.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How long and how often each stage was, with the short awakenings laid over.
 *
 * <p>Whole minutes that add up to the whole minutes in bed: each stage is rounded down, and what is
 * left goes to the stages that lost most by it. A stage is thereby less than a minute from its
 * exact length. All four stages are told, with 0 where one did not occur.
 */
final class GoogleSleepSums {
    private static final List<String> FOUR_STAGES =
            List.of(SleepStage.DEEP, SleepStage.LIGHT, SleepStage.REM, SleepStage.WAKE);
    private static final long MINUTE = 60_000;

    private final Map<String, Long> millis = new TreeMap<>();
    private final Map<String, Integer> periods = new TreeMap<>();
    private final Map<String, Long> minutes = new TreeMap<>();

    private GoogleSleepSums() {
        FOUR_STAGES.forEach(stage -> {
            millis.put(stage, 0L);
            periods.put(stage, 0);
        });
    }

    /**
     * The sums of a session.
     *
     * @param stages contiguous, in order of time, at least one
     * @param awakenings in order of time; what of them lies outside the stages does not count
     */
    static GoogleSleepSums of(List<Stretch> stages, List<Stretch> awakenings) {
        GoogleSleepSums sums = new GoogleSleepSums();
        String previous = "";
        for (Stretch piece : laidOver(stages, awakenings)) {
            sums.millis.merge(piece.stage(), piece.length().toMillis(), Long::sum);
            if (!piece.stage().equals(previous)) {
                sums.periods.merge(piece.stage(), 1, Integer::sum);
            }
            previous = piece.stage();
        }
        sums.round();
        return sums;
    }

    /** Whether each stage is one of which is known if it is sleep. */
    static boolean know(List<Stretch> stages) {
        return stages.stream().allMatch(stage -> FOUR_STAGES.contains(stage.stage()));
    }

    /** Pieces in order of time, cut wherever a stage or an awakening begins or ends. */
    private static List<Stretch> laidOver(List<Stretch> stages, List<Stretch> awakenings) {
        TreeSet<Instant> cuts = new TreeSet<>();
        for (List<Stretch> all : List.of(stages, awakenings)) {
            for (Stretch stretch : all) {
                cuts.add(stretch.from());
                cuts.add(stretch.to());
            }
        }
        List<Instant> marks =
                new ArrayList<>(
                        cuts.subSet(stages.getFirst().from(), true, stages.getLast().to(), true));
        List<Stretch> pieces = new ArrayList<>();
        int stage = 0;
        int awakening = 0;
        for (int mark = 1; mark < marks.size(); mark++) {
            Instant from = marks.get(mark - 1);
            while (!stages.get(stage).to().isAfter(from)) {
                stage++;
            }
            while (awakening < awakenings.size() && !awakenings.get(awakening).to().isAfter(from)) {
                awakening++;
            }
            boolean isAwakening =
                    awakening < awakenings.size()
                            && !awakenings.get(awakening).from().isAfter(from);
            pieces.add(
                    new Stretch(
                            from,
                            marks.get(mark),
                            isAwakening ? SleepStage.WAKE : stages.get(stage).stage()));
        }
        return pieces;
    }

    private void round() {
        long whole = millis.values().stream().mapToLong(Long::longValue).sum() / MINUTE;
        millis.forEach((stage, length) -> minutes.put(stage, length / MINUTE));
        long left = whole - minutes.values().stream().mapToLong(Long::longValue).sum();
        millis.entrySet().stream()
                .sorted(
                        Comparator.comparingLong((Map.Entry<String, Long> stage) ->
                                        -(stage.getValue() % MINUTE))
                                .thenComparing(Map.Entry.<String, Long>comparingByKey()))
                .limit(left)
                .forEach(stage -> minutes.merge(stage.getKey(), 1L, Long::sum));
    }

    /** In the order of the stages' names. */
    List<SleepStageTotal> totals() {
        List<SleepStageTotal> totals = new ArrayList<>();
        minutes.forEach((stage, sum) ->
                totals.add(
                        new SleepStageTotal(
                                stage, Math.toIntExact(sum), periods.getOrDefault(stage, 0))));
        return totals;
    }

    /** Minutes of all stages but WAKE. */
    int asleepMinutes() {
        return totals().stream()
                .filter(total -> !total.getStage().equals(SleepStage.WAKE))
                .mapToInt(total -> minutesOf(total))
                .sum();
    }

    int wakeMinutes() {
        return totals().stream()
                .filter(total -> total.getStage().equals(SleepStage.WAKE))
                .mapToInt(total -> minutesOf(total))
                .sum();
    }

    private static int minutesOf(SleepStageTotal total) {
        return total.getMinutes();
    }
}
