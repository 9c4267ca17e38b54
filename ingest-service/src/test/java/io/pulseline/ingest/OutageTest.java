package io.pulseline.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Topics;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.notify.Notification;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("containers")
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class OutageTest {
    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Infrastructure infrastructure = Infrastructure.shared();
    private final Streams streams = new Streams();

    @AfterEach
    void allIsWellAgain() {
        infrastructure.postgres().start();
        infrastructure.kafka().resume();
    }

    private int ring(SimulatedUser wearer) {
        LocalDate today = fitbit.now().atZone(wearer.zone()).toLocalDate();
        Integer status =
                fitbit.rings(List.of(Notification.of("activities", today, wearer.id(), "s")));
        return status == null ? 0 : status;
    }

    private int deadLetters() {
        return streams.probe()
                .everythingIn(Topics.deadLettersOf(Topics.SOURCE_NOTIFICATIONS))
                .size();
    }

    private static int readiness() {
        return given().get("/q/health/ready").statusCode();
    }

    @Test
    void withoutPostgresNotificationsAreTakenAndNothingIsLost() {
        int deadLetters = deadLetters();
        List<SimulatedUser> wearers = new ArrayList<>();
        List<String> connections = new ArrayList<>();
        for (int count = 0; count < 3; count++) {
            wearers.add(People.wearer());
            connections.add(People.connects("anna", wearers.getLast()));
        }

        infrastructure.postgres().stop();
        for (SimulatedUser wearer : wearers) {
            fitbit.hasRun(wearer, Duration.ofMinutes(32));
            assertThat(ring(wearer)).isEqualTo(204);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> readiness() == 503);
        assertThat(given().get("/q/health/group/webhook").statusCode()).isEqualTo(200);
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
        infrastructure.postgres().start();

        for (String connection : connections) {
            assertThat(streams.awaitPayloads(connection, 1)).hasSize(1);
        }
        assertThat(deadLetters()).isEqualTo(deadLetters);
        await().atMost(Duration.ofSeconds(20)).until(() -> readiness() == 200);
    }

    @Test
    void withoutKafkaTheWebhookSaysSoInLessThanFourSeconds() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        fitbit.hasRun(wearer, Duration.ofMinutes(32));

        infrastructure.kafka().pause();
        long began = System.nanoTime();
        int status = ring(wearer);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        int live = given().get("/q/health/live").statusCode();
        infrastructure.kafka().resume();

        assertThat(live).isEqualTo(200);
        assertThat(status).isEqualTo(503);
        assertThat(took).isLessThan(Duration.ofSeconds(4));
        await().atMost(Duration.ofSeconds(30)).until(() -> ring(wearer) == 204);
        streams.awaitPayloads(connection, 1);
        assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    }
}
