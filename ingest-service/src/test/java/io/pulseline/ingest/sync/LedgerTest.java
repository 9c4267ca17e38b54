package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.ingest.database.Transactions;
import io.pulseline.ingest.stage.Counters;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.ActivityPlan.HeartRateMeanwhile;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class LedgerTest {
    private static final Duration RUN = Duration.ofMinutes(32);

    @Inject ThingStore things;
    @Inject Wakes wakes;
    @Inject SyncWorker worker;
    @Inject Transactions transactions;

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    private void ring(SimulatedUser wearer) {
        fitbit.ringsFor(wearer, "activities", fitbit.now().atZone(wearer.zone()).toLocalDate());
    }

    private static UUID thing(String connection, SimulatedActivity activity) {
        return ThingStore.id(
                UUID.fromString(connection), PayloadKind.ACTIVITY, Long.toString(activity.logId()));
    }

    private void awaitState(UUID thing, ThingEntity.State state) {
        await().atMost(Duration.ofSeconds(15))
                .ignoreExceptions()
                .until(() -> things.thing(thing).state == state);
    }

    @Test
    void aPayloadOverTheLimitIsRefusedAndTheRestGoesOn() {
        double before = Counters.of("pulseline.ingest.sync.payloads", "outcome", "too_large");
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        SimulatedActivity giant =
                fitbit.hasActivity(
                        wearer,
                        ActivityPlan.run(RUN)
                                .heartRateLateBy(Duration.ofMinutes(1), HeartRateMeanwhile.NONE)
                                .build());
        ring(wearer);
        UUID thing = thing(connection, giant);
        awaitState(thing, ThingEntity.State.WAITING);
        byte[] noise = new byte[Topics.MAXIMUM_VALUE_BYTES];
        new Random(7).nextBytes(noise);
        ReadPart tcx =
                new ReadPart(
                        PartKind.TCX, "/x", null, null, 200, null, "METRIC", fitbit.now(), noise);
        things.replaceParts(thing, PartKind.TCX, List.of(KeptPart.row(thing, 0, true, tcx)));

        SimulatedActivity other = fitbit.hasRun(wearer, RUN.minusMinutes(10));
        fitbit.advance(Duration.ofMinutes(2));
        ring(wearer);

        awaitState(thing, ThingEntity.State.REFUSED);
        assertThat(things.thing(thing).reason).contains("allowed are 8388608");
        assertThat(streams.awaitPayloads(connection, 1))
                .extracting(PayloadCaptured::getThingKey)
                .containsExactly("FITBIT:" + other.logId());
        assertThat(Counters.of("pulseline.ingest.sync.payloads", "outcome", "too_large"))
                .isEqualTo(before + 1);
    }

    @Test
    void whatWasSentBeforeACrashIsSentAgainByteForByte() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        SimulatedActivity run = fitbit.hasRun(wearer, RUN);
        ring(wearer);
        streams.awaitPayloads(connection, 1);
        UUID thing = thing(connection, run);
        awaitState(thing, ThingEntity.State.SETTLED);
        ConsumerRecord<String, byte[]> sent = records(connection).getFirst();
        String payloadId = streams.payloadsOf(connection).getFirst().getPayloadId();

        transactions.run(() ->
                ThingEntity.update(
                        "state = ?1, pendingPayload = ?2, pendingPayloadId = ?3,"
                                + " pendingHash = publishedHash, pendingCompleteness ="
                                + " publishedCompleteness, nextCheckAt = ?4 where id = ?5",
                        ThingEntity.State.READY,
                        sent.value(),
                        UUID.fromString(payloadId),
                        fitbit.now(),
                        thing));
        wakes.now(UUID.fromString(connection), Set.of(PayloadKind.ACTIVITY), null, fitbit.now());
        worker.wake();

        streams.awaitPayloads(connection, 2);
        awaitState(thing, ThingEntity.State.SETTLED);
        List<ConsumerRecord<String, byte[]>> twice = records(connection);
        assertThat(twice).hasSize(2);
        assertThat(Arrays.equals(twice.getFirst().value(), twice.getLast().value())).isTrue();
        assertThat(twice.getLast().headers()).isEqualTo(twice.getFirst().headers());
        assertThat(things.thing(thing).pendingPayload).isNull();
    }

    private List<ConsumerRecord<String, byte[]>> records(String connection) {
        return streams.payloadRecordsOf(connection);
    }
}
