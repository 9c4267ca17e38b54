package io.pulseline.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.pulseline.localstack.client.Pulseline;
import io.pulseline.localstack.client.Simulator;
import io.pulseline.localstack.client.Sleeper;
import io.pulseline.localstack.client.StepFailedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time moves on until a night has been read, whenever its kinds come to be read. */
class KindsReadTest {
    private static final LocalDate NIGHT = LocalDate.parse("2026-12-03");
    private static final Instant FIRST_SYNC = Instant.parse("2026-12-04T05:32:00Z");
    private static final Sleeper SLEEPER =
            new Sleeper("26FWFL", ZoneId.of("Pacific/Honolulu"), NIGHT.minusDays(1), FIRST_SYNC);
    private static final Instant TOMORROW = FIRST_SYNC.plus(Duration.ofHours(20));
    private static final Duration LIMIT = Duration.ofMillis(200);

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Map<String, Object>> kinds = new LinkedHashMap<>();
    private HttpServer server;
    private Simulator simulator;
    private Pulseline pulseline;
    private KindsRead read;
    private Instant now = FIRST_SYNC;
    private Consumer<Instant> onMove = _ -> {};

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/simulator/clock", this::clock);
        server.createContext(
                "/api/connections/c",
                exchange -> answer(exchange, Map.of("kinds", kinds.values())));
        server.start();
        URI base = URI.create("http://localhost:" + server.getAddress().getPort());
        simulator = new Simulator(base);
        pulseline = new Pulseline(base, "demo", "secret");
        read = new KindsRead(pulseline, "c");
        KindsRead.IN_SLEEP.forEach(kind -> isDue(kind, FIRST_SYNC.plus(Duration.ofMinutes(15))));
    }

    @AfterEach
    void close() {
        simulator.close();
        pulseline.close();
        server.stop(0);
    }

    private void clock(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            now = Instant.parse(json.readTree(exchange.getRequestBody()).path("to").asText());
            onMove.accept(now);
        }
        answer(exchange, Map.of("now", now.toString()));
    }

    private void answer(HttpExchange exchange, Map<String, ?> body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void isDue(String kind, Instant due) {
        kinds.put(kind, row(kind, NIGHT.minusDays(1), due));
    }

    private void isRead(String kind) {
        kinds.put(kind, row(kind, NIGHT, TOMORROW));
    }

    private static Map<String, Object> row(String kind, LocalDate watermark, Instant due) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", kind);
        row.put("watermark", watermark.toString());
        row.put("lastSuccess", FIRST_SYNC.toString());
        row.put("nextDue", due.toString());
        return row;
    }

    @Test
    void whatIsReadBeforeItsTimeBecauseTheProviderToldOfItHasBeenRead() throws Exception {
        // Given: nothing was read at or after the time at which it was due
        onMove = _ -> KindsRead.IN_SLEEP.forEach(this::isRead);

        // When
        String tries = read.moveUntilRead(simulator, SLEEPER, LIMIT);

        // Then
        assertThat(tries)
                .isEqualTo(
                        "after 15 min heart-rate-variability, oxygen-saturation, respiratory-rate");
    }

    @Test
    void anEmptyAnswerIsFollowedByTheNextTry() throws Exception {
        // Given
        Instant second = FIRST_SYNC.plus(Duration.ofMinutes(45));
        onMove =
                moment ->
                        KindsRead.IN_SLEEP.forEach(kind -> {
                            if (moment.isBefore(second)) {
                                isDue(kind, second);
                            } else {
                                isRead(kind);
                            }
                        });

        // When
        String tries = read.moveUntilRead(simulator, SLEEPER, LIMIT);

        // Then
        assertThat(tries).startsWith("after 15 min an empty answer; after 45 min heart-rate-");
    }

    @Test
    void whatASpentQuotaPutsOffIsNamedAndReadThen() throws Exception {
        // Given
        String late = KindsRead.IN_SLEEP.getLast();
        Instant again = FIRST_SYNC.plus(Duration.ofMinutes(16));
        onMove =
                moment -> {
                    KindsRead.IN_SLEEP.forEach(this::isRead);
                    if (moment.isBefore(again)) {
                        Map<String, Object> row = row(late, NIGHT.minusDays(1), again);
                        row.put("postponedReason", "Google quota spent");
                        kinds.put(late, row);
                    }
                };

        // When
        String tries = read.moveUntilRead(simulator, SLEEPER, LIMIT);

        // Then
        assertThat(List.of(tries.split("; ", -1)))
                .containsExactly(
                        "after 15 min heart-rate-variability, oxygen-saturation,"
                                + " respiratory-rate postponed: Google quota spent",
                        "after 16 min respiratory-rate");
    }

    @Test
    void whatNobodyLooksAtFailsAndIsNamed() {
        // Given: time moves, and nothing is read
        // When, then
        assertThatThrownBy(() -> read.moveUntilRead(simulator, SLEEPER, LIMIT))
                .isInstanceOf(StepFailedException.class)
                .hasMessageContaining("a look for heart-rate-variability at 2026-12-04T05:47:00Z");
    }

    @Test
    void whatRestsFailsAndIsNamed() {
        // Given
        String resting = KindsRead.IN_SLEEP.getLast();
        Map<String, Object> row = row(resting, NIGHT.minusDays(1), FIRST_SYNC);
        row.remove("nextDue");
        kinds.put(resting, row);

        // When, then
        assertThatThrownBy(() -> read.moveUntilRead(simulator, SLEEPER, LIMIT))
                .isInstanceOf(StepFailedException.class)
                .hasMessage("respiratory-rate is not looked at any more");
    }
}
