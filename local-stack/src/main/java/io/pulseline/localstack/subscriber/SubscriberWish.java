package io.pulseline.localstack.subscriber;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.localstack.client.Http;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the subscriber is to be.
 *
 * @param endpoint where notifications go
 * @param dataTypes told of everybody who allows them
 * @param secret what comes with them
 */
record SubscriberWish(URI endpoint, List<String> dataTypes, WebhookSecret secret) {
    /** Where ingest takes notifications, behind whatever is in front of it. */
    static final String PATH = "/webhooks/google-health";

    SubscriberWish {
        dataTypes = List.copyOf(dataTypes);
    }

    /**
     * Checks the endpoint.
     *
     * @param plainHttp whether the endpoint may do without TLS, which only a simulator takes
     * @throws IllegalArgumentException saying what does not fit
     */
    static SubscriberWish of(
            URI endpoint, List<String> dataTypes, WebhookSecret secret, boolean plainHttp) {
        boolean hasScheme =
                "https".equals(endpoint.getScheme())
                        || (plainHttp && "http".equals(endpoint.getScheme()));
        boolean hasHost = endpoint.getHost() != null && endpoint.getRawUserInfo() == null;
        boolean hasPath = endpoint.getRawPath() != null && endpoint.getRawPath().endsWith(PATH);
        boolean hasMore = endpoint.getRawQuery() != null || endpoint.getRawFragment() != null;
        if (!hasScheme || !hasHost || !hasPath || hasMore) {
            throw new IllegalArgumentException(
                    "the endpoint is to be a public https address that ends in "
                            + PATH
                            + ", such as https://health.example.org"
                            + PATH
                            + ": there ingest answers Google");
        }
        return new SubscriberWish(endpoint, dataTypes, secret);
    }

    Set<Interest> interests() {
        Set<Interest> interests = new HashSet<>();
        dataTypes.forEach(type -> interests.add(new Interest(type, Interest.AUTOMATIC)));
        return interests;
    }

    /** The document that says these parts of it, and no others. */
    ObjectNode document(Collection<SubscriberPart> parts) {
        ObjectNode document = Http.JSON.createObjectNode();
        for (SubscriberPart part : new TreeSet<>(parts)) {
            switch (part) {
                case ENDPOINT -> document.put(part.member(), endpoint.toString());
                case DATA_TYPES -> {
                    ArrayNode configs = document.putArray(part.member());
                    ObjectNode config = configs.addObject();
                    dataTypes.forEach(config.putArray("dataTypes")::add);
                    config.put("subscriptionCreatePolicy", Interest.AUTOMATIC);
                }
                case SECRET -> document.putObject(part.member()).put("secret", secret.value());
            }
        }
        return document;
    }
}
