package io.pulseline.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where results can be taken: the operator's application at Strava, the directory of archives, and
 * which of the places the simulator plays.
 *
 * <p>Strava is played by the simulator unless a real application is configured. Users bring their
 * own key of intervals.icu, so that only a stack of simulated people takes it to the simulator.
 *
 * @param realStrava whether a real application at Strava is configured
 * @param stravaClientId its id, or that of the simulated one
 * @param stravaClientSecret its secret, or that of the simulated one
 */
record TargetPlaces(boolean realStrava, String stravaClientId, String stravaClientSecret) {
    static final String STRAVA_CLIENT_ID = "PULSELINE_STRAVA_CLIENT_ID";
    static final String STRAVA_CLIENT_SECRET = "PULSELINE_STRAVA_CLIENT_SECRET";
    static final String ARCHIVE_ROOT = "PULSELINE_ARCHIVE_ROOT";
    static final String INTERVALS_API = "PULSELINE_INTERVALS_ICU_API_URL";

    /** Those of the simulator's application. */
    private static final String SIMULATED_CLIENT_ID = "178293";

    private static final String SIMULATED_CLIENT_SECRET = "simulated-strava-secret";

    /**
     * Real where both id and secret are given.
     *
     * @param settings of {@code .env} and environment
     * @throws IllegalArgumentException if only one of both is given
     */
    static TargetPlaces from(Map<String, String> settings) {
        String id = settings.getOrDefault(STRAVA_CLIENT_ID, "");
        String secret = settings.getOrDefault(STRAVA_CLIENT_SECRET, "");
        if (id.isEmpty() != secret.isEmpty()) {
            throw new IllegalArgumentException(
                    (id.isEmpty() ? STRAVA_CLIENT_ID : STRAVA_CLIENT_SECRET)
                            + " is missing; a real Strava application needs it beside "
                            + (id.isEmpty() ? STRAVA_CLIENT_SECRET : STRAVA_CLIENT_ID));
        }
        return id.isEmpty()
                ? new TargetPlaces(false, SIMULATED_CLIENT_ID, SIMULATED_CLIENT_SECRET)
                : new TargetPlaces(true, id, secret);
    }

    /**
     * What the services are told; a setting of the machine's own stays as it is.
     *
     * @param settings of {@code .env} and environment
     * @param archive the directory of archives where the machine names none
     * @param simulator base address of the simulator; empty where there is none
     * @param onlySimulatedPeople whether nobody's data are real
     */
    Map<String, String> serviceEnvironment(
            Map<String, String> settings,
            Path archive,
            String simulator,
            boolean onlySimulatedPeople) {
        Map<String, String> environment = new HashMap<>();
        environment.put(ARCHIVE_ROOT, archive.toString());
        if (realStrava || !simulator.isEmpty()) {
            environment.put(STRAVA_CLIENT_ID, stravaClientId);
            environment.put(STRAVA_CLIENT_SECRET, stravaClientSecret);
        }
        if (!realStrava && !simulator.isEmpty()) {
            String strava = simulator + "/strava";
            environment.put("PULSELINE_STRAVA_API_URL", strava + "/api/v3");
            environment.put("PULSELINE_STRAVA_AUTHORIZE_URL", strava + "/oauth/authorize");
            environment.put("PULSELINE_STRAVA_TOKEN_URL", strava + "/oauth/token");
            environment.put("PULSELINE_STRAVA_DEAUTHORIZE_URL", strava + "/oauth/deauthorize");
        }
        if (onlySimulatedPeople && !simulator.isEmpty()) {
            environment.put(INTERVALS_API, simulator + "/intervals/api/v1");
        }
        for (String own : new String[] {ARCHIVE_ROOT, INTERVALS_API}) {
            String value = settings.getOrDefault(own, "");
            if (!value.isEmpty()) {
                environment.put(own, value);
            }
        }
        return environment;
    }

    @Override
    public String toString() {
        return "TargetPlaces[Strava " + stravaClientId + ", real=" + realStrava + "]";
    }
}
