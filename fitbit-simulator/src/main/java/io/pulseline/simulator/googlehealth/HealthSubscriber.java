package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * An endpoint that a project has registered (fact sheet section 3.1).
 *
 * @param secret the whole Authorization header
 */
record HealthSubscriber(
        String id,
        URI endpoint,
        String secret,
        List<Interest> interests,
        Instant createdAt,
        Instant updatedAt) {
    HealthSubscriber {
        interests = List.copyOf(interests);
    }

    /**
     * What it wants to be told.
     *
     * @param isAutomatic for everybody who allows it, else for those it names
     */
    record Interest(List<DataType> types, boolean isAutomatic) {
        Interest {
            types = List.copyOf(types);
        }
    }

    boolean wants(DataType type, boolean isAutomatic) {
        return interests.stream()
                .anyMatch(one -> one.isAutomatic() == isAutomatic && one.types().contains(type));
    }

    /** As it is shown; the secret is not. */
    ObjectNode document(String projectNumber, boolean withState) {
        ObjectNode document =
                Json.object()
                        .put("name", "projects/" + projectNumber + "/subscribers/" + id)
                        .put("endpointUri", endpoint.toString());
        ArrayNode configs = document.putArray("subscriberConfigs");
        for (Interest interest : interests) {
            ObjectNode config = configs.addObject();
            ArrayNode types = config.putArray("dataTypes");
            interest.types().forEach(type -> types.add(type.id()));
            config.put("subscriptionCreatePolicy", interest.isAutomatic() ? "AUTOMATIC" : "MANUAL");
        }
        document.putObject("endpointAuthorization").put("secretSet", true);
        if (withState) {
            document.put("state", "ACTIVE")
                    .put("createTime", createdAt.toString())
                    .put("updateTime", updatedAt.toString());
        }
        return document;
    }

    @Override
    public String toString() {
        return "HealthSubscriber[" + id + " at " + endpoint + "]";
    }
}
