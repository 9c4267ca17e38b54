package io.pulseline.ingest.time;

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
 * A clock that shows another process's time, asked every {@link #POLL}. Between two answers it runs
 * on for at most that long and it never goes back, so a stopped or slow source makes it stand
 * still. Until the first answer it shows the system's time.
 */
final class FollowedClock extends Clock {
    private static final Logger LOG = Logger.getLogger(FollowedClock.class);

    /** Small against the seconds that a demo waits, large against a local HTTP call. */
    static final Duration POLL = Duration.ofMillis(100);

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);

    private final URI address;
    private final InstantSource system;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private volatile Reading last;

    private record Reading(Instant shown, Instant at) {}

    FollowedClock(URI address, InstantSource system) {
        this.address = address;
        this.system = system;
        this.last = new Reading(system.instant(), system.instant());
    }

    /** Asks once; a source that does not answer leaves the clock as it is. */
    void ask() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN).build();
            byte[] body = http.send(request, BodyHandlers.ofByteArray()).body();
            last =
                    new Reading(
                            Instant.parse(json.readTree(body).path("now").asText()),
                            system.instant());
        } catch (IOException | RuntimeException e) {
            LOG.debugf("followed clock did not answer: address=%s", address);
        }
    }

    void followUntilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ask();
                Thread.sleep(POLL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Instant instant() {
        Reading reading = last;
        Duration since = Duration.between(reading.at(), system.instant());
        return reading.shown().plus(since.compareTo(POLL) < 0 ? since : POLL);
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
