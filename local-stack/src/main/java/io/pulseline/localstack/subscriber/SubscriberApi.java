package io.pulseline.localstack.subscriber;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pulseline.localstack.client.Http;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The Google Health API's calls about subscribers, see {@link BoundedCalls} for their limits. */
final class SubscriberApi implements AutoCloseable {
    /** Google's largest; more than one page of it is not expected, more than ten are not read. */
    private static final int PAGE_SIZE = 1000;

    private static final int MOST_PAGES = 10;

    private final BoundedCalls calls = new BoundedCalls();
    private final ApiBase base;
    private final AccessToken token;
    private final String userProject;

    /**
     * @param userProject the project on whose account the calls go, which Google asks for where the
     *     token is a person's
     */
    SubscriberApi(ApiBase base, AccessToken token, String userProject) {
        this.base = base;
        this.token = token;
        this.userProject = userProject;
    }

    /** The subscriber, if there is one; Google has no call for a single one. */
    Optional<KnownSubscriber> find(SubscriberName name) {
        String pageToken = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String path = name.collection() + "?pageSize=" + PAGE_SIZE;
            JsonNode list =
                    call(
                            "GET",
                            pageToken.isEmpty() ? path : path + "&pageToken=" + encoded(pageToken));
            for (JsonNode one : list.path("subscribers")) {
                if (name.isMeantBy(one.path("name").asText())) {
                    return Optional.of(KnownSubscriber.from(one));
                }
            }
            pageToken = list.path("nextPageToken").asText();
            if (pageToken.isEmpty()) {
                return Optional.empty();
            }
        }
        throw new SubscriberException(
                "project "
                        + name.project()
                        + " has more than "
                        + MOST_PAGES * PAGE_SIZE
                        + " subscribers",
                "delete those that nobody needs");
    }

    /** Makes it; what Google then shows of it, if it shows it at once. */
    Optional<KnownSubscriber> create(SubscriberName name, SubscriberWish wish) {
        return subscriberIn(
                call(
                        "POST",
                        name.collection() + "?subscriberId=" + name.id(),
                        wish.document(EnumSet.allOf(SubscriberPart.class))));
    }

    /** Changes these parts of it and leaves the others; what Google then shows of it. */
    Optional<KnownSubscriber> change(
            SubscriberName name, SubscriberWish wish, Collection<SubscriberPart> parts) {
        String mask =
                new TreeSet<>(parts)
                        .stream().map(SubscriberPart::member).collect(Collectors.joining(","));
        return subscriberIn(
                call("PATCH", name.path() + "?updateMask=" + encoded(mask), wish.document(parts)));
    }

    /**
     * Deletes it.
     *
     * @param forced together with its manual subscriptions
     */
    void delete(SubscriberName name, boolean forced) {
        failedOperation(call("DELETE", forced ? name.path() + "?force=true" : name.path()));
    }

    @Override
    public void close() {
        calls.close();
    }

    /** Google answers with an operation that is over already, or with the bare subscriber. */
    private static Optional<KnownSubscriber> subscriberIn(JsonNode answer) {
        failedOperation(answer);
        JsonNode subscriber = answer.has("endpointUri") ? answer : answer.path("response");
        return subscriber.has("endpointUri")
                ? Optional.of(KnownSubscriber.from(subscriber))
                : Optional.empty();
    }

    private static void failedOperation(JsonNode answer) {
        if (answer.has("error")) {
            throw GoogleRefusedException.ofOperation(answer.path("error"));
        }
    }

    private JsonNode call(String method, String path) {
        return call(method, path, BodyPublishers.noBody());
    }

    private JsonNode call(String method, String path, JsonNode body) {
        return call(method, path, BodyPublishers.ofString(body.toString()));
    }

    private JsonNode call(String method, String path, BodyPublisher body) {
        URI address = base.at(path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token.value())
                        .header("X-Goog-User-Project", userProject)
                        .header("Accept", "application/json")
                        .method(method, body);
        if (body.contentLength() != 0) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<byte[]> answer = calls.answer(request, base.uri());
        JsonNode document = document(answer.body());
        if (answer.statusCode() != 200) {
            throw GoogleRefusedException.of(answer.statusCode(), document);
        }
        if (!document.isObject()) {
            throw new SubscriberException(
                    base.uri() + " answers, but not as the Google Health API",
                    "look at --api; Google's is https://health.googleapis.com");
        }
        return document;
    }

    private static JsonNode document(byte[] body) {
        try {
            JsonNode document = Http.JSON.readTree(new String(body, StandardCharsets.UTF_8));
            return document == null ? MissingNode.getInstance() : document;
        } catch (JsonProcessingException _) {
            // A page for people, from what stands in front of the API.
            return MissingNode.getInstance();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
