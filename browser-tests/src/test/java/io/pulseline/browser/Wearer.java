package io.pulseline.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.localstack.client.Http;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Pulseline;
import io.pulseline.localstack.client.Simulator;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Somebody who wears a simulated tracker.
 *
 * @param stack where they are simulated
 * @param id who they are at Fitbit; the simulator knows them by it at Google, too
 */
record Wearer(BrowserStack stack, String id) {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    static Wearer newOne(BrowserStack stack, String name) throws Exception {
        ObjectNode user = Http.JSON.createObjectNode();
        user.put("name", name).put("zone", "Europe/Berlin").put("seed", 11);
        JsonNode made = stack.simulator().post("/simulator/users", user);
        return new Wearer(stack, made.path("userId").asText());
    }

    /** Ends a run of 32 minutes with a track now; the provider notifies. */
    void finishesRun() throws Exception {
        ObjectNode run = Http.JSON.createObjectNode();
        run.put("type", "Run").put("minutes", 32).put("gps", true).put("notify", true);
        stack.simulator().finishesActivity(id, run);
    }

    /** Connects without a browser, and waits until Pulseline shows it; the id of the connection. */
    String connects(Pulseline api, ProviderSide side) throws Exception {
        Simulator simulator = stack.simulator();
        api.connect(simulator, side, id);
        String providerUser = simulator.usersAt(side).getOrDefault(id, "");
        AtomicReference<String> connection = new AtomicReference<>("");
        await().atMost(LIMIT)
                .until(() -> {
                    api.connectionOf(providerUser)
                            .ifPresent(one -> connection.set(one.path("connectionId").asText()));
                    return !connection.get().isEmpty();
                });
        return connection.get();
    }

    /** Makes a pipeline that sends every workout to a receiver; its id. */
    static String makesPipeline(Pulseline api, Receiver receiver) throws Exception {
        ObjectNode pipeline = Http.JSON.createObjectNode().put("name", "Workouts to my server");
        pipeline.putObject("trigger").put("record", "activity");
        pipeline.putArray("boosters")
                .addObject()
                .put("id", "heart-rate-zones")
                .putObject("configuration");
        pipeline.putArray("targets")
                .addObject()
                .put("id", "webhook")
                .putObject("configuration")
                .put("url", receiver.address());
        return api.createPipeline(pipeline).path("pipelineId").asText();
    }

    /** Waits until a user's latest run has this status; its id. */
    static String awaitsRun(Pulseline api, String status) {
        AtomicReference<String> run = new AtomicReference<>("");
        await().atMost(LIMIT)
                .until(() -> {
                    JsonNode latest = api.get("/api/runs?limit=1").path("runs").path(0);
                    run.set(latest.path("runId").asText());
                    return latest.path("status").asText().equals(status);
                });
        return run.get();
    }
}
