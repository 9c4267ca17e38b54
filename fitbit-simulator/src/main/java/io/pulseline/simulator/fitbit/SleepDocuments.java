package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.Sleep;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Sleep logs of version 1.2 (fact sheet section 4.11). */
final class SleepDocuments {
    /** What people of that age usually have; shown beside the night's own minutes. */
    private static final int USUAL_MINUTES = 75;

    private SleepDocuments() {}

    /**
     * One log.
     *
     * @param local writes a moment as the clocks of its place show it
     */
    static ObjectNode log(Sleep sleep, Function<Instant, String> local) {
        int asleep = sleep.asleepMinutes();
        ObjectNode document =
                Json.object()
                        .put("dateOfSleep", sleep.date().toString())
                        .put("duration", sleep.minutes() * 60_000L)
                        .put("efficiency", sleep.efficiencyPercent())
                        .put("endTime", local.apply(sleep.end()))
                        .put("infoCode", sleep.reason())
                        .put("isMainSleep", sleep.isMain());
        ObjectNode levels = document.putObject("levels");
        levels.set("data", segments(sleep, sleep.segments(), local));
        if (sleep.isInStages()) {
            levels.set("shortData", segments(sleep, sleep.shortAwakenings(), local));
        }
        levels.set("summary", summary(sleep));
        return document.put("logId", sleep.logId())
                .put("logType", "auto_detected")
                .put("minutesAfterWakeup", 0)
                .put("minutesAsleep", asleep)
                .put("minutesAwake", sleep.minutes() - asleep)
                .put("minutesToFallAsleep", 0)
                .put("startTime", local.apply(sleep.start()))
                .put("timeInBed", sleep.minutes())
                .put("type", sleep.isInStages() ? "stages" : "classic");
    }

    /** The sums over the logs of one date. */
    static ObjectNode sums(List<Sleep> sleeps, boolean withEmptyStages) {
        ObjectNode document = Json.object();
        List<Sleep> staged = sleeps.stream().filter(Sleep::isInStages).toList();
        if (!staged.isEmpty() || (sleeps.isEmpty() && withEmptyStages)) {
            ObjectNode stages = document.putObject("stages");
            for (Sleep.Stage stage :
                    new Sleep.Stage[] {
                        Sleep.Stage.DEEP, Sleep.Stage.LIGHT, Sleep.Stage.REM, Sleep.Stage.WAKE
                    }) {
                stages.put(word(stage), minutes(staged, stage));
            }
        }
        return document.put(
                        "totalMinutesAsleep", sleeps.stream().mapToInt(Sleep::asleepMinutes).sum())
                .put("totalSleepRecords", sleeps.size())
                .put("totalTimeInBed", sleeps.stream().mapToInt(Sleep::minutes).sum());
    }

    private static int minutes(List<Sleep> staged, Sleep.Stage stage) {
        return staged.stream()
                .map(sleep -> sleep.totals().get(stage))
                .mapToInt(total -> total == null ? 0 : total.minutes())
                .sum();
    }

    private static ArrayNode segments(
            Sleep sleep, List<Sleep.Segment> segments, Function<Instant, String> local) {
        ArrayNode documents = Json.array();
        for (Sleep.Segment segment : segments) {
            documents
                    .addObject()
                    .put("dateTime", local.apply(sleep.startOf(segment)))
                    .put("level", word(segment.stage()))
                    .put("seconds", segment.seconds());
        }
        return documents;
    }

    private static ObjectNode summary(Sleep sleep) {
        ObjectNode summary = Json.object();
        for (Map.Entry<Sleep.Stage, Sleep.Total> entry : sleep.totals().entrySet()) {
            ObjectNode one =
                    summary.putObject(word(entry.getKey()))
                            .put("count", entry.getValue().periods())
                            .put("minutes", entry.getValue().minutes());
            if (sleep.isInStages()) {
                one.put("thirtyDayAvgMinutes", USUAL_MINUTES);
            }
        }
        return summary;
    }

    private static String word(Sleep.Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
