package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.ActivityPlan.HeartRateMeanwhile;
import io.pulseline.simulator.truth.ActivityPlan.TrackMeanwhile;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class WaitingActivityTest {
    private static final Duration RUN = Duration.ofMinutes(32);

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    private void ring(SimulatedUser wearer) {
        fitbit.ringsFor(wearer, "activities", fitbit.now().atZone(wearer.zone()).toLocalDate());
    }

    private long asked(SimulatedUser wearer, String part) {
        return fitbit.requests().stream()
                .filter(request -> wearer.id().equals(request.user()))
                .filter(request -> request.path().contains(part))
                .count();
    }

    /** Of activities; those of whole days have another shape. */
    private long heartRatesAsked(SimulatedUser wearer) {
        return fitbit.requests().stream()
                .filter(request -> wearer.id().equals(request.user()))
                .filter(request ->
                        request.path().matches(".*/heart/date/.*/1sec/time/[\\d:]{8}/[\\d:]{8}.*"))
                .count();
    }

    /** Simulated time passes, half a minute at a time, until there is a payload. */
    private PayloadCaptured firstPayload(String connection) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    fitbit.advance(Duration.ofSeconds(30));
                    return !streams.payloadsOf(connection).isEmpty();
                });
        return streams.payloadsOf(connection).getFirst();
    }

    @Test
    void heartRateThatIsFourMinutesLateStillMakesOnePayload() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        Instant ended = fitbit.now();
        fitbit.hasActivity(
                wearer,
                ActivityPlan.run(RUN)
                        .withGps(true)
                        .heartRateLateBy(Duration.ofMinutes(4), HeartRateMeanwhile.NONE)
                        .build());
        ring(wearer);
        await().atMost(Duration.ofSeconds(10)).until(() -> heartRatesAsked(wearer) > 0);

        PayloadCaptured payload = firstPayload(connection);

        assertThat(payload.getCompleteness()).isEqualTo("COMPLETE");
        assertThat(payload.getParts())
                .extracting(PayloadPart::getKind)
                .containsExactly("log", "heart-rate", "tcx");
        assertThat(asked(wearer, ".tcx")).isEqualTo(1);
        assertThat(Instant.ofEpochMilli(payload.getCapturedEpochMillis()))
                .isBetween(ended.plus(Duration.ofMinutes(4)), ended.plus(Duration.ofMinutes(15)));
        long lists = asked(wearer, "list.json");
        ring(wearer);
        await().atMost(Duration.ofSeconds(10)).until(() -> asked(wearer, "list.json") > lists);
        assertThat(streams.payloadsOf(connection)).hasSize(1);
    }

    @Test
    void halfAHeartRateIsWaitedForAsWell() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        fitbit.hasActivity(
                wearer,
                ActivityPlan.run(RUN)
                        .heartRateLateBy(Duration.ofMinutes(1), HeartRateMeanwhile.FIRST_HALF)
                        .build());
        ring(wearer);
        await().atMost(Duration.ofSeconds(10)).until(() -> heartRatesAsked(wearer) > 0);

        PayloadCaptured payload = firstPayload(connection);

        assertThat(payload.getCompleteness()).isEqualTo("COMPLETE");
    }

    @Test
    void whenTheTimeIsUpItGoesOutAsItIsAndOnceMoreWhenTheRestComes() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        fitbit.hasActivity(
                wearer,
                ActivityPlan.run(RUN)
                        .withGps(true)
                        .trackLateBy(Duration.ofMinutes(40), TrackMeanwhile.NOT_FOUND)
                        .build());
        ring(wearer);
        await().atMost(Duration.ofSeconds(10)).until(() -> asked(wearer, ".tcx") > 0);

        fitbit.advance(Duration.ofMinutes(16));
        PayloadCaptured partial = streams.awaitPayloads(connection, 1).getFirst();
        // What is on the topic may not be noted yet, and the pause to the next look begins then.
        SimulatedFitbit.awaitQuiet();
        fitbit.advance(Duration.ofMinutes(31));
        PayloadCaptured complete = streams.awaitPayloads(connection, 2).getLast();

        assertThat(partial.getCompleteness()).isEqualTo("PARTIAL");
        assertThat(partial.getMissingParts()).containsExactly("tcx");
        assertThat(partial.getParts())
                .extracting(PayloadPart::getKind)
                .containsExactly("log", "heart-rate");
        assertThat(complete.getCompleteness()).isEqualTo("COMPLETE");
        assertThat(complete.getMissingParts()).isEmpty();
        assertThat(complete.getThingKey()).isEqualTo(partial.getThingKey());
        assertThat(complete.getCapturedEpochMillis())
                .isGreaterThan(partial.getCapturedEpochMillis());
        assertThat(heartRatesAsked(wearer)).isEqualTo(1);
    }
}
