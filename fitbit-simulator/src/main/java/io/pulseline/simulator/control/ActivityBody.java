package io.pulseline.simulator.control;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pulseline.simulator.truth.ActivityKind;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.ActivityPlan.HeartRateMeanwhile;
import io.pulseline.simulator.truth.ActivityPlan.TrackMeanwhile;
import io.pulseline.simulator.truth.Quirk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /simulator/users/{id}/activities}; everything may be left out. */
record ActivityBody(
        @Nullable String type,
        @Nullable Integer minutes,
        @Nullable Integer seconds,
        @Nullable Instant end,
        @Nullable Boolean gps,
        @Nullable Integer pauseMinutes,
        @Nullable String name,
        @Nullable Integer activityTypeId,
        @Nullable Long logId,
        @Nullable String logType,
        @Nullable Integer heartRateAvailableAfterSeconds,
        @Nullable String heartRateMeanwhile,
        @Nullable Integer tcxAvailableAfterSeconds,
        @Nullable String tcxMeanwhile,
        @JsonProperty("notify") @Nullable Boolean tell,
        @Nullable List<String> quirks) {

    /** The plan; throws naming what does not fit. */
    ActivityPlan plan() {
        ActivityKind kind = ActivityKind.titled(type == null ? "Run" : type);
        ActivityPlan.Builder plan =
                ActivityPlan.of(kind)
                        .lasting(length())
                        .endingAt(end)
                        .withGps(gps == null ? kind.goesSomewhere() : gps)
                        .pausing(Duration.ofMinutes(orZero(pauseMinutes)))
                        .named(name)
                        .withTypeId(activityTypeId)
                        .withLogId(logId)
                        .withLogType(logType)
                        .heartRateLateBy(
                                Duration.ofSeconds(orZero(heartRateAvailableAfterSeconds)),
                                heartRateMeanwhile == null
                                        ? HeartRateMeanwhile.NONE
                                        : Words.read(HeartRateMeanwhile.class, heartRateMeanwhile))
                        .trackLateBy(
                                Duration.ofSeconds(orZero(tcxAvailableAfterSeconds)),
                                tcxMeanwhile == null
                                        ? TrackMeanwhile.EMPTY
                                        : Words.read(TrackMeanwhile.class, tcxMeanwhile));
        if (quirks != null) {
            quirks.forEach(word -> plan.with(Words.read(Quirk.class, word)));
        }
        return plan.build();
    }

    boolean isToNotify() {
        return tell == null || tell;
    }

    private Duration length() {
        if (minutes == null && seconds == null) {
            return Duration.ofMinutes(30);
        }
        return Duration.ofMinutes(orZero(minutes)).plusSeconds(orZero(seconds));
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
