package io.pulseline.simulator.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.googlehealth.HealthSubscriber.Interest;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Refused;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The project's subscribers (fact sheet section 3.1). */
final class SubscriberCalls {
    static final String SUBSCRIBERS = "/google/v4/projects/{project}/subscribers";

    private static final String SERVICE = "DataSubscriptionService.";
    private static final Pattern ID = Pattern.compile("[a-z]([a-z0-9-]{2,34}[a-z0-9])");
    private static final int USUAL_PAGE_SIZE = 50;
    private static final int LARGEST_PAGE_SIZE = 1000;

    private final GoogleHealthConfig project;
    private final HealthSubscribers subscribers;
    private final WebhookSender sender;
    private final KnobBoard knobs;
    private final InstantSource clock;

    SubscriberCalls(
            GoogleHealthConfig project,
            HealthSubscribers subscribers,
            WebhookSender sender,
            KnobBoard knobs,
            InstantSource clock) {
        this.project = project;
        this.subscribers = subscribers;
        this.sender = sender;
        this.knobs = knobs;
        this.clock = clock;
    }

    void addTo(Routes routes, GoogleGate gate) {
        String one = SUBSCRIBERS + "/{subscriber}";
        routes.add(
                        "POST",
                        SUBSCRIBERS,
                        gate.administrative(SERVICE + "CreateSubscriber", this::create))
                .add(
                        "GET",
                        SUBSCRIBERS,
                        gate.administrative(SERVICE + "ListSubscribers", this::list))
                .add("PATCH", one, gate.administrative(SERVICE + "UpdateSubscriber", this::patch))
                .add(
                        "DELETE",
                        one,
                        gate.administrative(SERVICE + "DeleteSubscriber", this::delete));
    }

    private Answer create(Request request) {
        if (!request.pathValue("project").equals(project.projectNumber())) {
            return GoogleErrors.callerLacksPermission();
        }
        String id =
                request.query().first("subscriberId").orElseGet(() -> UUID.randomUUID().toString());
        boolean isNamed = request.query().first("subscriberId").isPresent();
        require(!isNamed || ID.matcher(id).matches());
        JsonNode body = Json.read(request.body(), JsonNode.class);
        URI endpoint = endpoint(body);
        List<Interest> interests = interests(body);
        String secret = secret(body);
        if (subscribers.find(id).isPresent()) {
            return GoogleErrors.alreadyExists();
        }
        requireVerified(endpoint, secret);
        Instant now = clock.instant();
        HealthSubscriber created = new HealthSubscriber(id, endpoint, secret, interests, now, now);
        subscribers.put(created);
        return done(created);
    }

    private Answer list(Request request) {
        requireProject(request);
        int from = number(request, "pageToken", 0);
        int asked = number(request, "pageSize", USUAL_PAGE_SIZE);
        List<HealthSubscriber> all = subscribers.all();
        require(from >= 0 && from <= all.size() && asked >= 0);
        int size = asked == 0 ? USUAL_PAGE_SIZE : Math.min(asked, LARGEST_PAGE_SIZE);
        int end = Math.min(all.size(), from + size);
        ObjectNode document = Json.object();
        if (from < end) {
            ArrayNode shown = document.putArray("subscribers");
            all.subList(from, end)
                    .forEach(one -> shown.add(one.document(project.projectNumber(), true)));
        }
        if (end < all.size()) {
            document.put("nextPageToken", Integer.toString(end));
        }
        if (!all.isEmpty()) {
            document.put("totalSize", all.size());
        }
        return GoogleErrors.json(200, document);
    }

    private Answer patch(Request request) {
        requireProject(request);
        Optional<HealthSubscriber> found = subscribers.find(request.pathValue("subscriber"));
        if (found.isEmpty()) {
            return GoogleErrors.notFound();
        }
        HealthSubscriber before = found.get();
        Set<String> mask = Set.of(request.query().first("updateMask").orElse("").split(",", -1));
        require(
                Set.of("endpointUri", "subscriberConfigs", "endpointAuthorization")
                        .containsAll(mask));
        JsonNode body = Json.read(request.body(), JsonNode.class);
        URI endpoint = mask.contains("endpointUri") ? endpoint(body) : before.endpoint();
        String secret = mask.contains("endpointAuthorization") ? secret(body) : before.secret();
        List<Interest> interests =
                mask.contains("subscriberConfigs") ? interests(body) : before.interests();
        if (mask.contains("endpointUri") || mask.contains("endpointAuthorization")) {
            requireVerified(endpoint, secret);
        }
        HealthSubscriber changed =
                new HealthSubscriber(
                        before.id(),
                        endpoint,
                        secret,
                        interests,
                        before.createdAt(),
                        clock.instant());
        subscribers.put(changed);
        return done(changed);
    }

