package io.pulseline.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The OAuth client and the subscriber of a project at Google Health, or at the simulator where none
 * is configured.
 *
 * @param simulated whether the simulator takes Google's place
 * @param webhookSecret the whole {@code Authorization} header of the subscriber's notifications;
 *     empty where there is no subscriber yet
 */
record GoogleHealthApplication(
        boolean simulated, String clientId, String clientSecret, String webhookSecret) {
    static final String CLIENT_ID = "PULSELINE_GOOGLE_HEALTH_CLIENT_ID";
    static final String CLIENT_SECRET = "PULSELINE_GOOGLE_HEALTH_CLIENT_SECRET";
    static final String WEBHOOK_SECRET = "PULSELINE_GOOGLE_HEALTH_WEBHOOK_SECRET";

    private static final String SIMULATED_CLIENT_ID =
            "192920988822-simulated.apps.googleusercontent.com";

    /**
     * Real where both id and secret are given.
     *
     * @param settings of {@code .env} and environment
     * @param simulatedFile keeps the simulated client's secrets; made if absent
     * @throws IllegalArgumentException if only one of both is given
     */
    static GoogleHealthApplication from(Map<String, String> settings, Path simulatedFile) {
        String id = settings.getOrDefault(CLIENT_ID, "");
        String secret = settings.getOrDefault(CLIENT_SECRET, "");
        if (id.isEmpty() != secret.isEmpty()) {
            throw new IllegalArgumentException(
                    (id.isEmpty() ? CLIENT_ID : CLIENT_SECRET)
                            + " is missing; a real Google OAuth client needs it beside "
                            + (id.isEmpty() ? CLIENT_SECRET : CLIENT_ID));
        }
        if (!id.isEmpty()) {
            return new GoogleHealthApplication(
                    false, id, secret, settings.getOrDefault(WEBHOOK_SECRET, ""));
        }
        KeptSecrets kept = kept(simulatedFile);
        return new GoogleHealthApplication(
                true, SIMULATED_CLIENT_ID, kept.get("client-secret"), kept.get("webhook-secret"));
    }

    /** What the simulator is told, so that it is this client's Google. */
    Map<String, String> simulatorEnvironment(String publicUrl, String frontUrl) {
        return Map.of(
                "SIMULATOR_GOOGLE_CLIENT_ID", clientId,
                "SIMULATOR_GOOGLE_CLIENT_SECRET", clientSecret,
                "SIMULATOR_GOOGLE_REDIRECT_URIS", publicUrl + "/connect/google-health/callback",
                "SIMULATOR_GOOGLE_SUBSCRIBER_URL", frontUrl + "/webhooks/google-health",
                "SIMULATOR_GOOGLE_SUBSCRIBER_SECRET", webhookSecret);
    }

    /**
     * What the services are told.
     *
     * @param simulator base address of the simulator
     */
    Map<String, String> serviceEnvironment(String simulator) {
        Map<String, String> environment = new HashMap<>();
        environment.put(CLIENT_ID, clientId);
        environment.put(CLIENT_SECRET, clientSecret);
        if (!webhookSecret.isEmpty()) {
            environment.put(WEBHOOK_SECRET, webhookSecret);
        }
        if (simulated) {
            String google = simulator + "/google";
            environment.put("PULSELINE_GOOGLE_HEALTH_API_URL", google);
            environment.put("PULSELINE_GOOGLE_HEALTH_AUTHORIZE_URL", google + "/o/oauth2/v2/auth");
            environment.put("PULSELINE_GOOGLE_HEALTH_TOKEN_URL", google + "/token");
            environment.put("PULSELINE_GOOGLE_HEALTH_REVOKE_URL", google + "/revoke");
            environment.put("PULSELINE_GOOGLE_HEALTH_KEYSET_URL", google + "/webhooks/keyset");
        }
        return environment;
    }

    private static KeptSecrets kept(Path file) {
        return KeptSecrets.of(
                file,
                "client-secret="
                        + Secrets.generated()
                        + "\nwebhook-secret=Bearer "
                        + Secrets.generated()
                        + "\n");
    }

    @Override
    public String toString() {
        return "GoogleHealthApplication[" + clientId + ", simulated=" + simulated + "]";
    }
}
