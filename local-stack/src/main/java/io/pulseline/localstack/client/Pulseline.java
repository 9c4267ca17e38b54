package io.pulseline.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Pulseline as its user sees it: one origin, one login. */
public final class Pulseline implements AutoCloseable {
    private final URI base;
    private final Http user;
    private final Http stranger = Http.anonymous();

    /**
     * @param base the one origin, for example {@code http://localhost:8080}
     * @param user a built-in user
     * @param password that user's password
     */
    public Pulseline(URI base, String user, String password) {
        this.base = base;
        this.user = Http.basic(user, password);
    }

    /** Status of a request without a login. */
    public int statusForAStranger(String path) throws Exception {
        return stranger.get(base.resolve(path)).statusCode();
    }

    /** The JSON at a path of the API. */
    public JsonNode get(String path) throws Exception {
        return Http.expect(200, user.get(base.resolve(path)));
    }

    /**
     * Connects a person at the simulator, as their browser would.
     *
     * @param fitbitUser who they are at Fitbit; the simulator knows them by it at Google, too
     * @throws StepFailedException naming what a step of the flow answered
     */
    public void connect(Simulator simulator, ProviderSide side, String fitbitUser)
            throws Exception {
        URI page = consentPage(side);
        if (!"S256".equals(Query.of(page).value("code_challenge_method"))) {
            throw new StepFailedException("the consent page was asked without PKCE S256");
        }
        returnsFromConsent(simulator.consents(page, fitbitUser));
    }

    /** Begins to connect; the answer is the provider's consent page. */
    private URI consentPage(ProviderSide side) throws Exception {
        var answer = user.postForm(base.resolve("/connect/" + side.word() + "/start"), "");
        Http.expect(303, answer);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** Comes back from the provider with the cookie of the browser that set out. */
    private void returnsFromConsent(URI callback) throws Exception {
        URI here = base.resolve(callback.getRawPath() + "?" + callback.getRawQuery());
        Http.expect(200, user.get(here));
    }

    /**
     * This user's connection of that person.
     *
     * @param providerUserId who they are at the provider
     */
    public Optional<JsonNode> connectionOf(String providerUserId) throws Exception {
        return StreamSupport.stream(get("/api/connections").spliterator(), false)
                .filter(connection ->
                        providerUserId.equals(connection.path("providerUserId").asText()))
                .findFirst();
    }

    /** When anything of this user was read last, at any provider; the epoch if nothing was. */
    public Instant lastRead() throws Exception {
        Instant last = Instant.EPOCH;
        for (JsonNode connection : get("/api/connections")) {
            String id = connection.path("connectionId").asText();
            for (JsonNode kind : get("/api/connections/" + id).path("kinds")) {
                JsonNode read = kind.path("lastSuccess");
                Instant at = read.isTextual() ? Instant.parse(read.asText()) : Instant.EPOCH;
                last = at.isAfter(last) ? at : last;
            }
        }
        return last;
    }

    /** Asks to read kinds of data of a connection now, from a local date on. */
    public void readsNow(String connectionId, List<String> kinds, String from) throws Exception {
        ObjectNode wish = Http.JSON.createObjectNode().put("from", from);
        kinds.forEach(wish.putArray("kinds")::add);
        URI sync = base.resolve("/api/connections/" + connectionId + "/sync");
        Http.expect(202, user.postJson(sync, wish));
    }

    /** Makes the demo's pipeline; its id. */
    public String createPipeline(URI webhook, String secret) throws Exception {
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
        for (String booster :
                List.of("fitbit-heart-rate", "heart-rate-summary", "heart-rate-zones")) {
            boosters.addObject().put("id", booster).putObject("configuration");
        }
        ArrayNode targets = pipeline.putArray("targets");
        ObjectNode receiver = targets.addObject().put("id", "webhook").putObject("configuration");
        receiver.put("url", webhook.toString()).put("secret", secret).put("inlineSeries", true);
        targets.addObject().put("id", "kafka").putObject("configuration");
        return pipeline;
    }

    /** Brings an activity of another device; its {@code recordId} and {@code revision}. */
    public JsonNode uploadsFit(byte[] file) throws Exception {
        URI activities = base.resolve("/api/activities");
        return Http.expect(202, user.postFile(activities, "application/vnd.ant.fit", file));
    }

    /** The run of one record, once the pipeline service lists it. */
    public Optional<JsonNode> runOf(String pipelineId, String recordId) throws Exception {
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
