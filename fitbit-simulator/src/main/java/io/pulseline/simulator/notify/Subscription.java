package io.pulseline.simulator.notify;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What an application wants to be told about a person; these are Fitbit's names.
 *
 * @param collectionType {@code activities}, {@code sleep}, ... or {@code user} for all
 */
@JsonPropertyOrder(alphabetic = true)
public record Subscription(
        String collectionType,
        String ownerId,
        String ownerType,
        String subscriberId,
        String subscriptionId) {

    /** The collection type of a subscription to everything. */
    public static final String ALL = "user";

    static Subscription of(
            String collectionType, String ownerId, String subscriberId, String subscriptionId) {
        return new Subscription(collectionType, ownerId, "user", subscriberId, subscriptionId);
    }

    boolean isSameStream(Subscription other) {
        return ownerId.equals(other.ownerId)
                && collectionType.equals(other.collectionType)
                && subscriberId.equals(other.subscriberId);
    }

    boolean covers(String collection) {
        return collectionType.equals(collection) || collectionType.equals(ALL);
    }
}
