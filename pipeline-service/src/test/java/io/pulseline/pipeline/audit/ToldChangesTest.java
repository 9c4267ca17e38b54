package io.pulseline.pipeline.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.ChangeAudited;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.testing.Infrastructure;
import io.pulseline.testing.KafkaProbe;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What ingest tells of changes stands in the audit log beside our own. */
@QuarkusTest
@Tag("containers")
@WithTestResource(ServiceSettings.class)
class ToldChangesTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:15:30.123Z");

    @Inject Transactions transactions;

    private final Street ben = Street.ben();
    private final Street oskar = Street.of("oskar", "operates");
    private final AvroCodec<ChangeAudited> codec =
            new AvroCodec<>(
                    Infrastructure.shared().registryUrl(),
                    Topics.SOURCE_AUDIT,
                    ChangeAudited.class);
    private final String connection = UUID.randomUUID().toString();

    @AfterEach
    void tidy() {
        ben.close();
        oskar.close();
        codec.close();
    }

    private ChangeAudited change(UUID actor, @Nullable UUID about) {
        return new ChangeAudited(
                UUID.randomUUID().toString(),
                AT.toEpochMilli(),
                actor.toString(),
                "ben",
                List.of("user"),
                "DELETE",
                "/api/connections/{id}",
                List.of(connection),
                about == null ? null : about.toString(),
                200,
                "session");
    }

    private void tells(ChangeAudited change) {
        ben.kafka()
                .produce(
                        Topics.SOURCE_AUDIT, ben.user().toString(), codec.encode(change), Map.of());
    }

    private List<Map<String, Object>> entries() {
        return oskar
                .asks()
                .queryParam("limit", 200)
                .get("/api/audit")
                .jsonPath()
                .<Map<String, Object>>getList("entries")
                .stream()
                .filter(entry -> List.of(connection).equals(entry.get("objectIds")))
                .toList();
    }

    @Test
    void whatIsToldTwiceStandsThereOnceAndItsActorSeesIt() {
        ChangeAudited first = change(ben.user(), null);
        tells(first);
        tells(first);
        tells(change(ben.user(), null));

        await().atMost(Street.LIMIT).until(() -> entries().size() == 2);

        assertThat(entries().getFirst())
                .containsEntry("at", AT.toString())
                .containsEntry("actor", ben.user().toString())
                .containsEntry("actorName", "ben")
                .containsEntry("roles", List.of("user"))
                .containsEntry("method", "DELETE")
                .containsEntry("path", "/api/connections/{id}")
                .containsEntry("status", 200)
                .containsEntry("client", "session");
        assertThat(ben.asks().get("/api/audit/mine").jsonPath().getList("entries.objectIds"))
                .contains(List.of(connection));
    }

    @Test
    void whatArrivesLateOfAnErasedUserHasNoName() {
        UUID erased = UUID.randomUUID();
        transactions.writeAndWait(() ->
                Panache.getSession()
                        .chain(session ->
                                session.createNativeQuery(
                                                "insert into erased_user (user_id, erased_at)"
                                                        + " values (:user, :at)")
                                        .setParameter("user", erased)
                                        .setParameter("at", AT)
                                        .executeUpdate()));

        tells(change(erased, null));
        tells(change(ben.user(), erased));
        ChangeAudited last = change(ben.user(), null);
        tells(last);
        await().atMost(Street.LIMIT).until(() -> entries().size() == 2);

        // Of the one about the erased user the connection is not known any more.
        assertThat(entries())
                .extracting(entry -> entry.get("actor"))
                .containsExactly(ben.user().toString(), null);
        assertThat(entries().getLast()).containsEntry("actorName", null);
    }

    @Test
    void whatCanNeverBeKeptIsADeadLetterAndHoldsNothingUp() {
        ChangeAudited nobodys = change(ben.user(), null);
        nobodys.setActor("42");
        String key = ben.user().toString();
        ben.kafka()
                .produce(Topics.SOURCE_AUDIT, key, "no change, poison".getBytes(UTF_8), Map.of());
        tells(nobodys);
        tells(change(ben.user(), null));

        await().atMost(Street.LIMIT).until(() -> entries().size() == 1);

        assertThat(
                        ben.kafka()
                                .await(
                                        Topics.deadLettersOf(Topics.SOURCE_AUDIT),
                                        letter -> key.equals(letter.key()),
                                        2,
                                        Street.LIMIT))
                .extracting(letter -> KafkaProbe.headersOf(letter).get("dead-letter-reason"))
                .contains("actor is no id");
    }
}
