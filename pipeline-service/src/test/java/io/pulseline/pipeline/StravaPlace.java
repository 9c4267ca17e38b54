package io.pulseline.pipeline;

import io.pulseline.localstack.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Settings of a service that has an application at the simulated Strava, which {@link
 * SimulatedStrava} starts there, and two users whom no other test knows.
 */
public final class StravaPlace implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        String strava = "http://localhost:" + Ports.free() + "/strava";
        return Map.ofEntries(
                Map.entry("pulseline.strava.client-id", "178293"),
                Map.entry("pulseline.strava.client-secret", "simulated-strava-secret"),
                Map.entry("pulseline.strava.api-url", strava + "/api/v3"),
                Map.entry("pulseline.strava.authorize-url", strava + "/oauth/authorize"),
                Map.entry("pulseline.strava.token-url", strava + "/oauth/token"),
                Map.entry("pulseline.strava.deauthorize-url", strava + "/oauth/deauthorize"),
                Map.entry("pulseline.targets.answer-timeout", "3s"),
                Map.entry("quarkus.security.users.embedded.users.stella", "row"),
                Map.entry("quarkus.security.users.embedded.roles.stella", "user"),
                Map.entry("quarkus.security.users.embedded.users.theo", "ski"),
                Map.entry("quarkus.security.users.embedded.roles.theo", "user"));
    }

    @Override
    public void stop() {}
}
