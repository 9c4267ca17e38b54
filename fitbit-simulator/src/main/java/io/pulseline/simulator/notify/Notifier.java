package io.pulseline.simulator.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Parameters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sends notifications to the application's endpoint, signs them, and tries again as Fitbit does.
 */
public final class Notifier implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Subscriber registered;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger era = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final List<SentNotification> sent = new ArrayList<>();
    private volatile Subscriber subscriber;
    private @Nullable HttpClient client;

    public Notifier(Subscriber subscriber, InstantSource clock) {
        this.registered = subscriber;
        this.subscriber = subscriber;
        this.clock = clock;
    }

    public Subscriber subscriber() {
        return subscriber;
    }

    /** Registers another address for the endpoint. */
    public void moveTo(URI url) {
        subscriber = subscriber.at(url);
    }

    /** One batch, properly signed; see {@link #send(byte[], SignatureKind)}. */
    public @Nullable Integer send(List<Notification> batch) {
        return batch.isEmpty() ? null : send(Json.bytes(batch), SignatureKind.RIGHT);
    }

    /**
     * Posts a body and waits for the answer. Without an answer, or after a 5xx, later attempts
     * follow in the background.
     *
     * @return the status; null if no endpoint is registered or it did not answer
     */
    public @Nullable Integer send(byte[] body, SignatureKind signature) {
        URI url = subscriber.url();
        if (url == null) {
            return null;
        }
        Integer status = attempt(url, body, signature, 1);
        if (status == null || status >= 500) {
            int begunIn = era.get();
            inFlight.incrementAndGet();
            background.execute(() -> {
                try {
                    tryAgain(url, body, signature, begunIn);
                } finally {
                    inFlight.decrementAndGet();
                }
            });
        }
        return status;
    }

    /** As {@link #send(List)}, without waiting. */
    public void sendLater(List<Notification> batch) {
        background.execute(() -> send(batch));
    }

    /** Asks the endpoint the two questions with the right and a wrong code. */
    public Verification verify() {
        Subscriber asked = subscriber;
        URI url = asked.url();
        if (url == null) {
            return new Verification(null, null);
        }
        return new Verification(
                question(url, asked.verificationCode()),
                question(url, "not-" + asked.verificationCode()));
    }

    /** Attempts without an answer yet, and notifications that wait for another attempt. */
    public int inFlight() {
        return inFlight.get();
    }

    public List<SentNotification> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    /** Forgets what was sent, attempts still to come, and a changed address. */
    public void reset() {
        era.incrementAndGet();
        subscriber = registered;
        synchronized (sent) {
            sent.clear();
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

    private void tryAgain(URI url, byte[] body, SignatureKind signature, int begunIn) {
        int attempt = 2;
        for (Duration delay : subscriber.retryDelays()) {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (era.get() != begunIn) {
                return;
            }
            Integer status = attempt(url, body, signature, attempt);
            if (status != null && status < 500) {
                return;
            }
            attempt++;
        }
    }

    private @Nullable Integer attempt(URI url, byte[] body, SignatureKind signature, int attempt) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header("User-Agent", "Fitbit Subscriber")
                        .POST(BodyPublishers.ofByteArray(body));
        switch (signature) {
            case RIGHT ->
                    request.header(
                            "X-Fitbit-Signature",
                            FitbitSignature.of(body, subscriber.clientSecret()));
            case WRONG ->
                    request.header(
                            "X-Fitbit-Signature", Base64.getEncoder().encodeToString(new byte[20]));
            case MISSING -> {}
        }
        long begun = System.nanoTime();
        inFlight.incrementAndGet();
        Integer status = status(request.build());
        inFlight.decrementAndGet();
        synchronized (sent) {
            sent.add(
                    new SentNotification(
                            new String(body, UTF_8),
                            signature,
                            attempt,
                            clock.instant(),
                            status,
                            Duration.ofNanos(System.nanoTime() - begun).toMillis()));
        }
        return status;
    }

    private @Nullable Integer question(URI url, String code) {
        URI address = URI.create(url + "?verify=" + Parameters.encoded(code));
        return status(HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN).GET().build());
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
            open =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .connectTimeout(ANSWER_WITHIN)
                            .build();
            client = open;
        }
        return open;
    }
}
