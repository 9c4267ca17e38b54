package io.pulseline.ingest.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowedClockTest {
    private static final Instant SYSTEM = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<String> answer = new AtomicReference<>("");
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicReference<Instant> system = new AtomicReference<>(SYSTEM);
    private final HttpServer server = serving();

    private static HttpServer serving() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext(
                "/",
                exchange -> {
                    asked.set(String.valueOf(exchange.getRequestURI().getQuery()));
                    byte[] body = answer.get().getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private FollowedClock clock() {
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        return new FollowedClock(address, Duration.ofMillis(100), system::get);
    }

    @Test
    void itShowsTheOthersTime() throws InterruptedException {
        FollowedClock clock = clock();
        answer.set("{\"now\":\"2026-11-21T10:00:00.123Z\"}");

        clock.ask();

        assertThat(clock.instant()).isEqualTo("2026-11-21T10:00:00.123Z");
    }

    @Test
    void betweenAnswersItRunsOnForOnePollAtMost() throws InterruptedException {
        FollowedClock clock = clock();
        answer.set("{\"now\":\"2026-11-21T10:00:00Z\"}");
        clock.ask();

        system.set(SYSTEM.plusSeconds(30));

        assertThat(clock.instant()).isEqualTo("2026-11-21T10:00:00.100Z");
    }

    @Test
    void aStandingClockIsShownAsItStands() throws InterruptedException {
        FollowedClock clock = clock();
        answer.set("{\"now\":\"2026-11-21T10:00:00Z\",\"standing\":true}");
        clock.ask();

        system.set(SYSTEM.plusMillis(50));

        assertThat(clock.instant()).isEqualTo("2026-11-21T10:00:00Z");
    }

    @Test
    void itTellsWhatItShowsWithTheNextQuestion() throws InterruptedException {
        FollowedClock clock = clock();
        answer.set("{\"now\":\"2026-11-21T10:00:00Z\",\"standing\":true}");
        clock.ask();

        clock.ask();

        assertThat(asked.get()).isEqualTo("shown=2026-11-21T10:00:00Z&wait=200");
    }

    @Test
    void anAnswerThatIsNoneChangesNothing() throws InterruptedException {
        FollowedClock clock = clock();
        answer.set("{\"now\":\"soon\"}");

        clock.ask();

        assertThat(clock.instant()).isEqualTo(SYSTEM);
    }
}
