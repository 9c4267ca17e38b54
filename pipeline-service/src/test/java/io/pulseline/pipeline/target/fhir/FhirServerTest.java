package io.pulseline.pipeline.target.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.pipeline.target.DeliveryOutcome;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.fhir.observation.HealthRecords;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against HAPI's own server. */
class FhirServerTest {
    private HapiServer server;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        server = new HapiServer();
        desk = new Desk(server.base());
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conditional-update", "conditional-create", "single-create"})
    void aDayStandsThereOnceHoweverOftenItIsSent(String write) {
        desk.with("write", write);

        DeliveryOutcome first = desk.created(HealthRecords.day());
        int writes = server.ward.writes();
        DeliveryOutcome again = desk.sent(EventType.CREATED, HealthRecords.day(), 2);

        assertThat(Desk.remoteId(first)).isEqualTo("Observation/1");
        assertThat(again).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(server.ward.all()).hasSize(11);
        assertThat(server.ward.writes()).isEqualTo(writes).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conditional-update", "conditional-create", "single-create"})
    void aCorrectionTakesThePlaceOfWhatWasThere(String write) {
        desk.with("write", write);
        var _ = desk.created(HealthRecords.day());

        DeliveryOutcome corrected = desk.updated(corrected());

        assertThat(corrected).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(steps(server.ward.valid())).containsExactly(10_000);
        assertThat(codes(server.ward.valid())).doesNotContain("40443-4").contains("41979-6");
        assertThat(codes(retracted())).contains("40443-4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"conditional-update", "conditional-create", "single-create"})
    void aCorrectionSentAgainChangesNothing(String write) {
        desk.with("write", write);
        var _ = desk.created(HealthRecords.day());
        var _ = desk.updated(corrected());
        int writes = server.ward.writes();

        DeliveryOutcome again = desk.sent(EventType.UPDATED, corrected(), 2);

        assertThat(again).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(server.ward.writes()).isEqualTo(writes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conditional-update", "conditional-create", "single-create"})
    void whatIsDeletedIsEnteredInError(String write) {
        desk.with("write", write);
        var _ = desk.created(HealthRecords.day());
        var _ = desk.updated(corrected());

        DeliveryOutcome deleted = desk.deleted(HealthRecords.day());
        int writes = server.ward.writes();
        DeliveryOutcome again = desk.deleted(HealthRecords.day());

        assertThat(Desk.remoteId(deleted)).isNull();
        assertThat(Desk.remoteId(again)).isNull();
        assertThat(server.ward.valid()).isEmpty();
        assertThat(server.ward.writes()).isEqualTo(writes);
    }

    @Test
    void correctedIsTheSameObservationWhereTheServerUpdates() {
        var _ = desk.created(HealthRecords.day());
        var _ = desk.updated(corrected());

        assertThat(server.ward.all()).hasSize(11);
        assertThat(retracted()).hasSize(1);
    }

    @Test
    void aWorkoutThatComesBackCountsAgain() {
        var _ = desk.created(HealthRecords.run());
        var _ = desk.deleted(HealthRecords.run());
        DeliveryOutcome back = desk.updated(HealthRecords.run());

        assertThat(back).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(server.ward.valid()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conditional-update", "conditional-create", "single-create"})
    void thePanelOfAWorkoutNamesItsMembersWhereTheyStand(String write) {
        DeliveryOutcome sent = desk.with("write", write).created(HealthRecords.run());

        List<Observation> all = server.ward.all();
        Observation panel = all.getLast();
        assertThat(panel.getHasMember())
                .extracting(Reference::getReference)
                .containsExactly(
                        "Observation/1",
                        "Observation/2",
                        "Observation/3",
                        "Observation/4",
                        "Observation/5",
                        "Observation/6",
                        "Observation/7");
        assertThat(Desk.remoteId(sent)).isEqualTo("Observation/8");
    }

    @Test
    void anHourThatGrowsIsUpdated() {
        var _ = desk.created(HealthRecords.heartRate());
        var longer = HealthRecords.heartRate();
        longer.setRevision(HealthRecords.revision() + 1024);
        longer.getHeartRate()
                .setOffsetMilliseconds(List.of(5_000, 35_000, 130_000, 420_000, 480_000));
        longer.getHeartRate().setBeatsPerMinute(List.of(72, 74, 75, 90, 91));

        DeliveryOutcome updated = desk.updated(longer);

        assertThat(Desk.remoteId(updated)).isEqualTo("Observation/1");
        assertThat(server.ward.all()).hasSize(1);
        assertThat(server.ward.all().getFirst().getValueSampledData().getData())
                .isEqualTo("73 E 75 E E E E 90 91");
    }

    @Test
    void whatWasSentOfAnotherRecordIsLeftAlone() {
        var _ = desk.created(HealthRecords.day());
        Observation other = server.ward.all().getFirst().copy();
        other.getIdentifier().get(0).setValue("somebody else's");
        other.getIdentifier().get(1).setValue("another record");
        var _ = server.ward.create(other);

        var _ = desk.deleted(HealthRecords.day());

        assertThat(server.ward.valid()).hasSize(1);
    }

    @Test
    void aWorkoutWithoutATimeAnyMoreIsTakenBack() {
        var _ = desk.created(HealthRecords.run());
        Activity timeless = HealthRecords.run();
        timeless.setStartEpochMillis(null);

        assertThat(Desk.remoteId(desk.updated(timeless))).isNull();
        assertThat(server.ward.valid()).isEmpty();
    }

    @Test
    void testingFindsServerAndPatient() {
        assertThat(desk.test()).isInstanceOf(DeliveryOutcome.Accepted.class);
        assertThat(server.ward.all()).isEmpty();
        assertThat(desk.with("patient", "Patient/9").test())
                .isEqualTo(new DeliveryOutcome.Refused("the server has no Patient/9"));
        assertThat(desk.with("baseUrl", server.base() + "/nowhere").test())
                .isInstanceOf(DeliveryOutcome.Refused.class);
    }

    @Test
    void aWrongTokenRestsTheTargetUntilItsUserGivesTheRightOne() {
        server.opensFor("Bearer right");
        desk.with("authentication", "bearer");

        assertThat(desk.created(HealthRecords.respiration()))
                .isEqualTo(new DeliveryOutcome.Paused("the FHIR server needs the bearer token"));
        assertThat(desk.secret("wrong").created(HealthRecords.respiration()))
                .isInstanceOf(DeliveryOutcome.Paused.class);
        assertThat(desk.secret("right").created(HealthRecords.respiration()))
                .isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    @Test
    void basicAuthenticationHasUserNameAndPassword() {
        server.opensFor("Basic d2FyZDpzw6lzYW1l");

        DeliveryOutcome sent =
                desk.with("authentication", "basic")
                        .with("userName", "ward")
                        .secret("sésame")
                        .created(HealthRecords.respiration());

        assertThat(sent).isInstanceOf(DeliveryOutcome.Accepted.class);
    }

    /** Later, with other steps and without a resting heart rate. */
    private static DailySummary corrected() {
        DailySummary day = HealthRecords.day();
        day.setRevision(HealthRecords.revision() + 1024);
        day.setSteps(10_000);
        day.setRestingHeartRateBeatsPerMinute(null);
        return day;
    }

    private List<Observation> retracted() {
        return server.ward.all().stream()
                .filter(one -> one.getStatus() == ObservationStatus.ENTEREDINERROR)
                .toList();
    }

    private static List<Integer> steps(List<Observation> all) {
        return all.stream()
                .filter(one -> one.getCode().getCodingFirstRep().getCode().equals("41950-7"))
                .map(one -> ((Quantity) one.getValue()).getValue().intValue())
                .toList();
    }

    private static Set<String> codes(List<Observation> all) {
        return all.stream()
                .map(one -> one.getCode().getCodingFirstRep())
                .map(Coding::getCode)
                .collect(Collectors.toSet());
    }
}
