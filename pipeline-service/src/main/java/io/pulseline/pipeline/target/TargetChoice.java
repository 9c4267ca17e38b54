package io.pulseline.pipeline.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/**
 * What a user chose for one target, checked.
 *
 * @param configuration without the secret; may be shown
 * @param secret as the user gave it; empty if they gave none
 */
public record TargetChoice(JsonNode configuration, Optional<String> secret) {

    /** Nothing chosen. */
    public static TargetChoice none() {
        return new TargetChoice(JsonNodeFactory.instance.objectNode(), Optional.empty());
    }

    @Override
    public String toString() {
        return "TargetChoice[" + configuration + "]";
    }
}
