package io.pulseline.simulator.googlehealth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.pulseline.simulator.http.Delay;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.notify.SentNotification;
import io.pulseline.simulator.notify.SignatureKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Posts notifications, signed and with the subscriber's secret (fact sheet sections 3.5 and 3.6).
 * What is not accepted is tried again, then kept, and delivered in a burst once the endpoint
 * accepts something.
 */
final class WebhookSender implements AutoCloseable {
    private static final String AGENT = "Google-Health-API-Webhooks";
    private static final byte[] PROBE = "{\"type\": \"verification\"}".getBytes(UTF_8);
    private static final int NO_CONTENT = 204;

    private final InstantSource clock;
    private final KnobBoard knobs;
    private final SigningKeys keys;
    private final List<Duration> retryDelays;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger era = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final List<SentNotification> sent = new ArrayList<>();
    private final Deque<Push> kept = new ArrayDeque<>();
    private @Nullable HttpClient client;

    WebhookSender(
            InstantSource clock, KnobBoard knobs, SigningKeys keys, List<Duration> retryDelays) {
        this.clock = clock;
        this.knobs = knobs;
        this.keys = keys;
        this.retryDelays = retryDelays;
    }

    /** One POST to come; bornAt is simulated time. */
    private record Push(
            HealthSubscriber to, String body, SignatureKind signature, Instant bornAt, int era) {
        byte[] bytes() {
            return body.getBytes(UTF_8);
        }
    }

    /**
     * Posts a batch as the knobs want it, and waits for the first attempt at each of its bodies.
     *
     * @return the status of the first body; null if there was none or no answer
     */
    @Nullable Integer send(HealthSubscriber to, List<? extends JsonNode> batch) {
        List<JsonNode> ordered = new ArrayList<>(batch);
        if (knobs.webhooks().reordered() && !ordered.isEmpty()) {
            ordered.addFirst(ordered.removeLast());
        }
        List<String> bodies = bodies(ordered);
        Integer first = null;
        for (int index = 0; index < bodies.size(); index++) {
            Integer status = send(to, bodies.get(index), SignatureKind.RIGHT);
            first = index == 0 ? status : first;
            if (knobs.webhooks().duplicates()) {
                send(to, bodies.get(index), SignatureKind.RIGHT);
            }
        }
        return first;
    }

    /** Any body with any signature; later attempts follow in the background. */
    @Nullable Integer send(HealthSubscriber to, String body, SignatureKind signature) {
        Push push = new Push(to, body, signature, clock.instant(), era.get());
        Integer status = attempt(push, 1);
        if (isAccepted(status)) {
            later(this::deliverKept);
        } else {
            later(() -> tryAgain(push));
        }
        return status;
    }

    /** Whether the endpoint knows its secret, and lets nobody in without it (section 3.2). */
    boolean verifies(URI endpoint, String secret) {
        Integer known = status(probe(endpoint).header("Authorization", secret).build());
        if (known == null || (known != 200 && known != 201)) {
            return false;
        }
        Delay.of(Duration.ofMillis(knobs.webhooks().probeDelayMilliseconds()));
        Integer unknown = status(probe(endpoint).build());
        return unknown != null && (unknown == 401 || unknown == 403);
    }

    /** Attempts without an answer yet, and notifications that wait for their next attempt. */
    int inFlight() {
        return inFlight.get();
    }

    List<SentNotification> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    /** Forgets what was sent and what is still to come. */
    void reset() {
        era.incrementAndGet();
        synchronized (sent) {
            sent.clear();
        }
        synchronized (kept) {
            kept.clear();
        }
    }

    @Override
    public void close() {
        era.incrementAndGet();
        background.shutdownNow();
        HttpClient open = client;
        if (open != null) {
            open.shutdownNow();
        }
    }

