package io.pulseline.simulator.googlehealth;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one project and its OAuth client of type web application.
 *
 * @param redirectUris every address a person may be sent back to, compared exactly
 * @param projectNumber as it stands in names of subscribers
 * @param administratorToken the access token with the scope cloud-platform that may administer
 *     subscribers
 * @param subscriberUrl an endpoint registered from the start; null for none
 * @param subscriberSecret its whole Authorization header
 * @param retryDelays real time between attempts to deliver a notification; then it is kept for a
 *     burst
 */
public record GoogleHealthConfig(
        String clientId,
        String clientSecret,
        List<String> redirectUris,
        String projectNumber,
        String administratorToken,
        @Nullable URI subscriberUrl,
        String subscriberSecret,
        List<Duration> retryDelays,
        Knobs knobs) {
    public GoogleHealthConfig {
        redirectUris = List.copyOf(redirectUris);
        retryDelays = List.copyOf(retryDelays);
    }

    /** Client and project invented, one callback, knobs as recommended. */
    public static GoogleHealthConfig defaults() {
        return new GoogleHealthConfig(
                "192920988822-simulated.apps.googleusercontent.com",
                "GOCSPX-simulated-client-secret",
                List.of("http://localhost:8080/connect/google-health/callback"),
                "192920988822",
                "ya29.simulated-project-owner",
                null,
                "Bearer simulated-subscriber-secret",
                List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5)),
                Knobs.defaults());
    }

    /** Another client. */
    public GoogleHealthConfig withClient(
            String newClientId, String newClientSecret, List<String> newRedirectUris) {
        return new GoogleHealthConfig(
                newClientId,
                newClientSecret,
                newRedirectUris,
                projectNumber,
                administratorToken,
                subscriberUrl,
                subscriberSecret,
                retryDelays,
                knobs);
    }

    /** Another project. */
    public GoogleHealthConfig withProject(String newNumber, String newAdministratorToken) {
        return new GoogleHealthConfig(
                clientId,
                clientSecret,
                redirectUris,
                newNumber,
                newAdministratorToken,
                subscriberUrl,
                subscriberSecret,
                retryDelays,
                knobs);
    }

    /**
     * An endpoint that is registered from the start, for every type, without being asked.
     *
     * @param newUrl null for none
     */
    public GoogleHealthConfig withSubscriber(
            @Nullable URI newUrl, String newSecret, List<Duration> newRetryDelays) {
        return new GoogleHealthConfig(
                clientId,
                clientSecret,
                redirectUris,
                projectNumber,
                administratorToken,
                newUrl,
                newSecret,
                newRetryDelays,
                knobs);
    }

    /** Other knobs at the start. */
    public GoogleHealthConfig withKnobs(Knobs newKnobs) {
        return new GoogleHealthConfig(
                clientId,
                clientSecret,
                redirectUris,
                projectNumber,
                administratorToken,
                subscriberUrl,
                subscriberSecret,
                retryDelays,
                newKnobs);
    }

    @Override
    public String toString() {
        return "GoogleHealthConfig[%s, project %s]".formatted(clientId, projectNumber);
    }
}
