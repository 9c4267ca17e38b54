package io.pulseline.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Removes this user's pipelines of these names, so that two of a kind do not deliver twice. */
    public void deletesPipelines(Set<String> names) throws Exception {
        for (JsonNode pipeline : get("/api/pipelines")) {
            if (names.contains(pipeline.path("name").asText())) {
                String id = pipeline.path("pipelineId").asText();
                Http.expect(204, user.delete(base.resolve("/api/pipelines/" + id)));
            }
        }
    }

    /** Makes a pipeline; the answer shows it with its id and those of its targets. */
    public JsonNode createPipeline(ObjectNode pipeline) throws Exception {
        return Http.expect(201, user.postJson(base.resolve("/api/pipelines"), pipeline));
    }

    /** Tries a target now; the answer has {@code outcome} and {@code reason}. */
    public JsonNode testsTarget(String pipelineId, String targetId) throws Exception {
        String path = "/api/pipelines/" + pipelineId + "/targets/" + targetId + "/test";
        return Http.expect(200, user.postJson(base.resolve(path), Http.JSON.createObjectNode()));
    }

    /**
     * Connects Strava, as the user's browser would; the simulator says yes by itself.
     *
     * @return who the user is at Strava
     * @throws StepFailedException naming what a step of the flow answered
     */
    public String connectStrava(Simulator simulator) throws Exception {
        var setOut = user.get(base.resolve("/targets/strava/connect"));
        Http.expect(303, setOut);
        URI page = URI.create(setOut.headers().firstValue("Location").orElseThrow());
        returnsFromConsent(simulator.consentsAtOnce(page));
        for (JsonNode grant : get("/api/target-grants")) {
            if ("strava".equals(grant.path("target").asText())) {
                return grant.path("remoteId").asText();
            }
        }
        throw new StepFailedException("Strava is not among the user's grants after connecting");
    }

    /** Brings an activity of another device; its {@code recordId} and {@code revision}. */
    public JsonNode uploadsFit(byte[] file) throws Exception {
        URI activities = base.resolve("/api/activities");
        return Http.expect(202, user.postFile(activities, "application/vnd.ant.fit", file));
    }

    /** The run of one activity, once the pipeline service lists it. */
    public Optional<JsonNode> runOf(String pipelineId, String recordId) throws Exception {
        return runOf("activity", pipelineId, recordId);
    }

    /**
     * The run of one record, once the pipeline service lists it.
     *
     * @param recordType {@code activity}, or a type of metrics
     */
    public Optional<JsonNode> runOf(String recordType, String pipelineId, String recordId)
            throws Exception {
        JsonNode page = get("/api/runs?limit=200&record=" + recordType);
        return StreamSupport.stream(page.path("runs").spliterator(), false)
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
