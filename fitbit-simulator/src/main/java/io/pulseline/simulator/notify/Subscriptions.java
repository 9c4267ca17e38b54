package io.pulseline.simulator.notify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All subscriptions of the application; an id is used once over all people and collections. */
public final class Subscriptions {
    private final Map<String, Subscription> byId = new LinkedHashMap<>();

    /** How an attempt to subscribe ended. */
    public sealed interface Outcome {
        record Created(Subscription subscription) implements Outcome {}

        record AlreadyThere(Subscription subscription) implements Outcome {}

        /** The stream has another id, or the id another stream. */
        record Conflicting(Subscription existing) implements Outcome {}
    }

    public synchronized Outcome add(
            String collectionType, String ownerId, String subscriberId, String subscriptionId) {
        Subscription wanted =
                Subscription.of(collectionType, ownerId, subscriberId, subscriptionId);
        Subscription sameId = byId.get(subscriptionId);
        if (wanted.equals(sameId)) {
            return new Outcome.AlreadyThere(wanted);
        }
        if (sameId != null) {
            return new Outcome.Conflicting(sameId);
        }
        Optional<Subscription> sameStream =
                byId.values().stream().filter(wanted::isSameStream).findFirst();
        if (sameStream.isPresent()) {
            return new Outcome.Conflicting(sameStream.get());
        }
        byId.put(subscriptionId, wanted);
        return new Outcome.Created(wanted);
    }

    /** Whether there was such a subscription. */
    public synchronized boolean remove(
            String collectionType, String ownerId, String subscriberId, String subscriptionId) {
        return byId.remove(
                subscriptionId,
                Subscription.of(collectionType, ownerId, subscriberId, subscriptionId));
    }

    /** Ends all subscriptions of a person and answers what they were. */
    public synchronized List<Subscription> removeAll(String ownerId) {
        List<Subscription> removed = of(ownerId);
        byId.values().removeAll(removed);
        return removed;
    }

    public synchronized List<Subscription> of(String ownerId) {
        return byId.values().stream().filter(one -> one.ownerId().equals(ownerId)).toList();
    }

    /** The subscriptions through which a person's change in that collection is told. */
    public synchronized List<Subscription> covering(String ownerId, String collection) {
        return of(ownerId).stream().filter(one -> one.covers(collection)).toList();
    }

    public synchronized void clear() {
        byId.clear();
    }
}
