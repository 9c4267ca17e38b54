package io.pulseline.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.notify.Notification;
import io.pulseline.simulator.notify.Verification;
import io.pulseline.simulator.truth.SimulatedUser;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notifications on demand, wrong ones included. */
final class NotificationControl {
    private static final int MOST_TIMES = 1000;

    private final Stage stage;

    NotificationControl(Stage stage) {
        this.stage = stage;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/simulator/users/{id}/notifications", this::ring)
                .add("POST", "/simulator/notifications", this::sendBatch)
                .add("GET", "/simulator/notifications", _ -> sent())
                .add("POST", "/simulator/subscriber", this::moveSubscriber)
                .add("POST", "/simulator/verification", _ -> verify());
    }

    /** The answer to an act that tells the application; null when nobody was told. */
    static Answer status(@Nullable Integer status) {
        return Answer.json(200, Json.object().put("notificationStatus", status));
    }

    private Answer ring(Request request) {
        Bodies.Ring body = Json.read(request.body(), Bodies.Ring.class);
        SimulatedUser user = stage.user(request.pathValue("id"));
        String collection = body.collection() == null ? "activities" : body.collection();
        LocalDate date =
                body.date() == null
                        ? stage.clock().instant().atZone(user.zone()).toLocalDate()
                        : body.date();
        ArrayNode statuses = Json.array();
        for (int time = 0; time < times(body.times()); time++) {
            statuses.add(stage.ring(user.id(), collection, date));
        }
        return Answer.json(200, Json.object().set("statuses", statuses));
    }

    private Answer sendBatch(Request request) {
        Bodies.Batch batch = Json.read(request.body(), Bodies.Batch.class);
        byte[] body =
                batch.rawBody() == null
                        ? Json.bytes(notifications(batch))
                        : batch.rawBody().getBytes(StandardCharsets.UTF_8);
        ArrayNode statuses = Json.array();
        for (int time = 0; time < times(batch.times()); time++) {
            statuses.add(stage.notifier().send(body, batch.signatureKind()));
        }
        return Answer.json(200, Json.object().set("statuses", statuses));
    }

    private List<Notification> notifications(Bodies.Batch batch) {
        if (batch.notifications() == null) {
            throw new IllegalArgumentException("give notifications or rawBody");
        }
        LocalDate today = stage.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        return batch.notifications().stream()
                .map(item ->
                        Notification.of(
                                item.collection(),
                                item.date() == null ? today : item.date(),
                                item.ownerId(),
                                item.subscriptionId() == null ? "unknown" : item.subscriptionId()))
                .toList();
    }

    private Answer sent() {
        return Answer.json(200, Map.of("notifications", stage.notifier().sent()));
    }

    private Answer moveSubscriber(Request request) {
        Bodies.SubscriberBody body = Json.read(request.body(), Bodies.SubscriberBody.class);
        if (body.url() == null || !body.url().isAbsolute()) {
            throw new IllegalArgumentException("url is missing or not absolute");
        }
        stage.notifier().moveTo(body.url());
        return Answer.empty(204);
    }

    private Answer verify() {
        Verification verification = stage.notifier().verify();
        ObjectNode document =
                Json.object()
                        .put("correct", verification.correct())
                        .put("wrong", verification.wrong())
                        .put("passed", verification.isPassed());
        return Answer.json(200, document);
    }

    private static int times(@Nullable Integer asked) {
        int times = asked == null ? 1 : asked;
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException("times is " + times + "; give 1 to " + MOST_TIMES);
        }
        return times;
    }
}
