package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.Sleep;
import io.pulseline.simulator.truth.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nights and naps (fact sheet section 4.7). A night is told in progress first, without stages and
 * summary, and whole once it is processed; the name stays the same.
 */
final class SleepSessions {
    private static final int TOO_LITTLE_HEART_RATE = 1;
    private static final int TOO_SHORT = 2;

    private SleepSessions() {}

    static List<Point> in(PersonData person, Span span) {
        Source source = Source.tracker(Source.DERIVED, person.deviceName());
        List<Point> points = new ArrayList<>();
        for (Sleep sleep : person.sleeps()) {
            if (span.contains(sleep.end())) {
                points.add(
                        new Point(
                                sleep.start(),
                                sleep.end(),
                                null,
                                Long.toString(sleep.logId()),
                                source,
                                () -> document(person, sleep)));
            }
        }
        return points;
    }

    /** Whether stages and summary can be read. */
    static boolean isProcessed(PersonData person, Sleep sleep) {
        Life life = person.life();
        if (life == null || !sleep.isMain() || !person.knobs().sleepInProgressFirst()) {
            return true;
        }
        // Known with the night's resting heart rate, some minutes after the sync.
        Instant ready = life.readyAt(sleep.date(), Measure.RESTING_HEART_RATE);
        return ready == null || !ready.isAfter(person.now());
    }

    private static ObjectNode document(PersonData person, Sleep sleep) {
        boolean isProcessed = isProcessed(person, sleep);
        boolean hasEnd = isProcessed || !person.knobs().inProgressWithoutEnd();
        ObjectNode payload = Json.object();
        payload.set("interval", person.session(sleep.start(), hasEnd ? sleep.end() : null));
        if (isProcessed) {
            payload.put("type", sleep.isInStages() ? "STAGES" : "CLASSIC");
            payload.set("stages", stages(person, sleep, sleep.segments()));
            payload.set("metadata", metadata(person, sleep));
            payload.set("summary", summary(sleep));
        }
        List<Instant> changes = changes(person, sleep);
        payload.put("createTime", changes.getFirst().toString())
                .put("updateTime", changes.getLast().toString());
        if (isProcessed && !sleep.shortAwakenings().isEmpty()) {
            payload.set("shortAwakenings", stages(person, sleep, sleep.shortAwakenings()));
        }
        return payload;
    }

    private static ArrayNode stages(PersonData person, Sleep sleep, List<Sleep.Segment> segments) {
        ArrayNode stages = Json.array();
        for (Sleep.Segment segment : segments) {
            Instant from = sleep.startOf(segment);
            Instant to = from.plusSeconds(segment.seconds());
            stages.addObject()
                    .put("startTime", from.toString())
                    .put("startUtcOffset", Encoding.offset(person.zoneAt(from), from))
                    .put("endTime", to.toString())
                    .put("endUtcOffset", Encoding.offset(person.zoneAt(to), to))
                    .put("type", word(segment.stage()));
        }
        return stages;
    }

    private static ObjectNode metadata(PersonData person, Sleep sleep) {
        ObjectNode metadata = Json.object().put("stagesStatus", status(sleep));
        metadata.put("processed", true);
        if (isMainOfItsDay(person, sleep)) {
            metadata.put("mainSleep", true);
        }
        if (!sleep.isMain()) {
            metadata.put("nap", true);
        }
        return metadata;
    }

    private static String status(Sleep sleep) {
        if (sleep.isInStages()) {
            return "SUCCEEDED";
        }
        return switch (sleep.reason()) {
            case TOO_LITTLE_HEART_RATE -> "REJECTED_COVERAGE";
            case TOO_SHORT -> "REJECTED_NAP";
            default -> "TIMEOUT";
        };
    }

    /** The longest with stages that day, else the longest. */
    private static boolean isMainOfItsDay(PersonData person, Sleep sleep) {
        return person.sleeps().stream()
                .filter(other -> other.date().equals(sleep.date()))
                .max(Comparator.comparing(Sleep::isInStages).thenComparingInt(Sleep::minutes))
                .filter(longest -> longest.logId() == sleep.logId())
                .isPresent();
    }

    /** Minutes are whole ones: what is over is cut off. */
    private static ObjectNode summary(Sleep sleep) {
        Map<Sleep.Stage, Integer> seconds = new EnumMap<>(Sleep.Stage.class);
        Map<Sleep.Stage, Integer> counts = new EnumMap<>(Sleep.Stage.class);
        for (Sleep.Segment segment : sleep.segments()) {
            seconds.merge(segment.stage(), segment.seconds(), Integer::sum);
            counts.merge(segment.stage(), 1, Integer::sum);
        }
        int asleep =
                seconds.entrySet().stream()
                        .filter(entry -> isAsleep(entry.getKey()))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        ObjectNode summary = Json.object();
        Encoding.putInt64Always(summary, "minutesInSleepPeriod", sleep.minutes());
        Encoding.putInt64Always(summary, "minutesAfterWakeUp", 0);
        Encoding.putInt64Always(summary, "minutesToFallAsleep", 0);
        Encoding.putInt64Always(summary, "minutesAsleep", asleep / 60);
        Encoding.putInt64Always(summary, "minutesAwake", sleep.minutes() - asleep / 60);
        ArrayNode stages = summary.putArray("stagesSummary");
        seconds.forEach((stage, length) -> {
            ObjectNode one = stages.addObject().put("type", word(stage));
            Encoding.putInt64(one, "minutes", length / 60);
            Encoding.putInt64(one, "count", counts.getOrDefault(stage, 0));
        });
        return summary;
    }

    private static boolean isAsleep(Sleep.Stage stage) {
        return switch (stage) {
            case DEEP, LIGHT, REM, ASLEEP -> true;
            case WAKE, AWAKE, RESTLESS -> false;
        };
    }

    private static String word(Sleep.Stage stage) {
        return stage == Sleep.Stage.WAKE ? "AWAKE" : stage.name();
    }

    /** When it was made and changed until now, in order. */
    private static List<Instant> changes(PersonData person, Sleep sleep) {
        Life life = person.life();
        if (life == null) {
            return List.of(sleep.end());
        }
        Instant ready =
                sleep.isMain() && person.knobs().sleepInProgressFirst()
                        ? life.readyAt(sleep.date(), Measure.RESTING_HEART_RATE)
                        : null;
        List<Instant> changes = new ArrayList<>();
        addUntil(person.now(), life.toldAt(sleep), changes);
        addUntil(person.now(), ready, changes);
        addUntil(person.now(), life.rescoredAt(sleep), changes);
        changes.sort(Comparator.naturalOrder());
        return List.copyOf(changes.isEmpty() ? List.of(sleep.end()) : changes);
    }

    private static void addUntil(Instant now, @Nullable Instant at, List<Instant> changes) {
        if (at != null && !at.isAfter(now)) {
            changes.add(at);
        }
    }
}
