package io.pulseline.pipeline.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;

/** Sets the {@link SimulatedClock} of the service under test, when nothing is under way there. */
public final class ClockHand implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address =
            ConfigProvider.getConfig().getValue(SimulatedClock.ADDRESS, URI.class);

    private Duration ahead = Duration.ZERO;

    Instant now() {
        return Instant.now().plus(ahead);
    }

    /** Also back. */
    public void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
        assertThat(
                        answer(
                                HttpRequest.newBuilder(address)
                                        .PUT(HttpRequest.BodyPublishers.ofString(now.toString()))))
                .isAfterOrEqualTo(now);
    }

    /** Does nothing if it is later already. */
    void reach(Instant later) {
        if (now().isBefore(later)) {
            set(later);
        }
    }

    void goOn(Duration time) {
        set(now().plus(time));
    }

    private Instant answer(HttpRequest.Builder request) {
        try {
            byte[] body =
                    http.send(request.timeout(LIMIT).build(), BodyHandlers.ofByteArray()).body();
            return Instant.parse(JSON.readTree(body).path("now").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while asking the clock", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
