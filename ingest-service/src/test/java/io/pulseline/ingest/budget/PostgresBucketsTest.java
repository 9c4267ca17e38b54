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
class PostgresBucketsTest extends BucketsContract {
    @Inject Statements statements;

    /** A replica has nothing but the database. */
    @Override
    Buckets replica() {
        return new PostgresBuckets(statements);
    }
}
