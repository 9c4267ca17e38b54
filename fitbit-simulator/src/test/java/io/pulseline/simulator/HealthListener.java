package io.pulseline.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.WebServer;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The other end of Google's notifications: asks for the secret, keeps what came, answers as told.
 */
final class HealthListener implements AutoCloseable {
    static final String SECRET = "Bearer R4nd0m5tr1ng123";

    private static final String PROBE = "{\"type\": \"verification\"}";

    private final WebServer web = WebServer.bind("127.0.0.1", 0);
    private final List<Request> received = new ArrayList<>();
    private final List<Request> probes = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private int probeAnswer = 201;
    private boolean letsEverybodyIn;

    HealthListener() {
        web.serve(_ -> 1 << 20, this::answer);
    }

    URI url() {
        return URI.create("http://localhost:" + web.port() + "/webhooks/google-health");
    }

    synchronized void willAnswer(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    synchronized void answersProbesWith(int status) {
        probeAnswer = status;
    }

    synchronized void letsEverybodyIn() {
        letsEverybodyIn = true;
    }

    /** Notifications with the secret, whatever they were answered. */
    synchronized List<Request> received() {
        return List.copyOf(received);
    }

    synchronized List<Request> probes() {
        return List.copyOf(probes);
    }

    /** The inside of every notification that came, whether in an array or alone. */
    List<JsonNode> data() {
        List<JsonNode> data = new ArrayList<>();
        for (Request request : received()) {
            JsonNode document = Json.read(request.body(), JsonNode.class);
            if (document.isArray()) {
                document.forEach(one -> data.add(one.path("data")));
            } else {
                data.add(document.path("data"));
            }
        }
        return data;
    }

    @Override
    public void close() {
        web.close();
    }

    private synchronized Answer answer(Request request) {
        boolean isProbe = new String(request.body(), UTF_8).equals(PROBE);
        if (isProbe) {
            probes.add(request);
        }
        if (!letsEverybodyIn && !request.header("Authorization").orElse("").equals(SECRET)) {
            return Answer.empty(401);
        }
        if (isProbe) {
            return Answer.empty(probeAnswer);
        }
        received.add(request);
        Integer next = answers.poll();
        return Answer.empty(next == null ? 204 : next);
    }
}
