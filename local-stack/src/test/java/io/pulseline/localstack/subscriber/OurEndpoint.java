package io.pulseline.localstack.subscriber;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.WebServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers Google's two questions as ingest does, or as badly as it is told. */
final class OurEndpoint implements AutoCloseable {
    static final String SECRET = "Bearer 0123456789abcdef";
    static final String NEXT_SECRET = "Bearer fedcba9876543210";

    private final WebServer web = WebServer.bind("127.0.0.1", 0);
    private final List<String> questions = new ArrayList<>();
    private Set<String> known = Set.of(SECRET, NEXT_SECRET);
    private int welcome = 200;

    OurEndpoint() {
        web.serve(_ -> 1 << 16, this::answer);
    }

    URI url() {
        return URI.create("http://localhost:" + web.port() + "/webhooks/google-health");
    }

    /** Accepts these alone from now on. */
    synchronized void knows(String... secrets) {
        known = Set.of(secrets);
    }

    /** The status for who knows the secret. */
    synchronized void welcomesWith(int status) {
        welcome = status;
    }

    /** The Authorization header of every question, in their order; "none" where there was none. */
    synchronized List<String> questions() {
        return List.copyOf(questions);
    }

    @Override
    public void close() {
        web.close();
    }

    private synchronized Answer answer(Request request) {
        String authorization = request.header("Authorization").orElse("none");
        questions.add(authorization);
        return Answer.empty(known.contains(authorization) ? welcome : 401);
    }
}
