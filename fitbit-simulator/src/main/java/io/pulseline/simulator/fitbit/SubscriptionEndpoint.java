package io.pulseline.simulator.fitbit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fault.FitbitErrors;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.notify.Notifier;
import io.pulseline.simulator.notify.Subscription;
import io.pulseline.simulator.notify.Subscriptions;
import io.pulseline.simulator.oauth.Scope;
import java.util.List;
import java.util.Map;

/** Create, delete and list subscriptions (fact sheet section 2.2). */
final class SubscriptionEndpoint {
    private static final int LONGEST_ID = 50;
    private static final Map<String, List<Scope>> SCOPES =
            Map.of(
                    "activities",
                    List.of(Scope.ACTIVITY),
                    "body",
                    List.of(Scope.WEIGHT),
                    "foods",
                    List.of(Scope.NUTRITION),
                    "sleep",
                    List.of(Scope.SLEEP),
                    "userRevokedAccess",
                    List.of(),
                    Subscription.ALL,
                    List.of(
                            Scope.ACTIVITY,
                            Scope.NUTRITION,
                            Scope.PROFILE,
                            Scope.SETTINGS,
                            Scope.SLEEP,
                            Scope.WEIGHT));

    private final Subscriptions subscriptions;
    private final Notifier notifier;
    private final Gate gate;

    SubscriptionEndpoint(Subscriptions subscriptions, Notifier notifier, Gate gate) {
        this.subscriptions = subscriptions;
        this.notifier = notifier;
        this.gate = gate;
    }

    /** The call for one collection. */
    @FunctionalInterface
    interface ForCollection {
        Answer answer(Request request, Caller caller, String collection);
    }

    /** For paths with a collection. */
    Gate.Call named(ForCollection call) {
        return (request, caller) -> {
            String collection = request.pathValue("collection");
            // The word of the whole stream is not a path.
            if (!SCOPES.containsKey(collection) || collection.equals(Subscription.ALL)) {
                return FitbitErrors.notFound();
            }
            return call.answer(request, caller, collection);
        };
    }

    /** For paths without one. */
    Gate.Call all(ForCollection call) {
        return (request, caller) -> call.answer(request, caller, Subscription.ALL);
    }

    Answer create(Request request, Caller caller, String collection) {
        if (request.header("Content-Length").isEmpty()) {
            return FitbitErrors.envelope(411, "request", "n/a", "Content-Length is required");
        }
        SCOPES.getOrDefault(collection, List.of())
                .forEach(scope -> gate.requireScope(caller, scope));
        String id = request.pathValue("subscriptionId");
        if (id.length() > LONGEST_ID) {
            return FitbitErrors.validation(
                    "subscriptionId", "Subscription id must be at most 50 characters long");
        }
        Subscriptions.Outcome outcome =
                subscriptions.add(collection, caller.user().id(), subscriberId(request), id);
        return switch (outcome) {
            case Subscriptions.Outcome.Created created -> Answer.json(201, created.subscription());
            case Subscriptions.Outcome.AlreadyThere same -> Answer.json(200, same.subscription());
            case Subscriptions.Outcome.Conflicting other -> Answer.json(409, other.existing());
        };
    }

    Answer delete(Request request, Caller caller, String collection) {
        boolean removed =
                subscriptions.remove(
                        collection,
                        caller.user().id(),
                        subscriberId(request),
                        request.pathValue("subscriptionId"));
        return removed ? Answer.empty(204) : FitbitErrors.notFound();
    }

    Answer list(Request request, Caller caller, String collection) {
        String subscriber = subscriberId(request);
        ObjectNode document = Json.object();
        ArrayNode found = document.putArray("apiSubscriptions");
        subscriptions.of(caller.user().id()).stream()
                .filter(one -> one.subscriberId().equals(subscriber))
                .filter(one ->
                        collection.equals(Subscription.ALL)
                                || one.collectionType().equals(collection))
                .forEach(one -> found.add(Json.tree(one)));
        return Answer.json(200, document);
    }

    private String subscriberId(Request request) {
        String known = notifier.subscriber().id();
        String asked = request.header("X-Fitbit-Subscriber-Id").orElse(known);
        if (!asked.equals(known)) {
            throw new Refused(
                    FitbitErrors.validation("subscriberId", "Invalid subscriber id: " + asked));
        }
        return known;
    }
}
