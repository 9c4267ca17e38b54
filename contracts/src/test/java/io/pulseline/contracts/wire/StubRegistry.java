package io.pulseline.contracts.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;

/**
 * Answers the one question a reader asks the registry: which schema has this id. It knows one
 * schema, under the id 1. It is no registry: it registers, lists and compares nothing.
 */
final class StubRegistry implements AutoCloseable {
    private final HttpServer server;
    private final String schema;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int failingWith;

    StubRegistry(Schema schema) {
        this.schema = schema.toString();
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the stub", e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on every request gets this status; 0 is back to normal. */
    void failWith(int status) {
        failingWith = status;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            if (failingWith != 0) {
                send(exchange, failingWith, "application/json", "{\"status\":" + failingWith + "}");
            } else if (path.endsWith("/references")) {
                send(exchange, 200, "application/json", "[]");
            } else if (path.endsWith("Ids/1")) {
                exchange.getResponseHeaders().add("X-Registry-ArtifactType", "AVRO");
                send(exchange, 200, "application/json", schema);
            } else {
                send(exchange, 404, "application/json", "{\"status\":404}");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
