package io.pulseline.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that the service under test follows: the machine's, until a test puts it forward. Who
 * stores things under it uses users of their own, because its times are those of no other test.
 */
public final class TestClock implements QuarkusTestResourceLifecycleManager {
    /** The setting that has its address. */
    static final String ADDRESS = "pulseline.clock.follow";

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final HttpServer server;

    public TestClock() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
    }

    /** Puts the clock at that address forward; the service sees it a moment later. */
    static void set(URI address, Instant now) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(address)
                            .PUT(BodyPublishers.ofString(now.toString()))
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("PUT")) {
                String now =
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                ahead.set(Duration.between(Instant.now(), Instant.parse(now)));
            }
            byte[] body =
                    ("{\"now\":\"" + Instant.now().plus(ahead.get()) + "\"}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of(
                ADDRESS,
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                "pulseline.clock.poll",
                "5ms");
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
