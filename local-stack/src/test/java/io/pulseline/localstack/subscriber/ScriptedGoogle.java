package io.pulseline.localstack.subscriber;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.WebServer;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives prepared answers, one after the other: what the simulator does not do. */
final class ScriptedGoogle implements AutoCloseable {
    private final WebServer web = WebServer.bind("127.0.0.1", 0);
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();

    ScriptedGoogle() {
        web.serve(_ -> 1 << 16, this::answer);
    }

    URI url() {
        return URI.create("http://localhost:" + web.port());
    }

    synchronized ScriptedGoogle then(int status, String json) {
        answers.add(Answer.of(status, "application/json; charset=UTF-8", json.getBytes(UTF_8)));
        return this;
    }

    synchronized ScriptedGoogle then(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** Methods and queries, in their order. */
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        web.close();
    }

    private synchronized Answer answer(Request request) {
        calls.add(request.method() + " " + request.rawQuery());
        Answer next = answers.poll();
        return next == null ? Answer.empty(500) : next;
    }
}
