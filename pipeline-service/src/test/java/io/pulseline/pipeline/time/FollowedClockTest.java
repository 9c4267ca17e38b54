package io.pulseline.pipeline.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FollowedClockTest {
    @Test
    void itFollowsTheOtherClockThroughJumps() throws IOException {
        AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ofDays(2));
        AtomicReference<String> question = new AtomicReference<>("");
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    question.set(exchange.getRequestURI().getQuery());
                    String body = "{\"now\":\"" + Instant.now().plus(ahead.get()) + "\"}";
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        URI address =
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/?follower=us");

        try (FollowedClock clock = FollowedClock.of(address, Duration.ofMillis(5))) {
            assertThat(clock.instant())
                    .isCloseTo(
                            Instant.now().plus(Duration.ofDays(2)), within(5, ChronoUnit.SECONDS));

            ahead.set(Duration.ofDays(3));

            await().atMost(Duration.ofSeconds(5))
                    .until(() ->
                            clock.instant()
                                    .isAfter(
                                            Instant.now()
                                                    .plus(Duration.ofDays(2))
                                                    .plusSeconds(60)));
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() ->
                            assertThat(Instant.parse(shownIn(question.get())))
                                    .isCloseTo(
                                            Instant.now().plus(Duration.ofDays(3)),
                                            within(5, ChronoUnit.SECONDS)));
        } finally {
            server.stop(0);
        }
    }

    private static String shownIn(String query) {
        assertThat(query).startsWith("follower=us&shown=");
        return query.substring("follower=us&shown=".length());
    }

    @Test
    void whileTheOtherIsAwayItRunsOn() {
        try (FollowedClock clock =
                FollowedClock.of(URI.create("http://127.0.0.1:1/"), Duration.ofHours(1))) {
            assertThat(clock.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
        }
    }
}
