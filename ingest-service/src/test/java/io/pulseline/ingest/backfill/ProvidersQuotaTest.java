package io.pulseline.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.ingest.budget.Priority;
import io.pulseline.ingest.budget.RequestBuckets;
import io.pulseline.ingest.budget.Spending;
import io.pulseline.ingest.connection.BackfillState;
import io.pulseline.ingest.connection.BackfillStates;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.connection.RequestQuota;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is shown of a connection goes by the quota of its provider. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class ProvidersQuotaTest {
    @Inject ConnectionStore connections;
    @Inject BackfillStore store;
    @Inject BackfillStates states;
    @Inject RequestQuota quota;
    @Inject RequestBuckets buckets;

    private Connection connects() {
        UUID id = UUID.fromString(People.connects("anna", People.wearer()));
        return connections.find(id).orElseThrow();
    }

    /** The same connection, as if it were one at Google. */
    private static Connection atGoogle(Connection connection) {
        return new Connection(
                connection.id(),
                connection.user(),
                OpenSets.Provider.GOOGLE_HEALTH,
                connection.providerUserId(),
                connection.state(),
                connection.reason(),
                connection.grantedScopes(),
                connection.conditions(),
                connection.connectedAt(),
                connection.changedAt(),
                connection.version(),
                connection.zones(),
                connection.profileReadAt(),
                connection.subscribed(),
                connection.subscriptionsCheckedAt(),
                connection.studyWindow(),
                connection.devices(),
                connection.devicesReadAt(),
                connection.erasedAt(),
                connection.movedTo());
    }

    @Test
    void requestsLeftAreThoseOfTheProvidersQuota() {
        SimulatedFitbit.awayFromTheFullHour();
        Connection fitbit = connects();
        Connection google = atGoogle(fitbit);
        assertThat(quota.requestsLeft(google)).isEmpty();

        Spending.of(google.id(), Priority.LIVE, () -> buckets.take("Google Health"));

        assertThat(quota.requestsLeft(google).orElseThrow()).isBetween(144, 145);
        assertThat(quota.requestsLeft(fitbit).orElseThrow()).isLessThan(144);
    }

    @Test
    void theEndOfABackfillIsEstimatedByTheProvidersQuota() {
        Connection fitbit = connects();
        Instant later =
                SimulatedFitbit.simulator()
                        .now()
                        .plus(Duration.ofDays(900))
                        .truncatedTo(ChronoUnit.SECONDS);
        LocalDate last = LocalDate.of(2026, 10, 31);
        store.begin(fitbit.id(), last.minusDays(99), last, List.of(PayloadKind.SLEEP), later);

        assertThat(states.backfill(fitbit).map(BackfillState::estimatedEnd))
                .as("80 requests at 75 an hour")
                .hasValue(later.plusSeconds(3840));
        assertThat(states.backfill(atGoogle(fitbit)).map(BackfillState::estimatedEnd))
                .as("80 requests at 9000 an hour")
                .hasValue(later.plusSeconds(32));
        assertThat(store.stop(fitbit.id(), "test", later)).isTrue();
    }
}
