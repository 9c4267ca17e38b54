package io.pulseline.pipeline.target;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How far targets may go, and how long they may take. */
@ConfigMapping(prefix = "pulseline.targets")
public interface TargetSettings {
    /** Webhooks on private and loopback addresses, and over plain http; for local use. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** Until the connection of a webhook stands. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Until a target has answered, connecting included. */
    @WithDefault("20s")
    Duration answerTimeout();

    /** An answer's body is read no further than this; we only need its status. */
    @WithDefault("65536")
    int largestAnswerBytes();

    /** Connections to one webhook address at the same time. */
    @WithDefault("8")
    int connectionsPerAddress();
}
