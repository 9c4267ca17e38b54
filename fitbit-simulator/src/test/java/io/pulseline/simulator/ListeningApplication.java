package io.pulseline.simulator;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.WebServer;
import io.pulseline.simulator.notify.FitbitSignature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The other end of a notification: checks the signature, keeps the bodies, answers as told. */
final class ListeningApplication implements AutoCloseable {
    private final WebServer web = WebServer.bind("127.0.0.1", 0);
    private final String secret;
    private final String code;
    private final List<String> bodies = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();

    ListeningApplication(String secret, String code) {
        this.secret = secret;
        this.code = code;
        web.serve(_ -> 1 << 20, this::answer);
    }

    URI url() {
        return URI.create("http://localhost:" + web.port() + "/webhooks/fitbit");
    }

    synchronized void willAnswer(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    /** Bodies with the right signature, whatever they were answered. */
    synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        web.close();
    }

    private synchronized Answer answer(Request request) {
        if (request.method().equals("GET")) {
            return Answer.empty(
                    request.query().first("verify").orElse("").equals(code) ? 204 : 404);
        }
        String expected = FitbitSignature.of(request.body(), secret);
        if (!request.header("X-Fitbit-Signature").orElse("").equals(expected)) {
            return Answer.empty(404);
        }
        bodies.add(new String(request.body(), StandardCharsets.UTF_8));
        Integer next = answers.poll();
        return Answer.empty(next == null ? 204 : next);
    }
}
