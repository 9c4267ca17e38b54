package io.pulseline.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Pulseline as its user sees it: one origin, one login. */
final class Pulseline implements AutoCloseable {
    private final URI base;
    private final Http user;
    private final Http stranger = Http.anonymous();

    Pulseline(DemoAddresses addresses) {
        this.base = addresses.pulseline();
        this.user = Http.basic(addresses.user(), addresses.password());
    }

    /** Status of a request without a login. */
    int statusForAStranger(String path) throws Exception {
        return stranger.get(base.resolve(path)).statusCode();
    }

    JsonNode get(String path) throws Exception {
        return Http.expect(200, user.get(base.resolve(path)));
    }

    /** Begins to connect Fitbit; the answer is Fitbit's consent page. */
    URI consentPage() throws Exception {
        var answer = user.postForm(base.resolve("/connect/fitbit/start"), "");
        Http.expect(303, answer);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** Comes back from Fitbit with the cookie of the browser that set out. */
    void returnsFromConsent(URI callback) throws Exception {
        URI here = base.resolve(callback.getRawPath() + "?" + callback.getRawQuery());
        Http.expect(200, user.get(here));
    }

    Optional<JsonNode> connectionOf(String fitbitUser) throws Exception {
        return StreamSupport.stream(get("/api/connections").spliterator(), false)
                .filter(connection -> fitbitUser.equals(connection.path("providerUserId").asText()))
                .findFirst();
    }

    String createPipeline(URI webhook, String secret) throws Exception {
        JsonNode created =
                Http.expect(
                        201,
                        user.postJson(
                                base.resolve("/api/pipelines"), demoPipeline(webhook, secret)));
        return created.path("pipelineId").asText();
    }

    private static ObjectNode demoPipeline(URI webhook, String secret) {
        ObjectNode pipeline = Http.JSON.createObjectNode();
        pipeline.put("name", "Demo: runs with zones").put("enabled", true);
        pipeline.putObject("trigger").put("record", "activity");
        ArrayNode boosters = pipeline.putArray("boosters");
        ArrayNode rules =
                boosters.addObject()
                        .put("id", "type-mapper")
                        .putObject("configuration")
                        .putArray("rules");
        rules.addObject()
                .put("field", "title")
                .put("match", "equals")
                .put("value", "Treadmill")
                .put("type", "TREADMILL_RUN");
        rules.addObject()
                .put("field", "providerActivityTypeName")
                .put("match", "contains")
                .put("value", "run")
                .put("type", "INTERVAL_TRAINING");
        boosters.addObject().put("id", "heart-rate-zones").putObject("configuration");
        ArrayNode targets = pipeline.putArray("targets");
        ObjectNode receiver = targets.addObject().put("id", "webhook").putObject("configuration");
        receiver.put("url", webhook.toString()).put("secret", secret);
        targets.addObject().put("id", "kafka").putObject("configuration");
        return pipeline;
    }

    /** The run of one record, once the pipeline service lists it. */
    Optional<JsonNode> runOf(String pipelineId, String recordId) throws Exception {
        return StreamSupport.stream(get("/api/runs").path("runs").spliterator(), false)
                .filter(run -> pipelineId.equals(run.path("pipelineId").asText()))
                .filter(run -> recordId.equals(run.path("recordId").asText()))
                .findFirst();
    }

    @Override
    public void close() {
        user.close();
        stranger.close();
    }
}
