package io.pulseline.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A remote target: listens on loopback, answers 200 or what {@link #answerNext} says, and keeps
 * what it got. It does not check how old a timestamp is.
 */
public final class WebhookReceiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<CountDownLatch> holds = new ConcurrentLinkedQueue<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    public WebhookReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private record Answer(int status, @Nullable Duration retryAfter) {}

    /** One request. */
    public record Received(Map<String, List<String>> headers, String body) {
        String id() {
            return header("Webhook-id");
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException | EmptyWebhookSecretException _) {
                return false;
            }
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Answers the next requests with these statuses. */
    public void answerNext(Integer... statuses) {
        for (int status : statuses) {
            answers.add(new Answer(status, null));
        }
    }

    /** Answers the next request with 503, and asks for that much patience. */
    void postponeNext(Duration retryAfter) {
        answers.add(new Answer(503, retryAfter));
    }

    /** The next request is kept at once, but answered only when the latch is down. */
    public CountDownLatch holdNext() {
        CountDownLatch latch = new CountDownLatch(1);
        holds.add(latch);
        return latch;
    }

    public List<Received> received() {
        return received;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = answers.poll();
            received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
            CountDownLatch hold = holds.poll();
            if (hold != null) {
                awaitDown(hold);
            }
            if (answer != null && answer.retryAfter() != null) {
                exchange.getResponseHeaders()
                        .set("Retry-After", Long.toString(answer.retryAfter().toSeconds()));
            }
            exchange.sendResponseHeaders(answer == null ? 200 : answer.status(), -1);
        }
    }

    private static void awaitDown(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("a held request was never let go");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
