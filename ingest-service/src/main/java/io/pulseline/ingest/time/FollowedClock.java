package io.pulseline.ingest.time;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * A clock that shows another process's time, asked at short intervals. Between two answers it runs
 * on for at most one interval, so a slow source makes it stand still; a source that says it stands
 * ({@code "standing": true}) is shown to the millisecond. Each question tells what is shown, so
 * that the source knows when everybody has seen a new time. Until the first answer it shows the
 * system's time.
 */
final class FollowedClock extends Clock {
    private static final Logger LOG = Logger.getLogger(FollowedClock.class);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);

    /** A source that understands it answers as soon as it has another time to show. */
    private static final String WAIT = "&wait=200";

    private final URI address;
    private final Duration poll;
    private final InstantSource system;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private volatile Reading last;

    private record Reading(Instant shown, boolean standing, Instant at) {}

    /**
     * @param poll real time from one question to the next
     */
    FollowedClock(URI address, Duration poll, InstantSource system) {
        this.address = address;
        this.poll = poll;
        this.system = system;
        this.last = new Reading(system.instant(), false, system.instant());
    }

    /** Asks once; a source that does not answer leaves the clock as it is. */
    void ask() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(question()).timeout(ANSWER_WITHIN).build();
            byte[] body = http.send(request, BodyHandlers.ofByteArray()).body();
            JsonNode answer = json.readTree(body);
            last =
                    new Reading(
                            Instant.parse(answer.path("now").asText()),
                            answer.path("standing").asBoolean(),
                            system.instant());
        } catch (IOException | RuntimeException e) {
            LOG.debugf("followed clock did not answer: address=%s", address);
        }
    }

    private URI question() {
        String separator = address.getRawQuery() == null ? "?" : "&";
        return URI.create(address + separator + "shown=" + last.shown() + WAIT);
    }

    void followUntilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ask();
                Thread.sleep(poll);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Instant instant() {
        Reading reading = last;
        if (reading.standing()) {
            return reading.shown();
        }
        Duration since = Duration.between(reading.at(), system.instant());
        return reading.shown().plus(since.compareTo(poll) < 0 ? since : poll);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a followed clock shows UTC only, not " + zone);
    }
}
