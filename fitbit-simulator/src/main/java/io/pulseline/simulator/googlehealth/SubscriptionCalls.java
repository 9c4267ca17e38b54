package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.googlehealth.HealthSubscribers.Named;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Subscriptions to one person, made by hand (fact sheet section 3.3, MANUAL). */
final class SubscriptionCalls {
    private static final String SERVICE = "DataSubscriptionService.";
    private static final String USERS = "users/";
    private static final String TYPES = "/dataTypes/";
    private static final Set<DataType> BY_HAND =
            Set.of(
                    DataType.ALTITUDE,
                    DataType.DISTANCE,
                    DataType.FLOORS,
                    DataType.SLEEP,
                    DataType.STEPS,
                    DataType.WEIGHT);

    private final GoogleHealthConfig project;
    private final HealthSubscribers subscribers;
    private final KnobBoard knobs;

    SubscriptionCalls(GoogleHealthConfig project, HealthSubscribers subscribers, KnobBoard knobs) {
        this.project = project;
        this.subscribers = subscribers;
        this.knobs = knobs;
    }

    void addTo(Routes routes, GoogleGate gate) {
        String all = SubscriberCalls.SUBSCRIBERS + "/{subscriber}/subscriptions";
        String one = all + "/{subscription}";
        routes.add("POST", all, gate.administrative(SERVICE + "CreateSubscription", this::create))
                .add("GET", all, gate.administrative(SERVICE + "ListSubscriptions", this::list))
                .add("PATCH", one, gate.administrative(SERVICE + "UpdateSubscription", this::patch))
                .add(
                        "DELETE",
                        one,
                        gate.administrative(SERVICE + "DeleteSubscription", this::delete));
    }

    private Answer create(Request request) {
        String subscriber = subscriber(request);
        String id =
                request.query()
                        .first("subscriptionId")
                        .orElseGet(() -> UUID.randomUUID().toString());
        if (subscribers.named(subscriber, id).isPresent()) {
            return GoogleErrors.alreadyExists();
        }
        JsonNode body = Json.read(request.body(), JsonNode.class);
        String user = body.path("user").asText();
        require(user.startsWith(USERS) && user.length() > USERS.length());
        return saved(
                new Named(
                        subscriber,
                        id,
                        user.substring(USERS.length()),
                        types(body.path("dataTypes"))));
    }

    private Answer list(Request request) {
        String subscriber = subscriber(request);
        String filter = request.query().first("filter").orElse("");
        List<Named> found =
                subscribers.namedBy(subscriber).stream()
                        .filter(one ->
                                filter.isEmpty()
                                        || filter.contains(
                                                "\"" + USERS + one.healthUserId() + "\""))
                        .toList();
        ObjectNode document = Json.object();
        if (!found.isEmpty()) {
            ArrayNode shown = document.putArray("subscriptions");
            found.forEach(one -> shown.add(document(one)));
        }
        return GoogleErrors.json(200, document);
    }

    private Answer patch(Request request) {
        Optional<Named> found =
                subscribers.named(subscriber(request), request.pathValue("subscription"));
        if (found.isEmpty()) {
            return GoogleErrors.notFound();
        }
        require(request.query().first("updateMask").orElse("").equals("dataTypes"));
        Named before = found.get();
        JsonNode body = Json.read(request.body(), JsonNode.class);
        return saved(
                new Named(
                        before.subscriber(),
                        before.id(),
                        before.healthUserId(),
                        types(body.path("dataTypes"))));
    }

    private Answer delete(Request request) {
        String subscriber = subscriber(request);
        String id = request.pathValue("subscription");
        if (subscribers.named(subscriber, id).isEmpty()) {
            return GoogleErrors.notFound();
        }
        subscribers.removeNamed(subscriber, id);
        return GoogleErrors.json(200, Json.object());
    }

    private Answer saved(Named subscription) {
        subscribers.put(subscription);
        return GoogleErrors.json(200, document(subscription));
    }

    private ObjectNode document(Named one) {
        String user = USERS + one.healthUserId();
        ObjectNode document =
                Json.object()
                        .put(
                                "name",
                                "projects/%s/subscribers/%s/subscriptions/%s"
                                        .formatted(
                                                project.projectNumber(),
                                                one.subscriber(),
                                                one.id()))
                        .put("user", user);
        ArrayNode types = document.putArray("dataTypes");
        one.types().forEach(type -> types.add(user + TYPES + type.id()));
        return document;
    }

    /** Both forms are read: the plain id, and the name of a resource. */
    private List<DataType> types(JsonNode names) {
        List<DataType> types = new ArrayList<>();
        for (JsonNode name : names) {
            String text = name.asText();
            int at = text.indexOf(TYPES);
            Optional<DataType> type =
                    DataType.of(at < 0 ? text : text.substring(at + TYPES.length()));
            require(
                    type.isPresent()
                            && (BY_HAND.contains(type.get())
                                    || (knobs.webhooks().manualForEveryType()
                                            && type.get().isNotified())));
            type.ifPresent(types::add);
        }
        require(!types.isEmpty());
        return types;
    }

    private String subscriber(Request request) {
        String number = request.pathValue("project");
        if (!number.equals(project.projectNumber())) {
            throw new Refused(GoogleErrors.callerLacksPermission());
        }
        String id = request.pathValue("subscriber");
        if (subscribers.find(id).isEmpty()) {
            throw new Refused(GoogleErrors.notFound());
        }
        return id;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new Refused(GoogleErrors.invalid(GoogleErrors.INVALID));
        }
    }
}
