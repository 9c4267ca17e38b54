package io.pulseline.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes webhooks at any path and remembers them. Until it is opened it keeps its callers waiting,
 * so that what they would send piles up.
 */
final class CountingReceiver implements AutoCloseable {
    /** Of a place that does some work before it answers. */
    private static final Duration WORK = Duration.ofMillis(5);

    /** A caller gives up after 20 s, in which it may wait for others to free their connections. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    /** A call that was answered with 204. */
    record Call(String path, String webhookId, String body) {}

    private final HttpServer server;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    CountingReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the receiver", e);
        }
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** Answers from now on. */
    void opens() {
        opened.countDown();
    }

    /** How many calls it has answered. */
    int count() {
        return count.get();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
            var _ = opened.await(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            LockSupport.parkNanos(WORK.toNanos());
            calls.add(new Call(exchange.getRequestURI().getPath(), id, body));
            count.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
