package io.pulseline.simulator.googlehealth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is registered, and whom they have named by hand. Safe for use by several threads. */
final class HealthSubscribers {
    private final Map<String, HealthSubscriber> byId = new LinkedHashMap<>();
    private final Map<String, Named> subscriptions = new LinkedHashMap<>();

    /** One person whose changes a subscriber wants to be told, by its own wish. */
    record Named(String subscriber, String id, String healthUserId, List<DataType> types) {
        Named {
            types = List.copyOf(types);
        }
    }

    synchronized void put(HealthSubscriber subscriber) {
        byId.put(subscriber.id(), subscriber);
    }

    synchronized Optional<HealthSubscriber> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized List<HealthSubscriber> all() {
        return List.copyOf(byId.values());
    }

    synchronized void remove(String id) {
        byId.remove(id);
        subscriptions.values().removeIf(one -> one.subscriber().equals(id));
    }

    synchronized void put(Named subscription) {
        subscriptions.put(key(subscription.subscriber(), subscription.id()), subscription);
    }

    synchronized Optional<Named> named(String subscriber, String id) {
        return Optional.ofNullable(subscriptions.get(key(subscriber, id)));
    }

    synchronized List<Named> namedBy(String subscriber) {
        return subscriptions.values().stream()
                .filter(one -> one.subscriber().equals(subscriber))
                .toList();
    }

    synchronized void removeNamed(String subscriber, String id) {
        subscriptions.remove(key(subscriber, id));
    }

    synchronized void clear() {
        byId.clear();
        subscriptions.clear();
    }

    private static String key(String subscriber, String id) {
        return subscriber + "/" + id;
    }
}
