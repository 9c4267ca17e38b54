package io.pulseline.localstack.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * A subscriber as Google shows it; its secret is never shown.
 *
 * @param name Google's own, {@code projects/1/subscribers/a}
 * @param endpoint as it stands there
 * @param isSecretSet whether there is one
 * @param state {@code ACTIVE}, {@code UNVERIFIED}, {@code INACTIVE} or a later word; empty if not
 *     told
 * @param updated when it was last changed; empty if not told
 */
record KnownSubscriber(
        String name,
        String endpoint,
        Set<Interest> interests,
        boolean isSecretSet,
        String state,
        String updated) {
    private static final String ACTIVE = "ACTIVE";

    KnownSubscriber {
        interests = Set.copyOf(interests);
    }

    /** From Google's document; what is not in it is empty. */
    static KnownSubscriber from(JsonNode document) {
        Set<Interest> interests = new HashSet<>();
        for (JsonNode config : document.path("subscriberConfigs")) {
            String policy = config.path("subscriptionCreatePolicy").asText();
            config.path("dataTypes")
                    .forEach(type -> interests.add(new Interest(type.asText(), policy)));
        }
        JsonNode authorization = document.path("endpointAuthorization");
        return new KnownSubscriber(
                document.path("name").asText(),
                document.path("endpointUri").asText(),
                interests,
                // An older guide of Google's has the second name.
                authorization.path("secretSet").asBoolean()
                        || authorization.path("authorizationTokenSet").asBoolean(),
                document.path("state").asText(),
                document.path("updateTime").asText());
    }

    /**
     * What is not as wished. A secret cannot be compared with what Google keeps.
     *
     * @param isSecretKnown whether Google was given the wished secret before
     */
    Set<SubscriberPart> differencesFrom(SubscriberWish wish, boolean isSecretKnown) {
        Set<SubscriberPart> differences = EnumSet.noneOf(SubscriberPart.class);
        if (!endpoint.equals(wish.endpoint().toString())) {
            differences.add(SubscriberPart.ENDPOINT);
        }
        if (!interests.equals(wish.interests())) {
            differences.add(SubscriberPart.DATA_TYPES);
        }
        if (!isSecretKnown || !isSecretSet || isAsleep()) {
            differences.add(SubscriberPart.SECRET);
        }
        return differences;
    }

    /**
     * Google tells nothing until it has verified the endpoint again, which a secret makes it do.
     */
    private boolean isAsleep() {
        return !state.isEmpty() && !state.equals(ACTIVE);
    }
}
