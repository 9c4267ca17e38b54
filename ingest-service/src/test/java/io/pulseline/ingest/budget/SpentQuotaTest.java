package io.pulseline.ingest.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class SpentQuotaTest {
    @Inject Statements statements;
    @Inject RequestBudget budget;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    @Test
    void everyCallOfConnectingAndSyncIsCounted() {
        SimulatedFitbit.awayFromTheFullHour();
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();

        long asked =
                fitbit.requests().stream()
                        .filter(seen -> wearer.id().equals(seen.user()))
                        .filter(seen -> !seen.path().startsWith("/oauth2"))
                        .count();
        assertThat(asked).isPositive();
        assertThat(budget.requestsLeft(UUID.fromString(connection))).hasValue((int) (145 - asked));
        People.looksAt("anna", connection)
                .then()
                .body("requestsLeft", equalTo((int) (145 - asked)));
    }

    @Test
    void aSpentQuotaPostponesToTheNextHourAndSaysSo() {
        SimulatedFitbit.awayFromTheFullHour();
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        statements.rows(
                "UPDATE rate_budget SET used = 145 WHERE connection_id = $1",
                UUID.fromString(connection));
        int asked = fitbit.requests().size();

        fitbit.hasRun(wearer, Duration.ofMinutes(32));
        fitbit.ringsFor(wearer, "activities", fitbit.now().atZone(wearer.zone()).toLocalDate());

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        People.looksAt("anna", connection)
                                .then()
                                .body("conditions.type", hasItem("RATE_LIMITED"))
                                .body(
                                        "conditions.find { it.type == 'RATE_LIMITED' }.message",
                                        endsWith("Fitbit quota spent. We go on then."))
                                .body("requestsLeft", equalTo(0)));
        assertThat(
                        fitbit.requests().stream()
                                .skip(asked)
                                .filter(seen -> wearer.id().equals(seen.user())))
                .isEmpty();

        fitbit.advance(Duration.ofHours(1).plusSeconds(10));
        streams.awaitPayloads(connection, 1);
        People.looksAt("anna", connection).then().body("requestsLeft", greaterThan(0));
    }

    @Test
    void aCallThatNobodyPaysForIsAMistakeInOurProgram() {
        assertThatThrownBy(() -> budget.take("Fitbit"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside of Spending");
    }
}
