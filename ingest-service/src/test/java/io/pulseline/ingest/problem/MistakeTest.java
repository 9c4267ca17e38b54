package io.pulseline.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class MistakeTest {
    private static final String SECRET = "an-invite-or-a-code";

    private final Heard log = new Heard();

    /** Fails as only a mistake of ours does. */
    @Path("/api/mistake")
    public static class Mistaken {
        @GET
        @Operation(hidden = true)
        public String fail() {
            throw new IllegalStateException("a mistake");
        }
    }

    private static final class Heard extends Handler {
        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            messages.add(
                    record.getMessage()
                            + Arrays.toString(record.getParameters())
                            + record.getThrown());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @BeforeEach
    void listens() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void listensNoMore() {
        Logger.getLogger("").removeHandler(log);
    }

    @Test
    void aMistakeIsLoggedByItsPathWithoutTheSecretsOfTheAddress() {
        People.loggedIn("anna")
                .queryParam("invite", SECRET)
                .get("/api/mistake")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("status", equalTo(500));

        assertThat(log.messages)
                .anyMatch(message -> message.contains("/api/mistake"))
                .noneMatch(message -> message.contains(SECRET));
    }
}