    private List<String> bodies(List<JsonNode> batch) {
        List<String> bodies = new ArrayList<>();
        if (!knobs.webhooks().arrays()) {
            batch.forEach(one -> bodies.add(text(one)));
            return bodies;
        }
        int most = Math.max(1, knobs.webhooks().mostPerPush());
        for (int from = 0; from < batch.size(); from += most) {
            ArrayNode array = Json.array();
            batch.subList(from, Math.min(batch.size(), from + most)).forEach(array::add);
            bodies.add(text(array));
        }
        return bodies;
    }

    private static String text(JsonNode document) {
        return new String(Json.bytes(document), UTF_8);
    }

    private void later(Runnable task) {
        inFlight.incrementAndGet();
        background.execute(() -> {
            try {
                task.run();
            } finally {
                inFlight.decrementAndGet();
            }
        });
    }

    private void tryAgain(Push push) {
        int attempt = 2;
        for (Duration delay : retryDelays) {
            if (!Delay.of(delay) || era.get() != push.era()) {
                return;
            }
            if (isAccepted(attempt(push, attempt))) {
                deliverKept();
                return;
            }
            attempt++;
        }
        synchronized (kept) {
            kept.addLast(push);
        }
    }

    /** The burst: everything kept that is not too old, each once, as long as it is accepted. */
    private void deliverKept() {
        while (true) {
            Push next;
            synchronized (kept) {
                next = kept.pollFirst();
            }
            if (next == null || era.get() != next.era()) {
                return;
            }
            Instant forgotten = next.bornAt().plus(Duration.ofDays(knobs.webhooks().keptDays()));
            if (clock.instant().isAfter(forgotten)) {
                continue;
            }
            if (!isAccepted(attempt(next, retryDelays.size() + 2))) {
                synchronized (kept) {
                    kept.addFirst(next);
                }
                return;
            }
        }
    }

    private boolean isAccepted(@Nullable Integer status) {
        return status != null
                && (status == NO_CONTENT
                        || (knobs.webhooks().anySuccessAccepted() && status / 100 == 2));
    }

    private @Nullable Integer attempt(Push push, int attempt) {
        HttpRequest.Builder request =
                post(push.to().endpoint(), push.bytes()).header("User-Agent", AGENT);
        if (!knobs.webhooks().withoutAuthorization()) {
            request.header("Authorization", push.to().secret());
        }
        String header = knobs.webhooks().signatureHeader();
        switch (push.signature()) {
            case RIGHT -> request.header(header, keys.signature(push.bytes()));
            case WRONG -> request.header(header, wrong(push.bytes()));
            case MISSING -> {}
        }
        long begun = System.nanoTime();
        inFlight.incrementAndGet();
        Integer status = status(request.build());
        inFlight.decrementAndGet();
        synchronized (sent) {
            sent.add(
                    new SentNotification(
                            push.body(),
                            push.signature(),
                            attempt,
                            clock.instant(),
                            status,
                            Duration.ofNanos(System.nanoTime() - begun).toMillis()));
        }
        return status;
    }

    /** Well made, but over other bytes. */
    private String wrong(byte[] body) {
        byte[] other = Base64.getEncoder().encode(body);
        return keys.signature(other);
    }

    private HttpRequest.Builder probe(URI endpoint) {
        HttpRequest.Builder request =
                post(endpoint, PROBE).header("User-Agent", knobs.webhooks().probeUserAgent());
        return knobs.webhooks().signedProbes()
                ? request.header(knobs.webhooks().signatureHeader(), keys.signature(PROBE))
                : request;
    }

    private HttpRequest.Builder post(URI endpoint, byte[] body) {
        return HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofMillis(knobs.webhooks().answerWithinMilliseconds()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
    }

    private @Nullable Integer status(HttpRequest request) {
        try {
            return client().send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Made on first use: it costs a tenth of a second that the start need not pay. */
    private synchronized HttpClient client() {
        HttpClient open = client;
        if (open == null) {
            open = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            client = open;
        }
        return open;
    }
}
