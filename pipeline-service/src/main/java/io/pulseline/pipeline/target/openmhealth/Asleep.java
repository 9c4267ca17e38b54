package io.pulseline.pipeline.target.openmhealth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.OpenSets.SleepStage;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.SleepSegments;
import io.pulseline.contracts.health.SleepStageTotal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One sleep: the whole of it, and its stages. */
final class Asleep {
    private static final String MINUTES = "min";
    private static final String MAIN_SLEEP = "is_main_sleep";
    private static final String SLEPT = "total_sleep_time";

    private Asleep() {}

    static List<ObjectNode> of(Sleep sleep) {
        Long start = sleep.getStartEpochMillis();
        Long end = sleep.getEndEpochMillis();
        if (start == null || end == null) {
            return List.of();
        }
        TimeFrame when =
                TimeFrame.between(
                        TimeFrame.local(start, sleep.getStartOffsetSeconds()),
                        TimeFrame.local(end, sleep.getEndOffsetSeconds()));
        DataPoints points =
                new DataPoints(
                        sleep.getRecordId(),
                        sleep.getUser(),
                        sleep.getProvenance(),
                        TimeFrame.local(end, sleep.getEndOffsetSeconds()).getOffset());
        points.add(SchemaId.SLEEP_EPISODE, episode(sleep, when));
        SleepSegments segments = sleep.getSegments();
        Integer asleep = sleep.getAsleepMinutes();
        if (segments != null && asleep != null) {
            points.add(SchemaId.SLEEP_STAGE_SUMMARY, stages(sleep, segments, asleep, when));
        }
        return points.all();
    }

    private static Body episode(Sleep sleep, TimeFrame when) {
        return Body.of(when)
                .measure(SLEPT, sleep.getAsleepMinutes(), MINUTES)
                .measure("light_sleep_duration", minutes(sleep, SleepStage.LIGHT), MINUTES)
                .measure("deep_sleep_duration", minutes(sleep, SleepStage.DEEP), MINUTES)
                .measure("rem_sleep_duration", minutes(sleep, SleepStage.REM), MINUTES)
                .measure("latency_to_sleep_onset", sleep.getMinutesToFallAsleep(), MINUTES)
                .measure("latency_to_arising", sleep.getMinutesAfterWakeup(), MINUTES)
                .flag(MAIN_SLEEP, sleep.getMainSleep())
                .measure("sleep_efficiency_percentage", sleep.getEfficiencyPercent(), "%");
    }

    private static Body stages(Sleep sleep, SleepSegments segments, int asleep, TimeFrame when) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.set(SLEPT, Body.measure(asleep, MINUTES));
        Integer awake = sleep.getAwakeMinutes();
        if (awake != null) {
            summary.set("awake_duration", Body.measure(awake, MINUTES));
        }
        SleepStageTotal deep = total(sleep, SleepStage.DEEP);
        if (deep != null && deep.getPeriods() != null) {
            summary.put("deep_sleep_episode_count", deep.getPeriods());
        }
        return Body.of(when)
                .with("sleep_stage_summary", summary)
                .with("sleep_stage_episodes", episodes(segments, sleep.getStartOffsetSeconds()))
                .flag(MAIN_SLEEP, sleep.getMainSleep());
    }

    private static ArrayNode episodes(SleepSegments segments, @Nullable Integer offsetSeconds) {
        ArrayNode episodes = JsonNodeFactory.instance.arrayNode();
        for (int segment = 0; segment < segments.getStage().size(); segment++) {
            String state = state(segments.getStage().get(segment));
            if (state == null) {
                continue;
            }
            long start =
                    segments.getStartEpochMillis() + segments.getOffsetMilliseconds().get(segment);
            long end = start + segments.getDurationMilliseconds().get(segment);
            TimeFrame when =
                    TimeFrame.between(
                            TimeFrame.local(start, offsetSeconds),
                            TimeFrame.local(end, offsetSeconds));
            episodes.addObject()
                    .put("sleep_stage_state", state)
                    .set("sleep_stage_time_frame", when.json());
        }
        return episodes;
    }

    /** Null for a stage that we do not know. */
    private static @Nullable String state(String stage) {
        return switch (stage) {
            case SleepStage.DEEP -> "Deep_sleep";
            case SleepStage.LIGHT -> "Light_sleep";
            case SleepStage.REM -> "REM_sleep";
            case SleepStage.ASLEEP -> "Unknown_sleep";
            case SleepStage.WAKE, SleepStage.AWAKE, SleepStage.RESTLESS -> "Awake";
            default -> null;
        };
    }

    private static @Nullable Integer minutes(Sleep sleep, String stage) {
        SleepStageTotal total = total(sleep, stage);
        return total == null ? null : total.getMinutes();
    }

    private static @Nullable SleepStageTotal total(Sleep sleep, String stage) {
        return Objects.requireNonNullElse(sleep.getStageTotals(), List.<SleepStageTotal>of())
                .stream()
                .filter(total -> total.getStage().equals(stage))
                .findFirst()
                .orElse(null);
    }
}
