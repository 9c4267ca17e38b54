package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.health.SleepSegments;
import io.pulseline.contracts.health.SleepStageTotal;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.SleepColumns;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a sleep log says of its stages. Segments follow each other without a gap, so they are placed
 * by their lengths; short awakenings lie over them and have only their own local times.
 *
 * @param placedByRule whether a short awakening's local time was shown twice or skipped
 * @param totals by stage in the order of its name; null if the log sums nothing up
 */
record FitbitSleepLevels(
        @Nullable SleepSegments segments,
        @Nullable SleepSegments shortAwakenings,
        @Nullable List<SleepStageTotal> totals,
        boolean placedByRule) {

    /**
     * @param levels of the log; may be missing
     */
    static FitbitSleepLevels of(
            JsonNode levels,
            OffsetDateTime start,
            Duration duration,
            LocalTimes times,
            Oddities oddities) {
        SleepSegments segments = segments(levels.path("data"), start, duration, oddities);
        SleepColumns awakenings = new SleepColumns();
        boolean placedByRule = false;
        LocalTimes.Sequence sequence = times.from(start);
        for (JsonNode row : levels.path("shortData")) {
            Duration length = length(row);
            String stage = stage(row);
            LocalDateTime local = FitbitTimes.local(FitbitJson.dateTime(row));
            if (length == null || stage == null || local == null) {
                oddities.met(Oddity.ROW_UNREADABLE);
            } else {
                awakenings.add(sequence.instantOf(local), length, stage);
                placedByRule |= sequence.lastWasPlacedByRule();
            }
        }
        return new FitbitSleepLevels(
                segments, awakenings.build(), totals(levels.path("summary")), placedByRule);
    }

    private static @Nullable SleepSegments segments(
            JsonNode rows, OffsetDateTime start, Duration duration, Oddities oddities) {
        SleepColumns columns = new SleepColumns();
        Instant at = start.toInstant();
        for (JsonNode row : rows) {
            Duration length = length(row);
            String stage = stage(row);
            if (length == null || stage == null) {
                oddities.met(Oddity.ROW_UNREADABLE);
            } else {
                columns.add(at, length, stage);
                at = at.plus(length);
            }
        }
        if (!rows.isEmpty() && !at.equals(start.toInstant().plus(duration))) {
            oddities.met(Oddity.SLEEP_NOT_FILLED);
        }
        return columns.build();
    }

    private static @Nullable Duration length(JsonNode row) {
        Double seconds = FitbitJson.amount(row, "seconds");
        return seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** Fitbit's levels are our stages in capitals; levels of tomorrow pass through. */
    private static @Nullable String stage(JsonNode row) {
        String level = JsonParts.text(row, "level");
        return level == null ? null : level.toUpperCase(Locale.ROOT);
    }

    private static @Nullable List<SleepStageTotal> totals(JsonNode summary) {
        Map<String, SleepStageTotal> byStage = new TreeMap<>();
        for (Map.Entry<String, JsonNode> level : summary.properties()) {
            String stage = level.getKey().toUpperCase(Locale.ROOT);
            JsonNode total = level.getValue();
            byStage.put(
                    stage,
                    new SleepStageTotal(
                            stage,
                            FitbitJson.count(total, "minutes"),
                            FitbitJson.count(total, "count")));
        }
        return byStage.isEmpty() ? null : new ArrayList<>(byStage.values());
    }
}
