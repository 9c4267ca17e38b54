package io.pulseline.pipeline.time;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * A clock that keeps the distance to a simulated one: between two polls it runs at the machine's
 * pace. While the simulated clock does not answer, the last distance holds. Each question tells
 * what is shown so far ({@code shown=<instant>}), so that whoever moves time on knows when it has
 * been noticed here.
 */
final class FollowedClock extends Clock implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FollowedClock.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtomicReference<Duration> ahead;
    private final ZoneId zone;
    private final Runnable stop;

    private FollowedClock(AtomicReference<Duration> ahead, ZoneId zone, Runnable stop) {
        this.ahead = ahead;
        this.zone = zone;
        this.stop = stop;
    }

    /** Follows the clock that answers {@code {"now": "<ISO instant>"}} at this address. */
    static FollowedClock of(URI address, Duration poll) {
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        ask(http, address, ahead);
        Thread follower =
                Thread.ofVirtual()
                        .name("clock")
                        .start(() -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                try {
                                    Thread.sleep(poll);
                                } catch (InterruptedException e) {
                                    return;
                                }
                                ask(http, address, ahead);
                            }
                        });
        return new FollowedClock(ahead, ZoneOffset.UTC, follower::interrupt);
    }

    private static void ask(HttpClient http, URI address, AtomicReference<Duration> ahead) {
        URI telling = telling(address, Instant.now().plus(ahead.get()));
        HttpRequest question = HttpRequest.newBuilder(telling).timeout(PATIENCE).build();
        try {
            byte[] answer = http.send(question, BodyHandlers.ofByteArray()).body();
            Instant now = Instant.parse(JSON.readTree(answer).path("now").asText());
            ahead.set(Duration.between(Instant.now(), now));
        } catch (IOException | RuntimeException e) {
            LOG.debugf("simulated clock did not answer: %s", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static URI telling(URI address, Instant shown) {
        String separator = address.getRawQuery() == null ? "?" : "&";
        return URI.create(address + separator + "shown=" + shown);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FollowedClock(ahead, other, stop);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    @Override
    public void close() {
        stop.run();
    }
}
