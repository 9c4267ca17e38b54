package io.pulseline.simulator;

import io.pulseline.simulator.googlehealth.GoogleHealthConfig;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is set up. Made with {@link #defaults()} and changed with the {@code with}
 * methods.
 *
 * @param host the address to bind
 * @param port 0 for any free one
 * @param selfUrl base URL for servers, null for {@code http://localhost:<port>}
 * @param browserUrl base URL for browsers, null for the same
 * @param redirectUris every address a person may be sent back to
 * @param subscriberUrl where notifications go, null for nowhere
 * @param retryDelays real time between attempts to deliver a notification
 * @param time the base of the simulated clock
 * @param googleHealth the other provider's side
 */
public record SimulatorConfig(
        String host,
        int port,
        @Nullable String selfUrl,
        @Nullable String browserUrl,
        String clientId,
        String clientSecret,
        List<String> redirectUris,
        String subscriberId,
        @Nullable URI subscriberUrl,
        String verificationCode,
        List<Duration> retryDelays,
        InstantSource time,
        GoogleHealthConfig googleHealth) {
    public SimulatorConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port is " + port + "; give 0 to 65535");
        }
        redirectUris = List.copyOf(redirectUris);
        retryDelays = List.copyOf(retryDelays);
    }

    /** Loopback, any free port, application 22B8M7, no subscriber, the system's time. */
    public static SimulatorConfig defaults() {
        return new SimulatorConfig(
                "127.0.0.1",
                0,
                null,
                null,
                "22B8M7",
                "simulated-client-secret",
                List.of("http://localhost:8080/connect/fitbit/callback"),
                "1",
                null,
                "simulated-verification-code",
                List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5)),
                InstantSource.system(),
                GoogleHealthConfig.defaults());
    }

    /** Another address to listen on. */
    public SimulatorConfig withListener(String newHost, int newPort) {
        return new SimulatorConfig(
                newHost,
                newPort,
                selfUrl,
                browserUrl,
                clientId,
                clientSecret,
                redirectUris,
                subscriberId,
                subscriberUrl,
                verificationCode,
                retryDelays,
                time,
                googleHealth);
    }

    /** Other base URLs, without a slash at the end; null for {@code http://localhost:<port>}. */
    public SimulatorConfig withUrls(@Nullable String newSelfUrl, @Nullable String newBrowserUrl) {
        return new SimulatorConfig(
                host,
                port,
                newSelfUrl,
                newBrowserUrl,
                clientId,
                clientSecret,
                redirectUris,
                subscriberId,
                subscriberUrl,
                verificationCode,
                retryDelays,
                time,
                googleHealth);
    }

    /** Another application. */
    public SimulatorConfig withApplication(
            String newClientId, String newClientSecret, List<String> newRedirectUris) {
        return new SimulatorConfig(
                host,
                port,
                selfUrl,
                browserUrl,
                newClientId,
                newClientSecret,
                newRedirectUris,
                subscriberId,
                subscriberUrl,
                verificationCode,
                retryDelays,
                time,
                googleHealth);
    }

    /** Another endpoint for notifications. */
    public SimulatorConfig withSubscriber(
            @Nullable URI newUrl, String newVerificationCode, List<Duration> newRetryDelays) {
        return new SimulatorConfig(
                host,
                port,
                selfUrl,
                browserUrl,
                clientId,
                clientSecret,
                redirectUris,
                subscriberId,
                newUrl,
                newVerificationCode,
                newRetryDelays,
                time,
                googleHealth);
    }

    /** Another clock to build on. */
    public SimulatorConfig withTime(InstantSource newTime) {
        return new SimulatorConfig(
                host,
                port,
                selfUrl,
                browserUrl,
                clientId,
                clientSecret,
                redirectUris,
                subscriberId,
                subscriberUrl,
                verificationCode,
                retryDelays,
                newTime,
                googleHealth);
    }

    /** Another set-up of the Google Health side. */
    public SimulatorConfig withGoogleHealth(GoogleHealthConfig newGoogleHealth) {
        return new SimulatorConfig(
                host,
                port,
                selfUrl,
                browserUrl,
                clientId,
                clientSecret,
                redirectUris,
                subscriberId,
                subscriberUrl,
                verificationCode,
                retryDelays,
                time,
                newGoogleHealth);
    }

    @Override
    public String toString() {
        return "SimulatorConfig[%s:%d, client %s, subscriber %s]"
                .formatted(host, port, clientId, subscriberUrl);
    }
}
