package io.pulseline.ingest.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The settings are those of {@link BudgetConfig} and {@link BucketConfig}. */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class ProviderQuotasTest {
    @Inject ProviderQuotas quotas;
    @Inject RequestBudget windows;
    @Inject RequestBuckets buckets;

    @Test
    void eachProvidersConnectionHasTheQuotaOfItsProvider() {
        UUID google = UUID.randomUUID();
        UUID fitbit = UUID.randomUUID();

        Spending.of(google, Priority.LIVE, () -> buckets.take("Google Health"));
        Spending.of(fitbit, Priority.LIVE, () -> windows.take("Fitbit"));

        assertThat(quotas.requestsLeft(OpenSets.Provider.GOOGLE_HEALTH, google).orElseThrow())
                .isBetween(144, 145);
        assertThat(quotas.requestsLeft(OpenSets.Provider.GOOGLE_HEALTH, fitbit)).isEmpty();
        assertThat(quotas.requestsLeft(OpenSets.Provider.FITBIT, fitbit)).hasValue(144);
        assertThat(quotas.requestsLeft(OpenSets.Provider.FITBIT, google)).isEmpty();
    }

    @Test
    void historyHasItsShareOfTheHoursAndAllThatComesBackEvenly() {
        assertThat(quotas.perHour(OpenSets.Provider.FITBIT, Priority.BACKFILL)).isEqualTo(75);
        assertThat(quotas.perHour(OpenSets.Provider.GOOGLE_HEALTH, Priority.BACKFILL))
                .isEqualTo(9_000);
        assertThat(quotas.perHourOfAll(OpenSets.Provider.FITBIT, Priority.BACKFILL)).isEmpty();
        assertThat(quotas.perHourOfAll(OpenSets.Provider.GOOGLE_HEALTH, Priority.BACKFILL))
                .hasValue(6_480_000);
    }
}
