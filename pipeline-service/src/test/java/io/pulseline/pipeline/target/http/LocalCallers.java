package io.pulseline.pipeline.target.http;

import io.pulseline.pipeline.target.TargetSettings;
import io.vertx.core.Vertx;

/** Callers for tests of targets, without Quarkus. */
public final class LocalCallers {
    private LocalCallers() {}

    /** The real one, with these settings. */
    public static HttpCaller with(Vertx vertx, TargetSettings settings) {
        return new HttpCaller(vertx, settings);
    }
}
