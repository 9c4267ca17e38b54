package io.pulseline.pipeline.pipeline;

import io.pulseline.pipeline.target.Recipient;
import java.util.List;
import java.util.UUID;

/**
 * A target with what it takes to send to it.
 *
 * @param secrets opened, the newest first; never shown
 */
public record SendableTarget(UUID user, PipelineTarget target, List<String> secrets) {
    public SendableTarget {
        secrets = List.copyOf(secrets);
    }

    /** Who gets what is sent. */
    public Recipient recipient() {
        return new Recipient(target.id(), user, target.configuration(), secrets);
    }

    @Override
    public String toString() {
        return "SendableTarget[" + target.id() + "]";
    }
}
