package io.pulseline.pipeline.target.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Answers as it was told to, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final Deque<Told> next = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What came. */
    record Asked(String call, String authorization, String body) {}

    private record Told(int status, Map<String, String> headers, String body) {}

    /** Instead of a status: no answer before the end of the test. */
    private static final int NEVER = 0;

    ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized ScriptedServer answers(int status, String body) {
        next.add(new Told(status, Map.of(), body));
        return this;
    }

    synchronized ScriptedServer answers(int status, Map<String, String> headers, String body) {
        next.add(new Told(status, headers, body));
        return this;
    }

    ScriptedServer neverAnswers() {
        return answers(NEVER, "");
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Told told = told(exchange);
        if (told.status() == NEVER) {
            try {
                closed.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
            return;
        }
        told.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = told.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(told.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Told told(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(
                new Asked(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        authorization == null ? "" : authorization,
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Told told = next.poll();
        return told == null ? new Told(404, Map.of(), "") : told;
    }
}
