package io.pulseline.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.googlehealth.AccountState;
import io.pulseline.simulator.googlehealth.GoogleHealth;
import io.pulseline.simulator.googlehealth.Quota;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.notify.SignatureKind;
import io.pulseline.simulator.truth.SimulatedUser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only the Google Health side has. */
final class GoogleControl {
    private static final int MOST_TIMES = 1000;

    private final Stage stage;

    GoogleControl(Stage stage) {
        this.stage = stage;
    }

    /** The kebab-case type of a notification; everything else may be left out. */
    record Ring(
            String dataType,
            @Nullable Boolean deletion,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer times) {}

    record Account(String account) {}

    record RawBody(String rawBody, @Nullable String signature) {}

    void addTo(Routes routes) {
        String google = "/simulator/google";
        String user = "/simulator/users/{id}/google";
        routes.add("GET", google + "/knobs", _ -> knobs())
                .add("POST", google + "/knobs", this::setKnobs)
                .add("GET", google + "/users", _ -> users())
                .add("GET", google + "/usage", _ -> usage())
                .add("GET", google + "/notifications", _ -> sent())
                .add("POST", google + "/notifications", this::ringWith)
                .add("POST", google + "/keyset/rotation", _ -> rotateKey())
                .add("POST", user, this::setAccount)
                .add("DELETE", user + "/consent", this::withdrawConsent)
                .add("POST", user + "/notifications", this::ring);
    }

    private Answer knobs() {
        return Answer.json(200, stage.google().knobs());
    }

    private Answer setKnobs(Request request) {
        JsonNode change = Json.read(request.body(), JsonNode.class);
        stage.google().set(stage.google().knobs().changed(change));
        return knobs();
    }

    private Answer users() {
        ObjectNode document = Json.object();
        ArrayNode users = document.putArray("users");
        for (SimulatedUser user : stage.people().all()) {
            users.addObject()
                    .put("userId", user.id())
                    .put("healthUserId", GoogleHealth.healthUserId(user));
        }
        return Answer.json(200, document);
    }

    private Answer usage() {
        ObjectNode document = Json.object();
        ArrayNode users = document.putArray("users");
        for (Quota.OfUser user : stage.google().quota().all()) {
            ObjectNode hours =
                    users.addObject()
                            .put("userId", user.userId())
                            .put("mostInAMinute", user.mostInAMinute())
                            .put("overQuota", user.overQuota())
                            .putObject("hours");
            user.hours().forEach((hour, requests) -> hours.put(hour.toString(), requests));
        }
        return Answer.json(200, document);
    }

    private Answer sent() {
        return Answer.json(200, Map.of("notifications", stage.google().sent()));
    }

    private Answer ringWith(Request request) {
        RawBody body = Json.read(request.body(), RawBody.class);
        SignatureKind signature =
                body.signature() == null
                        ? SignatureKind.RIGHT
                        : Words.read(SignatureKind.class, body.signature());
        return NotificationControl.status(stage.google().ringWith(body.rawBody(), signature));
    }

    private Answer rotateKey() {
        stage.google().rotatesKey();
        return Answer.empty(204);
    }

    private Answer setAccount(Request request) {
        Account body = Json.read(request.body(), Account.class);
        stage.google().hasAccount(userId(request), Words.read(AccountState.class, body.account()));
        return Answer.empty(204);
    }

    private Answer withdrawConsent(Request request) {
        return NotificationControl.status(stage.google().withdrawConsent(userId(request)));
    }

    /** By default the whole of today changed. */
    private Answer ring(Request request) {
        Ring body = Json.read(request.body(), Ring.class);
        SimulatedUser user = stage.user(request.pathValue("id"));
        LocalDate today = stage.clock().instant().atZone(user.zone()).toLocalDate();
        Instant from =
                body.from() == null ? today.atStartOfDay(user.zone()).toInstant() : body.from();
        Instant to =
                body.to() == null
                        ? today.plusDays(1).atStartOfDay(user.zone()).toInstant()
                        : body.to();
        int times = body.times() == null ? 1 : body.times();
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException("times is " + times + "; give 1 to " + MOST_TIMES);
        }
        boolean isDeletion = body.deletion() != null && body.deletion();
        ArrayNode statuses = Json.array();
        for (int time = 0; time < times; time++) {
            statuses.add(stage.google().ring(user.id(), body.dataType(), isDeletion, from, to));
        }
        return Answer.json(200, Json.object().set("statuses", statuses));
    }

    private String userId(Request request) {
        return stage.user(request.pathValue("id")).id();
    }
}
