package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.SleepScoring;
import io.pulseline.contracts.OpenSets.SleepStage;
import io.pulseline.contracts.health.SleepSegments;
import io.pulseline.contracts.health.SleepStageTotal;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.SleepColumns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a session says of its stages (fact sheet 4.7).
 *
 * <p>Short awakenings lie over the stages. Google's own sums leave them out: they count as sleep
 * there. A record's sums have them laid over, as Fitbit's have, so they are worked out from the
 * stages where those fill the session. Otherwise, and for a classic scoring, which has no short
 * awakenings, Google's own sums stand.
 *
 * @param totals by stage in the order of its name; null if there are none
 * @param asleepMinutes with short awakenings laid over; null where only Google's own sum is there
 * @param awakeMinutes as asleepMinutes; the two add up to the whole minutes in bed
 */
record GoogleSleepStages(
        @Nullable SleepSegments segments,
        @Nullable SleepSegments shortAwakenings,
        @Nullable List<SleepStageTotal> totals,
        @Nullable Integer asleepMinutes,
        @Nullable Integer awakeMinutes) {

    /** One stretch in one stage. */
    record Stretch(Instant from, Instant to, String stage) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    static GoogleSleepStages of(JsonNode sleep, Instant start, Instant end, Oddities oddities) {
        String type = GoogleJson.word(sleep, "type");
        boolean isClassic = SleepScoring.CLASSIC.equals(type);
        List<Stretch> stages = stretches(sleep.path("stages"), isClassic, oddities);
        List<Stretch> awakenings = stretches(sleep.path("shortAwakenings"), isClassic, oddities);
        boolean isFilled = fills(stages, start, end);
        if (!stages.isEmpty() && !isFilled) {
            oddities.met(Oddity.SLEEP_NOT_FILLED);
        }
        SleepSegments segments = columns(stages);
        SleepSegments shortAwakenings = columns(awakenings);
        boolean isSummable = SleepScoring.STAGES.equals(type) && GoogleSleepSums.know(stages);
        if (!isFilled || !isSummable) {
            return new GoogleSleepStages(
                    segments,
                    shortAwakenings,
                    toldTotals(sleep.path("summary"), isClassic),
                    null,
                    null);
        }
        GoogleSleepSums sums = GoogleSleepSums.of(stages, awakenings);
        return new GoogleSleepStages(
                segments, shortAwakenings, sums.totals(), sums.asleepMinutes(), sums.wakeMinutes());
    }

    private static List<Stretch> stretches(JsonNode rows, boolean isClassic, Oddities oddities) {
        List<Stretch> stretches = new ArrayList<>();
        for (JsonNode row : rows) {
            Instant from = GoogleTimes.instant(row, "startTime");
            Instant to = GoogleTimes.instant(row, "endTime");
            String stage = stage(GoogleJson.word(row, "type"), isClassic);
            if (from == null || to == null || stage == null || !from.isBefore(to)) {
                oddities.met(Oddity.ROW_UNREADABLE);
            } else {
                stretches.add(new Stretch(from, to, stage));
            }
        }
        stretches.sort(Comparator.comparing(Stretch::from));
        return stretches;
    }

    /** Awake is WAKE among stages and AWAKE in a classic scoring; stages of tomorrow pass. */
    private static @Nullable String stage(@Nullable String type, boolean isClassic) {
        return SleepStage.AWAKE.equals(type) && !isClassic ? SleepStage.WAKE : type;
    }

    private static boolean fills(List<Stretch> stages, Instant start, Instant end) {
        Instant at = start;
        for (Stretch stage : stages) {
            if (!stage.from().equals(at)) {
                return false;
            }
            at = stage.to();
        }
        return at.equals(end);
    }

    private static @Nullable SleepSegments columns(List<Stretch> stretches) {
        SleepColumns columns = new SleepColumns();
        stretches.forEach(
                stretch -> columns.add(stretch.from(), stretch.length(), stretch.stage()));
        return columns.build();
    }

    /** Google's own sums; minutes and counts that are 0 are left out there. */
    private static @Nullable List<SleepStageTotal> toldTotals(JsonNode summary, boolean isClassic) {
        Map<String, SleepStageTotal> byStage = new TreeMap<>();
        for (JsonNode total : summary.path("stagesSummary")) {
            String stage = stage(GoogleJson.word(total, "type"), isClassic);
            if (stage != null) {
                byStage.put(
                        stage,
                        new SleepStageTotal(
                                stage,
                                GoogleJson.countOrZero(total, "minutes"),
                                GoogleJson.countOrZero(total, "count")));
            }
        }
        return byStage.isEmpty() ? null : new ArrayList<>(byStage.values());
    }
}
