package io.pulseline.simulator;

import io.pulseline.simulator.googlehealth.GoogleHealthConfig;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the simulator on its own; every setting comes from the environment (see the README). */
public final class SimulatorMain {
    private static final int USUAL_PORT = 8089;

    private SimulatorMain() {}

    /**
     * Starts and stays until the process is told to end; exit code 1 with the reason if it cannot.
     */
    public static void main(String[] arguments) {
        try {
            FitbitSimulator simulator = FitbitSimulator.start(config(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            System.out.println("fitbit-simulator is ready: " + simulator.apiUrl());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println("fitbit-simulator cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Reads the settings; throws naming the variable that is wrong. */
    static SimulatorConfig config(Map<String, String> environment) {
        SimulatorConfig usual = SimulatorConfig.defaults();
        String base = "http://localhost:" + USUAL_PORT;
        return usual.withTime(time(environment))
                .withListener(
                        environment.getOrDefault("SIMULATOR_HOST", usual.host()),
                        port(environment.getOrDefault("SIMULATOR_PORT", "" + USUAL_PORT)))
                .withUrls(
                        withoutSlash(environment.getOrDefault("SIMULATOR_SELF_URL", base)),
                        withoutSlash(environment.getOrDefault("SIMULATOR_BROWSER_URL", base)))
                .withApplication(
                        environment.getOrDefault("SIMULATOR_CLIENT_ID", usual.clientId()),
                        environment.getOrDefault("SIMULATOR_CLIENT_SECRET", usual.clientSecret()),
                        redirectUris(environment, usual))
                .withSubscriber(
                        url("SIMULATOR_SUBSCRIBER_URL", environment),
                        environment.getOrDefault(
                                "SIMULATOR_VERIFICATION_CODE", usual.verificationCode()),
                        retryDelays(
                                "SIMULATOR_NOTIFICATION_RETRY_SECONDS",
                                environment,
                                usual.retryDelays()))
                .withGoogleHealth(googleHealth(environment));
    }

    private static GoogleHealthConfig googleHealth(Map<String, String> environment) {
        GoogleHealthConfig usual = GoogleHealthConfig.defaults();
        String redirectUris = environment.get("SIMULATOR_GOOGLE_REDIRECT_URIS");
        return usual.withClient(
                        environment.getOrDefault("SIMULATOR_GOOGLE_CLIENT_ID", usual.clientId()),
                        environment.getOrDefault(
                                "SIMULATOR_GOOGLE_CLIENT_SECRET", usual.clientSecret()),
                        redirectUris == null ? usual.redirectUris() : parts(redirectUris))
                .withProject(
                        environment.getOrDefault(
                                "SIMULATOR_GOOGLE_PROJECT_NUMBER", usual.projectNumber()),
                        environment.getOrDefault(
                                "SIMULATOR_GOOGLE_ADMINISTRATOR_TOKEN", usual.administratorToken()))
                .withSubscriber(
                        url("SIMULATOR_GOOGLE_SUBSCRIBER_URL", environment),
                        environment.getOrDefault(
                                "SIMULATOR_GOOGLE_SUBSCRIBER_SECRET", usual.subscriberSecret()),
                        retryDelays(
                                "SIMULATOR_GOOGLE_RETRY_SECONDS",
                                environment,
                                usual.retryDelays()));
    }

    /** The system's time, or a time that stands still until it is moved. */
    private static InstantSource time(Map<String, String> environment) {
        String start = environment.getOrDefault("SIMULATOR_CLOCK_START", "");
        if (start.isEmpty()) {
            return InstantSource.system();
        }
        try {
            return InstantSource.fixed(Instant.parse(start));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "SIMULATOR_CLOCK_START is not an instant like 2026-10-15T00:00:00Z: " + start,
                    e);
        }
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("SIMULATOR_PORT is not a number: " + text, e);
        }
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static List<String> redirectUris(
            Map<String, String> environment, SimulatorConfig usual) {
        String list = environment.get("SIMULATOR_REDIRECT_URIS");
        return list == null ? usual.redirectUris() : parts(list);
    }

    private static @Nullable URI url(String name, Map<String, String> environment) {
        String url = environment.getOrDefault(name, "");
        try {
            return url.isEmpty() ? null : URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is not a URL: " + url, e);
        }
    }

    private static List<Duration> retryDelays(
            String name, Map<String, String> environment, List<Duration> usual) {
        String list = environment.get(name);
        if (list == null) {
            return usual;
        }
        try {
            return parts(list).stream().map(Long::parseLong).map(Duration::ofSeconds).toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    name + " is not a comma list of seconds: " + list, e);
        }
    }

    private static List<String> parts(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
