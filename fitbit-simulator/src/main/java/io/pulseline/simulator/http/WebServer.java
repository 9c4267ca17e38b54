package io.pulseline.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** The JDK's HTTP server with a virtual thread per call. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(WebServer.class.getName());

    static {
        // Without it every small answer waits for the client's delayed acknowledgement (40 ms).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Longer than any client of ours keeps an idle connection: the client closes, never we.
        System.setProperty("sun.net.httpserver.idleInterval", "300");
    }

    /**
     * Bytes written at once. The JDK's server keeps a buffer of twice the longest write with every
     * connection that stays open: a day of heartbeats written at once would be megabytes of each.
     */
    private static final int PIECE = 32 * 1024;

    private final HttpServer server;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    private WebServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Takes the port; answers from {@link #serve} on.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException naming address and port if it is taken
     */
    public static WebServer bind(String host, int port) {
        try {
            return new WebServer(HttpServer.create(new InetSocketAddress(host, port), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the simulator cannot listen on %s:%d (%s); is the port taken?"
                            .formatted(host, port, e.getMessage()),
                    e);
        }
    }

    /**
     * Begins to answer.
     *
     * @param bodyLimit the largest body in bytes accepted on a path; a larger one gets 413
     */
    public void serve(ToIntFunction<String> bodyLimit, Handler handler) {
        server.setExecutor(calls);
        server.createContext("/", exchange -> serve(exchange, bodyLimit, handler));
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        calls.shutdownNow();
        server.stop(0);
    }

    private static void serve(
            HttpExchange exchange, ToIntFunction<String> bodyLimit, Handler handler)
            throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            int limit = bodyLimit.applyAsInt(path);
            byte[] body = exchange.getRequestBody().readNBytes(limit + 1);
            Answer answer =
                    body.length > limit
                            ? Answer.empty(413).with("Connection", "close")
                            : answered(exchange, path, body, handler);
            if (!answer.isSilence()) {
                send(exchange, answer);
            }
        }
    }

    private static Answer answered(
            HttpExchange exchange, String path, byte[] body, Handler handler) {
        try {
            String query = exchange.getRequestURI().getRawQuery();
            return handler.answer(
                    new Request(exchange.getRequestMethod(), path, query, headers(exchange), body));
        } catch (Refused refused) {
            return refused.answer();
        } catch (IllegalArgumentException e) {
            return Answer.json(400, Map.of("error", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the simulator failed: path=" + path, e);
            return Answer.json(500, Map.of("error", "the simulator failed, see its log"));
        }
    }

    private static Map<String, List<String>> headers(HttpExchange exchange) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        Answer.Stream stream = answer.stream();
        if (stream != null) {
            exchange.sendResponseHeaders(answer.status(), 0);
            stream.writeTo(exchange.getResponseBody());
            return;
        }
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.status(), answer.length() == 0 ? -1 : answer.length());
        OutputStream out = exchange.getResponseBody();
        for (int from = 0; from < body.length; from += PIECE) {
            out.write(body, from, Math.min(PIECE, body.length - from));
        }
        if (answer.length() > body.length) {
            // The end of the connection would take what lies in the buffer with it.
            out.flush();
        }
    }
}
