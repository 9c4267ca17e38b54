package io.pulseline.pipeline.target.http;

import io.pulseline.pipeline.target.TargetSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Callers for tests of targets, without Quarkus. */
public final class Callers {
    private Callers() {}

    /** The real one, which waits so long for an answer. */
    public static HttpCaller waiting(Vertx vertx, Duration answerTimeout) {
        return new HttpCaller(vertx, settings(answerTimeout));
    }

    /** The usual ones, but for the time to wait for an answer. */
    public static TargetSettings settings(Duration answerTimeout) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(TargetSettings.class)
                .withDefaultValue("pulseline.targets.answer-timeout", answerTimeout.toString())
                .build()
                .getConfigMapping(TargetSettings.class);
    }
}
