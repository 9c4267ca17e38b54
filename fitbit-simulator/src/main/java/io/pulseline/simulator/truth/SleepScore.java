package io.pulseline.simulator.truth;

import io.pulseline.simulator.truth.Sleep.Segment;
import io.pulseline.simulator.truth.Sleep.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Invents what happens in a bed. */
final class SleepScore {
    private static final int EPOCH = 30;
    private static final int SHORTEST_WAKE = 7;

    private final List<Segment> segments = new ArrayList<>();
    private int left;
    private int at;

    private SleepScore(int seconds) {
        left = seconds / EPOCH;
    }

    /** Four stages in cycles of about ninety minutes. */
    static List<Segment> stages(SplittableRandom random, int minutes) {
        SleepScore score = new SleepScore(minutes * 60);
        score.add(Stage.WAKE, random.nextInt(SHORTEST_WAKE, 18));
        int cycle = 0;
        while (score.left > 0) {
            score.add(Stage.LIGHT, random.nextInt(16, 50));
            score.add(Stage.DEEP, Math.max(4, random.nextInt(24, 64) - 9 * cycle));
            score.add(Stage.LIGHT, random.nextInt(14, 44));
            if (random.nextInt(3) == 0) {
                score.add(Stage.WAKE, random.nextInt(SHORTEST_WAKE, 24));
                score.add(Stage.LIGHT, random.nextInt(6, 20));
            }
            score.add(Stage.REM, random.nextInt(8, 24) + 9 * cycle);
            cycle++;
        }
        return score.segments;
    }

    /** Asleep, restless and awake, in whole minutes. */
    static List<Segment> rough(SplittableRandom random, int minutes) {
        SleepScore score = new SleepScore(minutes * 60);
        while (score.left > 0) {
            score.add(Stage.ASLEEP, 2 * random.nextInt(12, 70));
            score.add(Stage.RESTLESS, 2 * random.nextInt(1, 5));
            if (random.nextInt(4) == 0) {
                score.add(Stage.AWAKE, 2 * random.nextInt(1, 4));
            }
        }
        return score.segments;
    }

    /**
     * Awakenings of 30 to 180 seconds inside the sleeping segments.
     *
     * @param isAllowed where one may begin; not where the clocks make its time ambiguous
     */
    static List<Segment> shortAwakenings(
            SplittableRandom random,
            Instant start,
            List<Segment> segments,
            Predicate<Instant> isAllowed) {
        List<Segment> found = new ArrayList<>();
        for (Segment segment : segments) {
            int end = segment.offsetSeconds() + segment.seconds();
            int at = segment.offsetSeconds() + EPOCH * random.nextInt(3, 22);
            while (segment.stage().isAsleep()) {
                int length = EPOCH * random.nextInt(1, 7);
                if (at + length + EPOCH > end) {
                    break;
                }
                if (isAllowed.test(start.plusSeconds(at))
                        && isAllowed.test(start.plusSeconds(at + length))) {
                    found.add(new Segment(at, length, Stage.WAKE));
                }
                at += length + EPOCH * random.nextInt(14, 60);
            }
        }
        return found;
    }

    private void add(Stage stage, int epochs) {
        int length = Math.min(left, epochs);
        if (length == 0) {
            return;
        }
        Segment last = segments.isEmpty() ? null : segments.getLast();
        if (last != null && last.stage() == stage) {
            segments.removeLast();
            segments.add(new Segment(last.offsetSeconds(), last.seconds() + length * EPOCH, stage));
        } else {
            segments.add(new Segment(at * EPOCH, length * EPOCH, stage));
        }
        at += length;
        left -= length;
    }
}
