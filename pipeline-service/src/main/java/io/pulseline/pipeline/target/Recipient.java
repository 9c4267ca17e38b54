package io.pulseline.pipeline.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gets something: one target of one user, with what opens its door.
 *
 * @param targetId the target's own id
 * @param user whose it is
 * @param configuration without secrets
 * @param secrets those that hold now, the newest first; empty if it has none. Two only while one is
 *     being replaced
 */
public record Recipient(UUID targetId, UUID user, JsonNode configuration, List<String> secrets) {
    public Recipient {
        secrets = List.copyOf(secrets);
    }

    /** The newest secret; null if it has none. */
    public @Nullable String secret() {
        return secrets.isEmpty() ? null : secrets.getFirst();
    }

    @Override
    public String toString() {
        return "Recipient[" + targetId + "]";
    }
}