    private Answer delete(Request request) {
        requireProject(request);
        String id = request.pathValue("subscriber");
        if (subscribers.find(id).isEmpty()) {
            return GoogleErrors.notFound();
        }
        boolean isForced = request.query().first("force").orElse("").equals("true");
        if (!isForced && !subscribers.namedBy(id).isEmpty()) {
            return GoogleErrors.failedPrecondition("The subscriber has subscriptions.");
        }
        subscribers.remove(id);
        ObjectNode operation = Json.object().put("done", true);
        operation.putObject("response").put("@type", "type.googleapis.com/google.protobuf.Empty");
        return GoogleErrors.json(200, operation);
    }

    /** A long-running operation that is over already. */
    private Answer done(HealthSubscriber subscriber) {
        if (knobs.webhooks().bareSubscriberAnswer()) {
            return GoogleErrors.json(200, subscriber.document(project.projectNumber(), true));
        }
        ObjectNode operation = Json.object().put("done", true);
        ObjectNode response =
                operation
                        .putObject("response")
                        .put(
                                "@type",
                                "type.googleapis.com/google.devicesandservices.health.v4.Subscriber");
        response.setAll(subscriber.document(project.projectNumber(), false));
        return GoogleErrors.json(200, operation);
    }

    private void requireVerified(URI endpoint, String secret) {
        if (!sender.verifies(endpoint, secret)) {
            throw new Refused(GoogleErrors.failedPrecondition("Endpoint verification failed."));
        }
    }

    private void requireProject(Request request) {
        String number = request.pathValue("project");
        if (!number.matches("\\d+")) {
            throw new Refused(GoogleErrors.invalid("Invalid project number in resource name"));
        }
        if (!number.equals(project.projectNumber())) {
            throw new Refused(GoogleErrors.callerLacksPermission());
        }
    }

    private URI endpoint(JsonNode body) {
        try {
            URI endpoint = URI.create(body.path("endpointUri").asText());
            boolean isPlain = "http".equals(endpoint.getScheme());
            require(
                    "https".equals(endpoint.getScheme())
                            || (isPlain && !knobs.webhooks().httpsOnly()));
            return endpoint;
        } catch (IllegalArgumentException e) {
            throw new Refused(GoogleErrors.invalid(GoogleErrors.INVALID));
        }
    }

    private static String secret(JsonNode body) {
        String secret = body.path("endpointAuthorization").path("secret").asText();
        require(secret.startsWith("Bearer ") || secret.startsWith("Basic "));
        return secret;
    }

    private static List<Interest> interests(JsonNode body) {
        List<Interest> interests = new ArrayList<>();
        for (JsonNode config : body.path("subscriberConfigs")) {
            List<DataType> types = new ArrayList<>();
            for (JsonNode id : config.path("dataTypes")) {
                types.add(
                        DataType.of(id.asText())
                                .filter(DataType::isNotified)
                                .orElseThrow(() ->
                                        new Refused(GoogleErrors.invalid(GoogleErrors.INVALID))));
            }
            String policy = config.path("subscriptionCreatePolicy").asText();
            require(policy.equals("AUTOMATIC") || policy.equals("MANUAL"));
            require(!types.isEmpty());
            interests.add(new Interest(types, policy.equals("AUTOMATIC")));
        }
        require(!interests.isEmpty());
        return interests;
    }

    private static int number(Request request, String name, int usual) {
        try {
            return request.query().first(name).map(Integer::parseInt).orElse(usual);
        } catch (NumberFormatException e) {
            throw new Refused(GoogleErrors.invalid(GoogleErrors.INVALID));
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new Refused(GoogleErrors.invalid(GoogleErrors.INVALID));
        }
    }
}
