package io.pulseline.ingest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.BackfillRequested;
import io.pulseline.contracts.source.DisconnectRequested;
import io.pulseline.contracts.source.SourceRequest;
import io.pulseline.contracts.source.SyncRequested;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.ingest.request.RequestMetrics.Outcome;
import io.pulseline.ingest.stage.Counters;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class RequestsTest {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final String ANNA = Ids.user(Ids.BUILT_IN_ISSUER, "anna").toString();

    @Inject AvroCodec<SourceRequest> codec;
    @Inject RequestRules rules;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    private SourceRequest.Builder request(String connection) {
        return SourceRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setUser(ANNA)
                .setConnectionId(connection)
                .setRequestedEpochMillis(fitbit.now().toEpochMilli());
    }

    private void send(SourceRequest request) {
        streams.probe()
                .produce(
                        Topics.SOURCE_REQUESTS, request.getUser(), codec.encode(request), Map.of());
    }

    private static double count(Outcome outcome) {
        return Counters.of(
                "pulseline.ingest.requests", "outcome", outcome.name().toLowerCase(Locale.ROOT));
    }

    private static String stateOf(String connection) {
        return People.looksAt("anna", connection).path("state");
    }

    @Test
    void aSyncIsFollowedThroughKafka() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        SimulatedFitbit.awaitQuiet();
        fitbit.hasRun(wearer, Duration.ofMinutes(32));

        send(request(connection).setSync(new SyncRequested(List.of("activity"), null)).build());

        assertThat(streams.awaitPayloads(connection, 1)).hasSize(1);
    }

    @Test
    void aBackfillIsBegunAndStopped() {
        String connection = People.connects("anna", People.wearer());
        BackfillRequested begin =
                new BackfillRequested(List.of("sleep"), "2026-01-01", null, false);
        BackfillRequested stop = new BackfillRequested(List.of(), null, null, true);

        Outcome begun = rules.apply(request(connection).setBackfill(begin).build());
        Outcome stopped = rules.apply(request(connection).setBackfill(stop).build());

        assertThat(begun).isEqualTo(Outcome.FOLLOWED);
        assertThat(stopped).isEqualTo(Outcome.FOLLOWED);
        assertThat(People.looksAt("anna", connection).<String>path("backfill.state"))
                .isIn("STOPPED", "DONE");
    }

    @Test
    void aRequestIsFollowedOnce() {
        String connection = People.connects("anna", People.wearer());
        SourceRequest sync =
                request(connection).setSync(new SyncRequested(List.of(), null)).build();

        assertThat(rules.apply(sync)).isEqualTo(Outcome.FOLLOWED);
        assertThat(rules.apply(sync)).isEqualTo(Outcome.REPEATED);
    }

    @Test
    void aDisconnectThatIsOlderThanTheConsentIsNotFollowed() {
        String connection = People.connects("anna", People.wearer());
        SourceRequest.Builder disconnect =
                request(connection).setDisconnect(new DisconnectRequested(false));

        Outcome old =
                rules.apply(
                        disconnect
                                .setRequestId(UUID.randomUUID().toString())
                                .setRequestedEpochMillis(Instant.EPOCH.toEpochMilli())
                                .build());
        assertThat(old).isEqualTo(Outcome.NO_CONNECTION);
        assertThat(stateOf(connection)).isEqualTo("CONNECTED");

        rules.apply(
                disconnect
                        .setRequestId(UUID.randomUUID().toString())
                        .setRequestedEpochMillis(fitbit.now().plusSeconds(1).toEpochMilli())
                        .build());
        assertThat(stateOf(connection)).isEqualTo("DISCONNECTED");
    }

    @Test
    void anothersConnectionDoesNotExist() {
        String connection = People.connects("ben", People.wearer());

        assertThat(
                        rules.apply(
                                request(connection)
                                        .setSync(new SyncRequested(List.of(), null))
                                        .build()))
                .isEqualTo(Outcome.NO_CONNECTION);
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheRestGoesOn() {
        String connection = People.connects("anna", People.wearer());
        double dead = count(Outcome.DEAD_LETTER);
        double followed = count(Outcome.FOLLOWED);

        streams.probe()
                .produce(
                        Topics.SOURCE_REQUESTS,
                        ANNA,
                        "no avro".getBytes(StandardCharsets.UTF_8),
                        Map.of());
        send(request(connection).build());
        send(request(connection).setSync(new SyncRequested(List.of(), null)).build());

        await().atMost(WITHIN).until(() -> count(Outcome.FOLLOWED) == followed + 1);
        assertThat(count(Outcome.DEAD_LETTER)).isEqualTo(dead + 2);
    }
}
