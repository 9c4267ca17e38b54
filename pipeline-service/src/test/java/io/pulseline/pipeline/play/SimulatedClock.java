package io.pulseline.pipeline.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The clock that the service under test follows. It runs at the machine's pace and is set by a PUT
 * of an instant, which is answered when the service has taken the new time over.
 */
public final class SimulatedClock implements QuarkusTestResourceLifecycleManager {
    /** Setting: where the clock is. */
    static final String ADDRESS = "pulseline.clock.follow";

    private static final long PATIENCE_SECONDS = 20;

    private final List<CountDownLatch> setters = new CopyOnWriteArrayList<>();
    private volatile Duration ahead =
            Duration.between(Instant.now(), Plan.PIPELINE_MADE_AT.minus(Duration.ofHours(1)));
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        HttpServer started;
        try {
            started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        started.createContext("/", this::take);
        started.start();
        server = started;
        return Map.of(
                ADDRESS,
                "http://127.0.0.1:" + started.getAddress().getPort() + "/",
                "pulseline.clock.poll",
                "10ms");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("PUT")) {
                set(Instant.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            } else {
                setters.forEach(CountDownLatch::countDown);
            }
            byte[] answer =
                    "{\"now\": \"%s\"}".formatted(Instant.now().plus(ahead)).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Who asks for the second time has taken the first answer over. */
    private void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
        CountDownLatch askedTwice = new CountDownLatch(2);
        setters.add(askedTwice);
        try {
            if (!askedTwice.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the service does not follow the clock");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            setters.remove(askedTwice);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
