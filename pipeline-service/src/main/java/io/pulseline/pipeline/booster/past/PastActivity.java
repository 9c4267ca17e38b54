package io.pulseline.pipeline.booster.past;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.health.Activity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as history knows it.
 *
 * @param title as the pipeline at hand left it, if it went through it
 * @param activityType likewise
 */
public record PastActivity(
        UUID recordId,
        @Nullable String title,
        String activityType,
        Instant startedAt,
        ActivityFigures figures) {
    /** Two that share so much of the longer one are one workout. */
    private static final double SAME_SHARE = 0.8;

    /** The activity at hand, as the boosters so far left it; it must have a start. */
    public static PastActivity of(Activity activity) {
        ActivityFigures figures = ActivityFigures.of(activity);
        return new PastActivity(
                UUID.fromString(activity.getRecordId()),
                activity.getTitle(),
                activity.getActivityType(),
                Instant.ofEpochMilli(requireNonNull(figures.startEpochMillis())),
                figures);
    }

    /** The same under another title; null for none. */
    public PastActivity called(@Nullable String newTitle) {
        return new PastActivity(
                recordId, newTitle, activityType, startedAt, figures.called(newTitle));
    }

    /** Of its start, where the user was; by UTC where the offset is not known. */
    public LocalDate localDate() {
        return startedAt.atOffset(LocalOffset.of(figures.startOffsetSeconds())).toLocalDate();
    }

    /** Its start where its length is not known. */
    public Instant endedAt() {
        Double elapsed = figures.elapsedSeconds();
        return elapsed == null ? startedAt : startedAt.plusMillis(Math.round(elapsed * 1000));
    }

    /**
     * True if both were measured by devices at the same time: at least 80 % of the longer one lies
     * in the other.
     */
    public boolean isSameWorkoutAs(PastActivity other) {
        if (!isSensed() || !other.isSensed()) {
            return false;
        }
        Instant from = startedAt.isAfter(other.startedAt) ? startedAt : other.startedAt;
        Instant to = endedAt().isBefore(other.endedAt()) ? endedAt() : other.endedAt();
        long longer = Math.max(duration().toMillis(), other.duration().toMillis());
        return longer > 0 && Duration.between(from, to).toMillis() >= SAME_SHARE * longer;
    }

    /** Start to end; zero where it is not known. */
    public Duration duration() {
        return Duration.between(startedAt, endedAt());
    }

    private boolean isSensed() {
        return RecordingMethod.SENSED.equals(figures.recordingMethod());
    }
}
