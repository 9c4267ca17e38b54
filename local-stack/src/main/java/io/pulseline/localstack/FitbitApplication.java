package io.pulseline.localstack;

import java.nio.file.Path;
import java.util.Map;

/**
 * The application registered at Fitbit, or at the simulator where none is configured.
 *
 * @param simulated whether the simulator takes Fitbit's place
 * @param verificationCode what Fitbit asks our webhook for when it is registered
 */
record FitbitApplication(
        boolean simulated, String clientId, String clientSecret, String verificationCode) {
    static final String CLIENT_ID = "PULSELINE_FITBIT_CLIENT_ID";
    static final String CLIENT_SECRET = "PULSELINE_FITBIT_CLIENT_SECRET";
    static final String VERIFICATION_CODE = "PULSELINE_FITBIT_VERIFICATION_CODE";

    private static final String SIMULATED_CLIENT_ID = "22B8M7";

    /**
     * Real where both id and secret are given.
     *
     * @param settings of {@code .env} and environment
     * @param simulatedFile keeps the simulated application's secrets; made if absent
     * @throws IllegalArgumentException if only one of both is given
     */
    static FitbitApplication from(Map<String, String> settings, Path simulatedFile) {
        String id = settings.getOrDefault(CLIENT_ID, "");
        String secret = settings.getOrDefault(CLIENT_SECRET, "");
        if (id.isEmpty() != secret.isEmpty()) {
            throw new IllegalArgumentException(
                    (id.isEmpty() ? CLIENT_ID : CLIENT_SECRET)
                            + " is missing; a real Fitbit application needs it beside "
                            + (id.isEmpty() ? CLIENT_SECRET : CLIENT_ID));
        }
        KeptSecrets kept = kept(simulatedFile);
        if (id.isEmpty()) {
            return new FitbitApplication(
                    true,
                    SIMULATED_CLIENT_ID,
                    kept.get("client-secret"),
                    kept.get("verification-code"));
        }
        // A code nobody knows: Fitbit's verification of the webhook fails until the real one is
        // set.
        String code = settings.getOrDefault(VERIFICATION_CODE, "");
        return new FitbitApplication(
                false, id, secret, code.isEmpty() ? kept.get("verification-code") : code);
    }

    private static KeptSecrets kept(Path file) {
        return KeptSecrets.of(
                file,
                "client-secret="
                        + Secrets.generated()
                        + "\nverification-code="
                        + Secrets.generated()
                        + "\n");
    }

    @Override
    public String toString() {
        return "FitbitApplication[" + clientId + ", simulated=" + simulated + "]";
    }
}
