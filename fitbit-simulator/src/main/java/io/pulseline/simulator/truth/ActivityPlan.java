package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to do.
 *
 * @param name shown instead of the kind's title, null for that title
 * @param typeId shown instead of the kind's number, null for that number
 * @param length wall time, pause included; at least 10 seconds, at most 24 hours
 * @param end when it ends, null for now
 * @param gps whether positions are recorded
 * @param pause the break in the middle, zero for none
 * @param logId null for one made from the seed
 * @param logType null for the usual one
 * @param lateness when its parts can be read
 */
public record ActivityPlan(
        ActivityKind kind,
        @Nullable String name,
        @Nullable Integer typeId,
        Duration length,
        @Nullable Instant end,
        boolean gps,
        Duration pause,
        @Nullable Long logId,
        @Nullable String logType,
        Lateness lateness,
        Set<Quirk> quirks) {
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(24);

    public ActivityPlan {
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "an activity of %s; it must last from %s to %s"
                            .formatted(length, SHORTEST, LONGEST));
        }
        if (pause.isNegative() || pause.compareTo(length) >= 0) {
            throw new IllegalArgumentException(
                    "a pause of %s does not fit into %s".formatted(pause, length));
        }
        quirks = Set.copyOf(quirks);
    }

    /**
     * When heart rate and track become readable, counted from the later of end and set-up.
     *
     * @param heartRateMeanwhile what can be read of the heart rate before
     * @param trackMeanwhile what can be read of the track before
     */
    public record Lateness(
            Duration heartRate,
            Duration track,
            HeartRateMeanwhile heartRateMeanwhile,
            TrackMeanwhile trackMeanwhile) {
        static final Lateness NONE =
                new Lateness(
                        Duration.ZERO,
                        Duration.ZERO,
                        HeartRateMeanwhile.NONE,
                        TrackMeanwhile.EMPTY);
    }

    /** What is there of the heart rate before it is complete. */
    public enum HeartRateMeanwhile {
        NONE,
        FIRST_HALF
    }

    /** What is there of the track before it is ready. */
    public enum TrackMeanwhile {
        EMPTY,
        NOT_FOUND
    }

    public static Builder of(ActivityKind kind) {
        return new Builder(kind);
    }

    /** An outdoor run with positions that ends now. */
    public static Builder run(Duration length) {
        return of(ActivityKind.RUN).lasting(length).withGps(true);
    }

    /** Collects a plan; half an hour without positions unless told otherwise. */
    public static final class Builder {
        private final ActivityKind kind;
        private @Nullable String name;
        private @Nullable Integer typeId;
        private Duration length = Duration.ofMinutes(30);
        private @Nullable Instant end;
        private boolean gps;
        private Duration pause = Duration.ZERO;
        private @Nullable Long logId;
        private @Nullable String logType;
        private Lateness lateness = Lateness.NONE;
        private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);

        private Builder(ActivityKind kind) {
            this.kind = kind;
        }

        public Builder named(@Nullable String shown) {
            name = shown;
            return this;
        }

        public Builder withTypeId(@Nullable Integer shown) {
            typeId = shown;
            return this;
        }

        public Builder lasting(Duration wallTime) {
            length = wallTime;
            return this;
        }

        public Builder endingAt(@Nullable Instant moment) {
            end = moment;
            return this;
        }

        public Builder withGps(boolean recorded) {
            gps = recorded;
            return this;
        }

        public Builder pausing(Duration length) {
            pause = length;
            return this;
        }

        public Builder withLogId(@Nullable Long id) {
            logId = id;
            return this;
        }

        public Builder withLogType(@Nullable String shown) {
            logType = shown;
            return this;
        }

        public Builder heartRateLateBy(Duration delay, HeartRateMeanwhile meanwhile) {
            lateness = new Lateness(delay, lateness.track(), meanwhile, lateness.trackMeanwhile());
            return this;
        }

        public Builder trackLateBy(Duration delay, TrackMeanwhile meanwhile) {
            lateness =
                    new Lateness(
                            lateness.heartRate(), delay, lateness.heartRateMeanwhile(), meanwhile);
            return this;
        }

        public Builder with(Quirk... more) {
            quirks.addAll(Set.of(more));
            return this;
        }

        /** The plan; throws if its parts do not fit together. */
        public ActivityPlan build() {
            return new ActivityPlan(
                    kind, name, typeId, length, end, gps, pause, logId, logType, lateness, quirks);
        }
    }
}
