package io.pulseline.ingest.stage;

import static org.awaitility.Awaitility.await;

import io.pulseline.ingest.database.Statements;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.SimulatorConfig;
import io.pulseline.simulator.googlehealth.GoogleHealthConfig;
import io.pulseline.simulator.http.SeenRequest;
import io.quarkus.arc.Arc;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The one simulator of the test JVM, and the service's clock, which shows its time. Never reset:
 * the service's past would lie in the future.
 */
@ApplicationScoped
public class SimulatedFitbit {
    public static final String CLIENT_ID = "22B8M7";
    public static final String CLIENT_SECRET = "simulated-client-secret";
    public static final String GOOGLE_CLIENT_ID =
            "192920988822-simulated.apps.googleusercontent.com";
    public static final String GOOGLE_CLIENT_SECRET = "GOCSPX-simulated-client-secret";
    public static final String VERIFICATION_CODE = "simulated-verification-code";

    /** Leases go by the machine's time; one that has run out is held by nobody. */
    private static final String OPEN =
            """
            SELECT 1 AS open FROM due WHERE due_at <= $1 OR lease_until > now()
            UNION ALL
            SELECT 1 FROM backfill
            WHERE lease_until > now() OR (state = 'RUNNING' AND next_at <= $1)
            LIMIT 1
            """;

    private static final FitbitSimulator SIMULATOR = start();

    private static FitbitSimulator start() {
        String api = setting("pulseline.fitbit.api-url");
        String own = setting("pulseline.public-url");
        return FitbitSimulator.start(
                SimulatorConfig.defaults()
                        .withListener("127.0.0.1", URI.create(api).getPort())
                        .withApplication(
                                CLIENT_ID, CLIENT_SECRET, List.of(own + "/connect/fitbit/callback"))
                        .withGoogleHealth(
                                GoogleHealthConfig.defaults()
                                        .withClient(
                                                GOOGLE_CLIENT_ID,
                                                GOOGLE_CLIENT_SECRET,
                                                List.of(own + "/connect/google-health/callback")))
                        .withSubscriber(
                                URI.create(own + "/webhooks/fitbit"),
                                VERIFICATION_CODE,
                                List.of(Duration.ofMillis(500), Duration.ofSeconds(5))));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    public static FitbitSimulator simulator() {
        return SIMULATOR;
    }

    /**
     * Waits until nothing is due or at work and nobody asks for a moment: time that one test moves
     * on makes everybody's connections due, and the next test's faults are meant for its own
     * wearer.
     */
    public static void awaitQuiet() {
        AtomicReference<@Nullable SeenRequest> seen = new AtomicReference<>();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    List<SeenRequest> requests = SIMULATOR.requests();
                    SeenRequest last = requests.isEmpty() ? null : requests.getLast();
                    return Objects.equals(last, seen.getAndSet(last)) && isNothingOpen();
                });
    }

    private static boolean isNothingOpen() {
        return statements().rows(OPEN, SIMULATOR.now()).isEmpty();
    }

    /**
     * Nothing is due of other connections: they would take a fault that is meant for this one, or
     * live its days as well.
     */
    public static void othersRest(UUID connection) {
        statements().rows("UPDATE due SET due_at = NULL WHERE connection_id <> $1", connection);
    }

    private static Statements statements() {
        return Arc.container().instance(Statements.class).get();
    }

    /** Quotas of Fitbit come back at the full hour: what counts requests begins well before. */
    public static void awayFromTheFullHour() {
        Instant now = SIMULATOR.now();
        if (now.atZone(ZoneOffset.UTC).getMinute() > 55) {
            SIMULATOR.advance(Duration.ofMinutes(10));
        }
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return SIMULATOR.now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("UTC only");
            }
        };
    }
}
