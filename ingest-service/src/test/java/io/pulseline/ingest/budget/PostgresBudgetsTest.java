package io.pulseline.ingest.budget;

import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class PostgresBudgetsTest extends BudgetsContract {
    @Inject Statements statements;

    @Inject BudgetConfig config;

    /** A replica has nothing but the database. */
    @Override
    Budgets replica() {
        return new PostgresBudgets(statements, config);
    }
}
