package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.ingest.connection.AuthorizedCalls;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionEntity;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.database.Transactions;
import io.pulseline.ingest.publish.Route;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One person at two played providers, at noon of a day in Berlin; ledger, Kafka and registry are
 * real. The service's own worker leaves these connections alone.
 */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class TwoProvidersTest {
    private static final LocalDate DAY = LocalDate.of(2027, 5, 20);
    private static final String SLEEP = PayloadKind.SLEEP;

    @Inject ConnectionStore connections;
    @Inject AuthorizedCalls calls;
    @Inject DueStore due;
    @Inject ListedReads listed;
    @Inject ListedLedger ledger;
    @Inject ListedPublishing publishing;
    @Inject DatedPass dated;
    @Inject ThingStore things;
    @Inject Transactions transactions;

    private final Streams streams = new Streams();
    private final ZoneHistory berlin =
            ZoneHistory.UNKNOWN.told(ZoneId.of("Europe/Berlin"), DAY.minusDays(99));
    private final Instant noon = berlin.instantOf(DAY.atTime(12, 10));
    private final UUID user = UUID.randomUUID();
    private Side fitbit;
    private Side google;

    /** One provider and the user's connection there. */
    private record Side(
            Connection connection,
            PlayedProvider provider,
            Clock clock,
            Set<String> toldByTheService) {
        String id() {
            return connection.id().toString();
        }
    }

    @BeforeEach
    void connects() {
        fitbit = side(user, OpenSets.Provider.FITBIT, noon);
        google = side(user, OpenSets.Provider.GOOGLE_HEALTH, noon);
    }

    private Side side(UUID who, String provider, Instant at) {
        UUID id = UUID.fromString(People.connects("anna", People.wearer()));
        due.change(id, PayloadKind.all(), row -> row.dueAt = null);
        SimulatedFitbit.awaitQuiet();
        due.change(id, PayloadKind.all(), row -> row.dueAt = null);
        transactions.run(() ->
                ConnectionEntity.update(
                        "user = ?1, provider = ?2 where id = ?3", who, provider, id));
        return at(at, connections.find(id).orElseThrow(), streams.payloadIdsOf(id.toString()));
    }

    private Side at(Instant time, Connection connection, Set<String> toldByTheService) {
        Clock clock = Clock.fixed(time, ZoneOffset.UTC);
        return new Side(
                SampleConnections.with(connection, berlin),
                new PlayedProvider(clock).synced(LocalDateTime.of(2027, 5, 20, 11, 40)),
                clock,
                toldByTheService);
    }

    private ReadContext context(Side side) {
        return new ReadContext(
                side.connection(),
                side.provider(),
                new Asker(calls, side.connection().id(), null),
                _ -> side.provider().devices(berlin),
                Route.LIVE,
                side.clock());
    }

    private static LocalDateTime night(int hour, int minute) {
        return DAY.atTime(hour, minute);
    }

    private void reads(Side side) {
        ReadContext context = context(side);
        listed.list(context, SLEEP, DAY.minusDays(2), DAY);
        listed.forward(context, SLEEP, () -> true);
    }

    private List<PayloadCaptured> told(Side side, String kind) {
        return streams.payloadsOf(side.id(), kind).stream()
                .filter(payload -> !side.toldByTheService().contains(payload.getPayloadId()))
                .toList();
    }

    private ThingEntity thing(Side side, String id) {
        return things.thing(ThingStore.id(side.connection().id(), SLEEP, id));
    }

    @Test
    void aNightThatBothShowKeepsItsKeyAndItsCaptureGrows() {
        fitbit.provider().hasSleep("f1", night(2, 0), berlin, "{f1}");
        google.provider().hasSleep("g1", night(2, 5), berlin, "{g1}");
        reads(fitbit);

        reads(google);

        PayloadCaptured before = told(fitbit, SLEEP).getFirst();
        PayloadCaptured after = told(google, SLEEP).getFirst();
        assertThat(before.getThingKey()).isEqualTo("FITBIT:f1");
        assertThat(after.getThingKey()).isEqualTo("FITBIT:f1");
        assertThat(after.getProvider()).isEqualTo(OpenSets.Provider.GOOGLE_HEALTH);
        // Both were read at the same instant.
        assertThat(after.getCapturedEpochMillis()).isGreaterThan(before.getCapturedEpochMillis());
    }

    @Test
    void aPassOfTheFormerConnectionThatIsStillUnderWayNotesNothingNew() {
        fitbit.provider().hasSleep("f1", night(2, 0), berlin, "{f1}");
        google.provider().hasSleep("g1", night(2, 5), berlin, "{g1}");
        reads(google);
        UUID former = fitbit.connection().id();
        transactions.run(() ->
                ConnectionEntity.update(
                        "movedTo = ?1 where id = ?2", google.connection().id(), former));

        reads(fitbit);

        assertThat(told(fitbit, SLEEP)).isEmpty();
        assertThat(told(google, SLEEP))
                .extracting(PayloadCaptured::getThingKey)
                .containsExactly("GOOGLE_HEALTH:g1");
    }

    @Test
    void whatTheFormerConnectionHadNotedGoesOnUnderItsKey() {
        fitbit.provider().hasSleep("f1", night(2, 0), berlin, "{f1}");
        reads(fitbit);
        transactions.run(() ->
                ConnectionEntity.update(
                        "movedTo = ?1 where id = ?2",
                        google.connection().id(),
                        fitbit.connection().id()));

        fitbit.provider().hasSleep("f1", night(2, 0), berlin, "{f1 changed}");
        reads(fitbit);

        assertThat(told(fitbit, SLEEP))
                .extracting(PayloadCaptured::getThingKey)
                .containsExactly("FITBIT:f1", "FITBIT:f1");
    }

    @Test
    void ofTwoThatOverlapTheBetterOneTakesTheKey() {
        fitbit.provider().hasSleep("f1", night(2, 0), berlin, "{f1}");
        google.provider()
                .hasSleep("g1", night(1, 50), berlin, "{g1}")
                .hasSleep("g2", night(2, 2), berlin, "{g2}");
        reads(fitbit);

        reads(google);

        assertThat(thing(google, "g1").thingKey).isEqualTo("GOOGLE_HEALTH:g1");
        assertThat(thing(google, "g2").thingKey).isEqualTo("FITBIT:f1");
    }

    @Test
    void aKeyThatWasTakenOverStaysWhereItIs() {
        fitbit.provider().hasSleep("f1", night(2, 0), berlin, "{f1}");
        google.provider().hasSleep("g1", night(2, 10), berlin, "{g1}");
        reads(fitbit);
        reads(google);

        google.provider().hasSleep("g2", night(2, 0), berlin, "{g2}");
        reads(google);

        assertThat(thing(google, "g1").thingKey).isEqualTo("FITBIT:f1");
        assertThat(thing(google, "g2").thingKey).isEqualTo("GOOGLE_HEALTH:g2");
    }

    @Test
    void whatOverlapsTooLittleIsAnotherNight() {
        fitbit.provider().hasSleep("f1", night(2, 0), berlin, "{f1}");
        google.provider().hasSleep("g1", night(2, 30), berlin, "{g1}");
        reads(fitbit);

        reads(google);

        assertThat(thing(google, "g1").thingKey).isEqualTo("GOOGLE_HEALTH:g1");
    }

    @Test
    void anothersNightIsAnotherNight() {
        Side neighbour = side(UUID.randomUUID(), OpenSets.Provider.FITBIT, noon);
        neighbour.provider().hasSleep("f1", night(2, 0), berlin, "{f1}");
        google.provider().hasSleep("g1", night(2, 0), berlin, "{g1}");
        reads(neighbour);

        reads(google);

        assertThat(thing(google, "g1").thingKey).isEqualTo("GOOGLE_HEALTH:g1");
    }

    @Test
    void aThingOfAnotherKindIsAnotherThing() {
        fitbit.provider().hasSleep("f1", night(2, 0), berlin, "{f1}");
        ledger.note(context(fitbit), PayloadKind.ACTIVITY, listedOf(fitbit));
        google.provider().hasSleep("g1", night(2, 0), berlin, "{g1}");

        reads(google);

        assertThat(thing(google, "g1").thingKey).isEqualTo("GOOGLE_HEALTH:g1");
    }

    private List<ListedThing> listedOf(Side side) {
        ListQuestion question =
                new ListQuestion(SLEEP, DAY, DAY, side.connection().grantedScopes(), berlin);
        return side.provider().things("", question)
                        instanceof ProviderAnswer.Given<Listing>(Listing listing)
                ? listing.things()
                : List.of();
    }

    @Test
    void whatTookOverAKeyAndVanishedIsToldUnderThatKey() {
        fitbit.provider().hasSleep("f1", night(2, 0), berlin, "{f1}");
        google.provider().hasSleep("g1", night(2, 0), berlin, "{g1}");
        reads(fitbit);
        reads(google);
        google.provider().loses("g1");
        reads(google);
        Side later =
                at(
                        noon.plus(Duration.ofMinutes(30)),
                        google.connection(),
                        google.toldByTheService());

        reads(later);

        assertThat(told(google, SLEEP))
                .extracting(
                        payload -> payload.getThingKey(),
                        payload -> payload.getParts().getFirst().getKind())
                .containsExactly(
                        tuple("FITBIT:f1", PartKind.LOG), tuple("FITBIT:f1", PartKind.VANISHED));
    }

    @Test
    void whatVanishedBeforeItWasToldHereIsToldAllTheSame() {
        fitbit.provider().hasSleep("f1", night(2, 0), berlin, "{f1}");
        reads(fitbit);
        google.provider().hasSleep("g1", night(2, 0), berlin, "{g1}");
        ledger.note(context(google), SLEEP, listedOf(google));

        UUID id = ThingStore.id(google.connection().id(), SLEEP, "g1");
        publishing.vanish(google.connection(), id);
        publishing.forward(context(google), id);

        PayloadCaptured gone = told(google, SLEEP).getFirst();
        assertThat(gone.getThingKey()).isEqualTo("FITBIT:f1");
        assertThat(gone.getParts().getFirst().getKind()).isEqualTo(PartKind.VANISHED);
        assertThat(gone.getCapturedEpochMillis())
                .isGreaterThan(told(fitbit, SLEEP).getFirst().getCapturedEpochMillis());
    }

    @Test
    void aDateThatTheOtherProviderTellsLaterIsCapturedLater() {
        fitbit.provider().has(PartKind.HRV_SUMMARY, DAY, "{f}");
        readsHrv(fitbit);
        Side later =
                at(
                        noon.plus(Duration.ofMinutes(1)),
                        google.connection(),
                        google.toldByTheService());
        later.provider().has(PartKind.HRV_SUMMARY, DAY, "{g}");

        readsHrv(later);

        PayloadCaptured before = told(fitbit, PayloadKind.HEART_RATE_VARIABILITY).getFirst();
        PayloadCaptured after = told(later, PayloadKind.HEART_RATE_VARIABILITY).getFirst();
        assertThat(after.getThingKey()).isEqualTo(before.getThingKey());
        assertThat(after.getCapturedEpochMillis()).isGreaterThan(before.getCapturedEpochMillis());
    }

    private void readsHrv(Side side) {
        DueWork work =
                new DueWork(
                        UUID.randomUUID(),
                        side.connection().id(),
                        PayloadKind.HEART_RATE_VARIABILITY,
                        UUID.randomUUID(),
                        null,
                        DAY.minusDays(1),
                        0,
                        Progress.none(DAY.minusDays(1)));
        dated.run(context(side), work);
    }

    @Test
    void whatAnEarlierVersionNotedGetsItsTimesWithTheNextList() {
        fitbit.provider().hasSleep("f1", night(2, 0), berlin, "{f1}");
        reads(fitbit);
        UUID id = ThingStore.id(fitbit.connection().id(), SLEEP, "f1");
        transactions.run(
                () -> ThingEntity.update("startsAt = null, endsAt = null where id = ?1", id));

        reads(fitbit);

        assertThat(thing(fitbit, "f1").startsAt).isEqualTo(berlin.instantOf(night(2, 0)));
        assertThat(thing(fitbit, "f1").endsAt).isEqualTo(berlin.instantOf(night(3, 0)));
        assertThat(told(fitbit, SLEEP)).hasSize(1);
    }

    @Test
    void whoHasMovedHasEveryKindReadFromThatDateAtOnce() {
        UUID id = google.connection().id();
        transactions.run(() -> DueEntity.delete("connectionId", id));
        LocalDate from = DAY.minusDays(20);

        transactions.run(() -> due.connected(id, from, true, noon));

        List<DueEntity> rows =
                transactions.read(() -> DueEntity.<DueEntity>list("connectionId", id));
        due.change(id, PayloadKind.all(), row -> row.dueAt = null);
        assertThat(rows)
                .hasSize(PayloadKind.all().size())
                .allSatisfy(row -> {
                    assertThat(row.liveFrom).isEqualTo(from);
                    assertThat(row.rereadFrom).isEqualTo(from);
                });
    }
}
