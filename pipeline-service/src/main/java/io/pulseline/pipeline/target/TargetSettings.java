package io.pulseline.pipeline.target;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far targets may go, and how long they may take. */
@ConfigMapping(prefix = "pulseline.targets")
public interface TargetSettings {
    /** Addresses of users may be private or loopback, and plain http; for local use. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** Until the connection stands. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Until a target has answered, connecting included. */
    @WithDefault("20s")
    Duration answerTimeout();

    /** An answer's body is read no further than this. */
    @WithDefault("1048576")
    int largestAnswerBytes();

    /** Connections to one address at the same time. */
    @WithDefault("8")
    int connectionsPerAddress();
}
