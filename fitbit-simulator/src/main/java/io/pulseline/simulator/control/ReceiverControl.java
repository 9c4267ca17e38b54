package io.pulseline.simulator.control;

import io.pulseline.simulator.http.Answer;
import io.pulseline.simulator.http.Json;
import io.pulseline.simulator.http.Request;
import io.pulseline.simulator.http.Routes;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The remote targets. */
final class ReceiverControl {
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Stage stage;
    private final Addresses addresses;

    ReceiverControl(Stage stage, Addresses addresses) {
        this.stage = stage;
        this.addresses = addresses;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/simulator/receivers", this::add)
                .add("GET", "/simulator/receivers", _ -> names())
                .add("GET", "/simulator/receivers/{name}/messages", this::messages)
                .add("POST", "/simulator/receivers/{name}/answers", this::program);
    }

    private Answer add(Request request) {
        Bodies.ReceiverBody body = Json.read(request.body(), Bodies.ReceiverBody.class);
        if (body.name() == null) {
            throw new IllegalArgumentException("name is missing");
        }
        String secret = body.secret() == null ? newSecret() : body.secret();
        stage.receivers().add(body.name(), secret);
        return Answer.json(
                201,
                Json.object()
                        .put("name", body.name())
                        .put("url", addresses.receiverUrl() + "/" + body.name())
                        .put("secret", secret));
    }

    private Answer names() {
        return Answer.json(200, Map.of("receivers", stage.receivers().names()));
    }

    private Answer messages(Request request) {
        return Answer.json(
                200, Map.of("messages", stage.receivers().messages(request.pathValue("name"))));
    }

    private Answer program(Request request) {
        Bodies.Answers body = Json.read(request.body(), Bodies.Answers.class);
        if (body.statuses() == null) {
            throw new IllegalArgumentException("statuses is missing");
        }
        stage.receivers().willAnswer(request.pathValue("name"), body.answers());
        return Answer.empty(204);
    }

    private String newSecret() {
        byte[] key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }
}
