package io.pulseline.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.stream.Stream;

/** The Fitbit simulator's controls, over HTTP. */
public final class Simulator implements AutoCloseable {
    private final URI base;
    private final Http http = Http.anonymous();

    public Simulator(URI base) {
        this.base = base;
    }

    /** A new Fitbit user with a tracker. */
    public String newUser(String name, String zone, long seed) throws Exception {
        ObjectNode user = Http.JSON.createObjectNode();
        user.put("name", name).put("zone", zone).put("seed", seed);
        return post("/simulator/users", user).path("userId").asText();
    }

    /** The user ends a workout now; the simulator knows its truth and notifies Pulseline. */
    public JsonNode finishesActivity(String user, ObjectNode activity) throws Exception {
        return post("/simulator/users/" + user + "/activities", activity);
    }

    /** A place for webhooks that verifies their signature. */
    public URI newReceiver(String name, String secret) throws Exception {
        ObjectNode receiver = Http.JSON.createObjectNode();
        receiver.put("name", name).put("secret", secret);
        return URI.create(post("/simulator/receivers", receiver).path("url").asText());
    }

    /** What a receiver got so far. */
    public JsonNode messages(String receiver) throws Exception {
        return get("/simulator/receivers/" + receiver + "/messages").path("messages");
    }

    /** The consent page's answer: the user allows everything. */
    public URI consents(URI authorizePage, String user) throws Exception {
        StringBuilder form = new StringBuilder("decision=allow&user=").append(user);
        for (String scope : Query.of(authorizePage).value("scope").split(" ", -1)) {
            form.append("&scope=").append(scope);
        }
        var answer = http.postForm(authorizePage, form.toString());
        Http.expect(302, answer);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** Any of its controls that only look. */
    public JsonNode get(String path) throws Exception {
        return Http.expect(200, http.get(base.resolve(path)));
    }

    /** A document of one JSON value for each line, read as it is consumed. */
    public Stream<String> lines(String path) throws Exception {
        return http.lines(base.resolve(path));
    }

    /** Any of its controls that change something. */
    public JsonNode post(String path, ObjectNode body) throws Exception {
        var answer = http.postJson(base.resolve(path), body);
        return Http.expect(answer.statusCode() == 201 ? 201 : 200, answer);
    }

    @Override
    public void close() {
        http.close();
    }
}
