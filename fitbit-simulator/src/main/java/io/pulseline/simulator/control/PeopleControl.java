package io.pulseline.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import io.pulseline.simulator.truth.SimulatedUser;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** People and what they do. */
final class PeopleControl {
    private static final String USER = "/simulator/users/{id}";

    private final Stage stage;

    PeopleControl(Stage stage) {
        this.stage = stage;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/simulator/users", this::addUser)
                .add("GET", "/simulator/users", _ -> users())
                .add("POST", USER + "/activities", this::perform)
                .add("GET", USER + "/activities", this::activities)
                .add("PATCH", USER + "/activities/{logId}", this::edit)
                .add("DELETE", USER + "/activities/{logId}", this::delete)
                .add("POST", USER + "/sync", this::sync)
                .add("DELETE", USER + "/consent", this::withdrawConsent)
                .add("DELETE", USER + "/fitbit", this::closeFitbit)
                .add("DELETE", USER, this::deleteAccount);
    }

    private Answer addUser(Request request) {
        Bodies.User body = Json.read(request.body(), Bodies.User.class);
        SimulatedUser user =
                stage.people()
                        .add(
                                body.name() == null ? "anna" : body.name(),
                                zone(body.zone() == null ? "Europe/Berlin" : body.zone()),
                                body.seed() == null ? 1 : body.seed());
        return Answer.json(201, document(user));
    }

    private Answer users() {
        return Answer.json(
                200,
                Map.of(
                        "users",
                        stage.people().all().stream().map(PeopleControl::document).toList()));
    }

    private Answer perform(Request request) {
        ActivityBody body = Json.read(request.body(), ActivityBody.class);
        return Answer.json(
                201,
                ActivityTruth.of(stage.perform(userId(request), body.plan(), body.isToNotify())));
    }

    private Answer activities(Request request) {
        List<ActivityTruth> activities =
                stage.people().activities(userId(request)).stream()
                        .map(activity -> ActivityTruth.of(activity, null))
                        .toList();
        return Answer.json(200, Map.of("activities", activities));
    }

    private Answer edit(Request request) {
        Bodies.Edit body = Json.read(request.body(), Bodies.Edit.class);
        boolean notify = body.tell() == null || body.tell();
        return Answer.json(
                200,
                ActivityTruth.of(stage.edit(userId(request), logId(request), body.edit(), notify)));
    }

    private Answer delete(Request request) {
        boolean notify = !request.query().first("notify").orElse("").equals("false");
        return Answer.json(
                200, ActivityTruth.of(stage.delete(userId(request), logId(request), notify)));
    }

    private Answer sync(Request request) {
        stage.people().sync(userId(request));
        return Answer.empty(204);
    }

    private Answer withdrawConsent(Request request) {
        return NotificationControl.status(stage.withdrawConsent(userId(request)));
    }

    private Answer closeFitbit(Request request) {
        stage.closeFitbit(userId(request));
        return Answer.empty(204);
    }

    private Answer deleteAccount(Request request) {
        return NotificationControl.status(stage.deleteAccount(userId(request)));
    }

    private String userId(Request request) {
        return stage.user(request.pathValue("id")).id();
    }

    private static long logId(Request request) {
        String text = request.pathValue("logId");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("log id " + text + " is not a number", e);
        }
    }

    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "zone \"" + id + "\" is not known; give one like Europe/Berlin", e);
        }
    }

    private static ObjectNode document(SimulatedUser user) {
        return Json.object()
                .put("userId", user.id())
                .put("name", user.name())
                .put("zone", user.zone().getId())
                .put("seed", user.seed());
    }
}
