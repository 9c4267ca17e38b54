package io.pulseline.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.ChangeAudited;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is told of what somebody changed. */
@QuarkusTest
@Tag("containers")
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class AuditTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final UUID ANNA = Ids.user(Ids.BUILT_IN_ISSUER, "anna");

    @Inject AvroCodec<ChangeAudited> codec;

    private final Streams streams = new Streams();

    private List<ChangeAudited> awaitTold(Predicate<ChangeAudited> wanted) {
        return streams
                .probe()
                .await(
                        Topics.SOURCE_AUDIT,
                        message -> wanted.test(codec.decode(message.value())),
                        1,
                        LIMIT)
                .stream()
                .map(message -> codec.decode(message.value()))
                .toList();
    }

    private static Predicate<ChangeAudited> about(String id) {
        return told -> told.getObjectIds().contains(id);
    }

    @Test
    void aChangeIsToldWithoutItsBodyAndQuery() {
        String id = People.connects("anna", People.wearer());
        People.loggedIn("anna")
                .contentType("application/json")
                .queryParam("ignored", "a-query")
                .body("{\"kinds\":[\"sleep\"]}")
                .post("/api/connections/" + id + "/sync")
                .then()
                .statusCode(202);

        ChangeAudited told = awaitTold(about(id)).getFirst();

        assertThat(told.getActor()).isEqualTo(ANNA.toString());
        assertThat(told.getActorName()).isEqualTo("anna");
        assertThat(told.getRoles()).containsExactly("user");
        assertThat(told.getMethod()).isEqualTo("POST");
        assertThat(told.getPath()).isEqualTo("/api/connections/{id}/sync");
        assertThat(told.getObjectIds()).containsExactly(id);
        assertThat(told.getStatus()).isEqualTo(202);
        assertThat(told.getClient()).isEqualTo("basic");
        assertThat(UUID.fromString(told.getChangeId())).isNotNull();
        assertThat(told.getAtEpochMillis())
                .isBetween(
                        SimulatedFitbit.simulator().now().minus(LIMIT).toEpochMilli(),
                        SimulatedFitbit.simulator().now().toEpochMilli());
        assertThat(told.toString()).doesNotContain("sleep", "a-query");
    }

    @Test
    void whatOnlyReadsOrCannotBeTakenIsNotTold() {
        String id = People.connects("anna", People.wearer());
        People.loggedIn("anna").get("/api/connections/" + id).then().statusCode(200);
        People.loggedIn("ben").post("/api/connections/" + id + "/sync").then().statusCode(404);
        People.loggedIn("anna")
                .contentType("application/json")
                .body("{\"kinds\":[\"mood\"]}")
                .post("/api/connections/" + id + "/sync")
                .then()
                .statusCode(400);

        // One that comes after them: changes are told in their order.
        People.loggedIn("anna").delete("/api/connections/" + id).then().statusCode(200);
        awaitTold(told -> about(id).test(told) && told.getMethod().equals("DELETE"));

        assertThat(awaitTold(about(id)))
                .extracting(ChangeAudited::getMethod)
                .containsExactly("DELETE");
    }

    @Test
    void whoLacksARoleIsToldOf() {
        String user = UUID.randomUUID().toString();
        People.loggedIn("anna")
                .post("/api/migration/" + user + "/reminders")
                .then()
                .statusCode(403);

        ChangeAudited told = awaitTold(about(user)).getFirst();

        assertThat(told.getStatus()).isEqualTo(403);
        assertThat(told.getAboutUser()).isEqualTo(user);
        assertThat(told.getActorName()).isEqualTo("anna");
    }
}
