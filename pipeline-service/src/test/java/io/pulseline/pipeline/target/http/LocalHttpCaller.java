package io.pulseline.pipeline.target.http;

import io.pulseline.pipeline.target.TargetSettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;

/** The real caller, outside of a service. */
public final class LocalHttpCaller {
    private LocalHttpCaller() {}

    /** Settings as an operator gives them, by their last word. */
    public static TargetSettings settings(Map<String, String> given) {
        SmallRyeConfigBuilder config =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withMapping(TargetSettings.class);
        given.forEach((name, value) -> config.withDefaultValue("pulseline.targets." + name, value));
        return config.build().getConfigMapping(TargetSettings.class);
    }

    /** A caller with these settings; whoever makes the engine closes it. */
    public static HttpCaller of(Vertx vertx, TargetSettings settings) {
        return new HttpCaller(vertx, settings);
    }
}
