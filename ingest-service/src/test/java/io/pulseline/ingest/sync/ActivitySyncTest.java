package io.pulseline.ingest.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
import io.pulseline.ingest.stage.Counters;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.simulator.FitbitSimulator;
import io.pulseline.simulator.notify.Notification;
import io.pulseline.simulator.truth.ActivityEdit;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.Quirk;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedUser;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("containers")
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class ActivitySyncTest {
    private static final Duration RUN = Duration.ofMinutes(32);

    private final FitbitSimulator fitbit = SimulatedFitbit.simulator();
    private final Streams streams = new Streams();

    private static LocalDate today(SimulatedUser wearer) {
        return SimulatedFitbit.simulator().now().atZone(wearer.zone()).toLocalDate();
    }

    private int ring(SimulatedUser wearer) {
        return Objects.requireNonNull(fitbit.ringsFor(wearer, "activities", today(wearer)));
    }

    /** Requests of the wearer for the activity list so far. */
    private long lists(SimulatedUser wearer) {
        return fitbit.requests().stream()
                .filter(request -> wearer.id().equals(request.user()))
                .filter(request -> request.path().endsWith("/activities/list.json"))
                .count();
    }

    private void awaitAnotherList(SimulatedUser wearer, long before) {
        await().atMost(Duration.ofSeconds(15)).until(() -> lists(wearer) > before);
    }

    @Test
    void aRunBecomesOnePayloadWithAllItsParts() throws IOException {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        SimulatedActivity run = fitbit.hasRun(wearer, RUN);

        assertThat(ring(wearer)).isEqualTo(204);

        PayloadCaptured payload = streams.awaitPayloads(connection, 1).getFirst();
        assertThat(payload.getThingKey()).isEqualTo("FITBIT:" + run.logId());
        assertThat(payload.getCompleteness()).isEqualTo("COMPLETE");
        assertThat(payload.getAcquisition()).isEqualTo("LIVE");
        assertThat(payload.getParts())
                .extracting(PayloadPart::getKind)
                .containsExactly("log", "heart-rate", "tcx");
        assertThat(payload.getZoneHistory().getFirst().getZone()).isEqualTo("Europe/Berlin");
        assertThat(payload.getDeviceLastSyncEpochMillis()).isNotNull();
        assertThat(payload.getCoverageFromEpochMillis()).isEqualTo(run.start().toEpochMilli());
        byte[] log = PartBytes.body(payload.getParts().getFirst());
        assertThat(new ObjectMapper().readTree(log).path("logId").asLong()).isEqualTo(run.logId());
        assertThat(new String(PartBytes.body(payload.getParts().get(2)), UTF_8))
                .startsWith("<?xml");
    }

    @Test
    void ringingAgainAndAgainTellsNothingTwice() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        fitbit.hasRun(wearer, RUN);
        ring(wearer);
        streams.awaitPayloads(connection, 1);

        LocalDate today = today(wearer);
        long before = lists(wearer);
        fitbit.rings(
                List.of(
                        Notification.of("activities", today, wearer.id(), "x"),
                        Notification.of("activities", today.minusDays(1), wearer.id(), "x"),
                        Notification.of("activities", today, wearer.id(), "x")));
        awaitAnotherList(wearer, before);
        SimulatedActivity second = fitbit.hasRun(wearer, Duration.ofMinutes(12));
        ring(wearer);

        List<PayloadCaptured> payloads = streams.awaitPayloads(connection, 2);
        assertThat(streams.payloadsOf(connection)).hasSize(2);
        assertThat(payloads.getLast().getThingKey()).isEqualTo("FITBIT:" + second.logId());
    }

    @Test
    void anEditedActivityIsToldAgainWithALaterCapture() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        SimulatedActivity run = fitbit.hasRun(wearer, RUN);
        ring(wearer);
        PayloadCaptured first = streams.awaitPayloads(connection, 1).getFirst();

        fitbit.hasEdited(run, new ActivityEdit("Evening loop", null, null, null, null, null));
        ring(wearer);

        PayloadCaptured second = streams.awaitPayloads(connection, 2).getLast();
        assertThat(second.getThingKey()).isEqualTo(first.getThingKey());
        assertThat(second.getPayloadId()).isNotEqualTo(first.getPayloadId());
        assertThat(second.getCapturedEpochMillis()).isGreaterThan(first.getCapturedEpochMillis());
    }

    @Test
    void anActivityThatPromisesNothingGoesOutAtOnce() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        fitbit.hasActivity(
                wearer,
                ActivityPlan.run(RUN).with(Quirk.MANUAL).withLogId(52_748_260_528L).build());

        ring(wearer);

        PayloadCaptured payload = streams.awaitPayloads(connection, 1).getFirst();
        assertThat(payload.getThingKey()).isEqualTo("FITBIT:52748260528");
        assertThat(payload.getParts()).extracting(PayloadPart::getKind).containsExactly("log");
        assertThat(payload.getCompleteness()).isEqualTo("COMPLETE");
    }

    @Test
    void aTrackWithoutLapsIsAFullAnswer() {
        SimulatedUser wearer = People.wearer("Asia/Kolkata");
        String connection = People.connects("anna", wearer);
        fitbit.hasActivity(wearer, ActivityPlan.run(RUN).with(Quirk.TCX_WITHOUT_LAP).build());

        ring(wearer);

        PayloadCaptured payload = streams.awaitPayloads(connection, 1).getFirst();
        assertThat(payload.getCompleteness()).isEqualTo("COMPLETE");
        assertThat(payload.getParts()).hasSize(3);
    }

    @Test
    void whatTheUserDidNotAllowIsNotWaitedFor() {
        SimulatedUser wearer = People.wearer();
        String connection =
                People.connects("anna", wearer, "activity heartrate profile settings sleep");
        fitbit.hasRun(wearer, RUN);

        ring(wearer);

        PayloadCaptured payload = streams.awaitPayloads(connection, 1).getFirst();
        assertThat(payload.getCompleteness()).isEqualTo("COMPLETE");
        assertThat(payload.getParts())
                .extracting(PayloadPart::getKind)
                .containsExactly("log", "heart-rate");
    }

    @Test
    void twelveHoursOfHeartRateAndTrackFitIntoOnePayload() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        fitbit.hasActivity(wearer, ActivityPlan.run(Duration.ofHours(12)).withGps(true).build());

        ring(wearer);

        PayloadCaptured payload = streams.awaitPayloads(connection, 1).getFirst();
        assertThat(payload.getParts()).hasSize(3);
        assertThat(payload.getParts().stream().mapToLong(PayloadPart::getUncompressedBytes).sum())
                .isGreaterThan(5_000_000);
    }

    @Test
    void aListOfSeveralPagesIsReadToItsEnd() {
        SimulatedUser wearer = People.wearer();
        String connection = People.connects("anna", wearer);
        for (int count = 0; count < 103; count++) {
            fitbit.hasActivity(
                    wearer,
                    ActivityPlan.run(Duration.ofSeconds(30))
                            .endingAt(fitbit.now().minusSeconds(60L * count))
                            .with(Quirk.MANUAL)
                            .build());
        }

        ring(wearer);

        assertThat(streams.awaitPayloads(connection, 103))
                .extracting(PayloadCaptured::getThingKey)
                .doesNotHaveDuplicates();
        assertThat(fitbit.requests())
                .anyMatch(request ->
                        wearer.id().equals(request.user())
                                && String.valueOf(request.query()).contains("offset=100"));
    }

    @Test
    void whatLiesBeforeTheConsentIsLeftAlone() {
        SimulatedUser wearer = People.wearer();
        fitbit.hasActivity(
                wearer,
                ActivityPlan.run(RUN).endingAt(fitbit.now().minus(Duration.ofDays(5))).build());
        String connection = People.connects("anna", wearer);
        SimulatedActivity fresh = fitbit.hasRun(wearer, RUN);

        fitbit.rings(
                List.of(
                        Notification.of(
                                "activities", today(wearer).minusDays(5), wearer.id(), "x")));

        assertThat(streams.awaitPayloads(connection, 1))
                .extracting(PayloadCaptured::getThingKey)
                .containsExactly("FITBIT:" + fresh.logId());
    }

    @Test
    void aStrangersNotificationIsCounted() {
        double before =
                Counters.of("pulseline.ingest.sync.notifications", "outcome", "unknown_owner");

        fitbit.rings(List.of(Notification.of("activities", LocalDate.EPOCH, "NOBODY", "x")));

        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        Counters.of(
                                        "pulseline.ingest.sync.notifications",
                                        "outcome",
                                        "unknown_owner")
                                > before);
    }
}
