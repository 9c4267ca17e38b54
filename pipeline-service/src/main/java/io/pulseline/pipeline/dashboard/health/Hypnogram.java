package io.pulseline.pipeline.dashboard.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.SleepStage;
import io.pulseline.pipeline.dashboard.Chart.Stage;
import io.pulseline.pipeline.dashboard.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The stages of a sleep, one after the other: short awakenings are cut out of what they lie over.
 */
final class Hypnogram {
    /** Of both scorings, lightest first; words that are not among them come last. */
    static final List<String> ORDER =
            List.of(
                    SleepStage.WAKE,
                    SleepStage.AWAKE,
                    SleepStage.RESTLESS,
                    SleepStage.REM,
                    SleepStage.ASLEEP,
                    SleepStage.LIGHT,
                    SleepStage.DEEP);

    private Hypnogram() {}

    /** A stage as the record tells it, epoch milliseconds. */
    private record Piece(long from, long to, String stage) {}

    /** Of a sleep in our JSON, with the words of its source; empty where it has no segments. */
    static List<Stage> of(JsonNode sleep) {
        List<Piece> awakenings = pieces(sleep.path("shortAwakenings"));
        List<Stage> stages = new ArrayList<>();
        for (Piece segment : pieces(sleep.path("segments"))) {
            long from = segment.from();
            for (Piece awake : awakenings) {
                long begin = Math.max(from, awake.from());
                long end = Math.min(segment.to(), awake.to());
                if (begin < end) {
                    add(stages, from, begin, segment.stage());
                    add(stages, begin, end, awake.stage());
                    from = end;
                }
            }
            add(stages, from, segment.to(), segment.stage());
        }
        return stages;
    }

    /** Stages that follow each other without a break are one. */
    private static void add(List<Stage> stages, long from, long to, String name) {
        if (from >= to) {
            return;
        }
        Stage last = stages.isEmpty() ? null : stages.getLast();
        if (last != null && last.name().equals(name) && last.to() == from) {
            stages.set(stages.size() - 1, new Stage(last.from(), to, name));
        } else {
            stages.add(new Stage(from, to, name));
        }
    }

    private static List<Piece> pieces(JsonNode columns) {
        JsonNode offsets = columns.path("offsetMilliseconds");
        JsonNode durations = columns.path("durationMilliseconds");
        JsonNode names = columns.path("stage");
        long start = columns.path("startEpochMillis").asLong();
        int known = Math.min(offsets.size(), Math.min(durations.size(), names.size()));
        List<Piece> pieces = new ArrayList<>();
        for (int piece = 0; piece < known; piece++) {
            long from = start + offsets.get(piece).asLong();
            pieces.add(
                    new Piece(
                            from, from + durations.get(piece).asLong(), names.get(piece).asText()));
        }
        pieces.sort(Comparator.comparingLong(Piece::from));
        return pieces;
    }

    /** The place of a stage from the lightest on. */
    static int rank(String stage) {
        int place = ORDER.indexOf(stage);
        return place < 0 ? ORDER.size() : place;
    }

    /** For people. */
    static String words(String stage) {
        return Texts.sayOr("health_stage_" + stage, stage);
    }
}
