package io.pulseline.pipeline.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sent, once more each time: equal in every attempt but for the secret, which its owner may
 * change.
 */
public final class Parcel {
    private final UUID deliveryId;
    private final byte[] content;
    private final JsonNode configuration;
    private final @Nullable String secret;

    /**
     * @param deliveryId the id under which the target hears of it
     * @param content as {@link Target#content} made it
     * @param configuration of the target
     * @param secret of the target; null if it has none
     */
    public Parcel(
            UUID deliveryId, byte[] content, JsonNode configuration, @Nullable String secret) {
        this.deliveryId = deliveryId;
        this.content = content;
        this.configuration = configuration;
        this.secret = secret;
    }

    UUID deliveryId() {
        return deliveryId;
    }

    byte[] content() {
        return content;
    }

    JsonNode configuration() {
        return configuration;
    }

    @Nullable String secret() {
        return secret;
    }
}
