package io.pulseline.simulator.notify;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;

/**
 * One item of a notification's array; these are Fitbit's names.
 *
 * @param date the person's local day that changed
 */
@JsonPropertyOrder(alphabetic = true)
public record Notification(
        String collectionType,
        LocalDate date,
        String ownerId,
        String ownerType,
        String subscriptionId) {

    public static Notification of(
            String collectionType, LocalDate date, String ownerId, String subscriptionId) {
        return new Notification(collectionType, date, ownerId, "user", subscriptionId);
    }
}
