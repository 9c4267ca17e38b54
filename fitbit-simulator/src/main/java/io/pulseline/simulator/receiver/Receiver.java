package io.pulseline.simulator.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Delay;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One remote target. Safe for use by several threads. */
final class Receiver {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final String name;
    private final StandardWebhookSignature signature;
    private final InstantSource clock;
    private final Deque<ProgrammedAnswer> programmed = new ArrayDeque<>();
    private final List<ReceivedMessage> messages = new ArrayList<>();

    Receiver(String name, StandardWebhookSignature signature, InstantSource clock) {
        this.name = name;
        this.signature = signature;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    /** Verifies, remembers, answers: 401 if it is not verified, else as programmed, else 204. */
    Answer receive(Request request) {
        byte[] body = request.body();
        String problem = problem(request, body);
        ProgrammedAnswer answer = problem == null ? nextAnswer() : ProgrammedAnswer.of(401);
        remember(request, body, problem, answer.status());
        if (!answer.delay().isZero()) {
            Delay.of(answer.delay());
        }
        Answer sent = Answer.empty(answer.status());
        return answer.retryAfterSeconds() == null
                ? sent
                : sent.with("Retry-After", Integer.toString(answer.retryAfterSeconds()));
    }

    synchronized void willAnswer(List<ProgrammedAnswer> answers) {
        programmed.addAll(answers);
    }

    synchronized List<ReceivedMessage> messages() {
        return List.copyOf(messages);
    }

    private synchronized ProgrammedAnswer nextAnswer() {
        ProgrammedAnswer next = programmed.poll();
        return next == null ? ProgrammedAnswer.of(204) : next;
    }

    private synchronized void remember(
            Request request, byte[] body, @Nullable String problem, int status) {
        JsonNode json = json(body);
        messages.add(
                new ReceivedMessage(
                        request.header("webhook-id").orElse(null),
                        request.header("webhook-timestamp").orElse(null),
                        json != null && json.hasNonNull("type") ? json.path("type").asText() : null,
                        json,
                        problem == null,
                        problem,
                        clock.instant(),
                        status));
    }

    private @Nullable String problem(Request request, byte[] body) {
        String id = request.header("webhook-id").orElse("");
        String timestamp = request.header("webhook-timestamp").orElse("");
        String listed = request.header("webhook-signature").orElse("");
        if (id.isEmpty() || timestamp.isEmpty() || listed.isEmpty()) {
            return "webhook-id, webhook-timestamp or webhook-signature is missing";
        }
        if (!isRecent(timestamp)) {
            return "webhook-timestamp is not a time within 300 seconds of now";
        }
        return signature.isAmong(listed, id, timestamp, body)
                ? null
                : "no listed webhook-signature is right";
    }

    /** Near the simulated time, or near the real one: the sender may follow either. */
    private boolean isRecent(String timestamp) {
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return isNear(sent, clock.instant()) || isNear(sent, Instant.now());
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
    }

    private static @Nullable JsonNode json(byte[] body) {
        try {
            return Json.read(body, JsonNode.class);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
