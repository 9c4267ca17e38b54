package io.pulseline.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A place of the user's own that takes signed webhooks, or does not. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger signed = new AtomicInteger();
    private volatile int status = 204;

    Receiver() {
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

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/workouts";
    }

    /** What it answers from now on, an HTTP status. */
    void answers(int next) {
        status = next;
    }

    /** How many calls had a signature. */
    int signed() {
        return signed.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestHeaders().containsKey("webhook-signature")) {
                signed.incrementAndGet();
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
