package io.pulseline.ingest.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
import io.pulseline.ingest.connection.AuthorizedCalls;
import io.pulseline.ingest.connection.Connection;
import io.pulseline.ingest.connection.ConnectionStore;
import io.pulseline.ingest.connection.Device;
import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import io.pulseline.ingest.database.Transactions;
import io.pulseline.ingest.publish.Route;
import io.pulseline.ingest.stage.People;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.ingest.stage.SimulatedFitbit;
import io.pulseline.ingest.stage.Streams;
import io.pulseline.ingest.sync.Progress.DetailRight;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The rules of reading against a played provider, at noon of a day in Berlin; ledger, Kafka and
 * registry are real. The service's own worker leaves the connection alone.
 */
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class ReadingRulesTest {
    private static final LocalDate DAY = LocalDate.of(2027, 5, 20);
    private static final Duration LONG = Duration.ofDays(60);

    @Inject ConnectionStore connections;
    @Inject AuthorizedCalls calls;
    @Inject DueStore due;
    @Inject SeriesPass series;
    @Inject DatedPass dated;
    @Inject ListedPass listed;
    @Inject KindReads kinds;
    @Inject Outbox outbox;
    @Inject Transactions transactions;

    private final Streams streams = new Streams();
    private final ZoneHistory berlin =
            ZoneHistory.UNKNOWN.told(ZoneId.of("Europe/Berlin"), DAY.minusDays(99));
    private Connection connection;
    private MovedClock clock;
    private PlayedProvider provider;
    private Set<String> toldByTheService = Set.of();

    /** Shows what it is told to. */
    private static final class MovedClock extends Clock {
        private Instant now;

        private MovedClock(Instant now) {
            this.now = now;
        }

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("UTC only");
        }
    }

    @BeforeEach
    void connects() {
        UUID id = UUID.fromString(People.connects("anna", People.wearer()));
        due.change(id, PayloadKind.all(), row -> row.dueAt = null);
        SimulatedFitbit.awaitQuiet();
        due.change(id, PayloadKind.all(), row -> row.dueAt = null);
        toldByTheService = streams.payloadIdsOf(id.toString());
        connection = SampleConnections.with(connections.find(id).orElseThrow(), berlin);
        clock = new MovedClock(at(DAY, 12, 10));
        provider = new PlayedProvider(clock).synced(LocalDateTime.of(DAY, LocalTime.of(11, 40)));
    }

    @AfterEach
    void givesBack() {
        due.change(
                connection.id(),
                PayloadKind.all(),
                row -> {
                    row.claim = null;
                    row.leaseUntil = null;
                });
    }

    private Instant at(LocalDate date, int hour, int minute) {
        return berlin.instantOf(date.atTime(hour, minute));
    }

    private ReadContext context() {
        return new ReadContext(
                connection,
                provider,
                new Asker(calls, connection.id(), null),
                _ -> provider.devices(connection.zones()),
                Route.LIVE,
                clock);
    }

    private DueWork work(String kind, Progress progress) {
        LocalDate liveFrom = DAY.minusDays(LONG.toDays());
        return new DueWork(
                UUID.randomUUID(),
                connection.id(),
                kind,
                UUID.randomUUID(),
                null,
                liveFrom,
                progress.generationRead(),
                progress);
    }

    /** Read to the end of yesterday, with the zone of now. */
    private Progress read() {
        return Progress.none(DAY.minusDays(LONG.toDays()))
                .change()
                .succeeded(at(DAY, 0, 10), berlin)
                .readUntil(at(DAY, 0, 5))
                .watermark(DAY.minusDays(1))
                .trailingReadOn(DAY.minusDays(1))
                .done();
    }

    private static PassResult.Again again(PassResult result) {
        assertThat(result).isInstanceOf(PassResult.Again.class);
        return (PassResult.Again) result;
    }

    private Progress runsSeries(Progress progress) {
        return again(series.run(context(), work(PayloadKind.HEART_RATE, progress))).progress();
    }

    private PassResult.Again runsHrv(Progress progress) {
        return again(dated.run(context(), work(PayloadKind.HEART_RATE_VARIABILITY, progress)));
    }

    private List<PayloadCaptured> told(String kind) {
        return streams.payloadsOf(connection.id().toString(), kind).stream()
                .filter(payload -> !toldByTheService.contains(payload.getPayloadId()))
                .toList();
    }

    private static List<String> bodies(PayloadCaptured payload) {
        return payload.getParts().stream()
                .map(part -> new String(PartBytes.body(part), UTF_8))
                .toList();
    }

    private Instant devicesUsedByARetry(Duration readBefore) {
        Device tracker = new Device("t1", "Charge 6", Device.TRACKER, null, at(DAY, 11, 5));
        connection =
                SampleConnections.with(
                        connection, List.of(tracker), clock.instant().minus(readBefore));
        ReadContext context = context();
        context.tryAgain();
        return ((ReadContext.DeviceSync.Synced) context.devices()).at();
    }

    @Test
    void aRetryAsksForTheDevicesNoSecondTime() {
        assertThat(devicesUsedByARetry(Duration.ofMinutes(15))).isEqualTo(at(DAY, 11, 5));
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void aRetryAsksForDevicesThatMayHaveSyncedSince() {
        assertThat(devicesUsedByARetry(Duration.ofMinutes(16))).isEqualTo(at(DAY, 11, 40));
        assertThat(provider.asked()).containsExactly("devices");
    }

    @Test
    void aSeriesIsReadFromThePreviousSyncAndToldOnce() {
        provider.hasRows(DAY, 9, "a");

        Progress first = runsSeries(read());
        assertThat(provider.asked()).containsExactly("devices", "heart-rate 2027-05-20T0");
        Progress second = runsSeries(first);

        assertThat(provider.asked()).containsExactly("devices");
        assertThat(second.readUntil()).isEqualTo(at(DAY, 11, 40));
        PayloadCaptured payload = told(PayloadKind.HEART_RATE).getFirst();
        assertThat(told(PayloadKind.HEART_RATE)).hasSize(1);
        assertThat(payload.getLocalDate()).isEqualTo("2027-05-20");
        assertThat(payload.getThingKey()).isEqualTo("2027-05-20");
        assertThat(payload.getCoverageFromEpochMillis()).isEqualTo(at(DAY, 0, 0).toEpochMilli());
        assertThat(payload.getCoverageToEpochMillis()).isEqualTo(at(DAY, 11, 40).toEpochMilli());
    }

    @Test
    void readingTheSameSeriesAgainTellsNothing() {
        provider.hasRows(DAY, 9, "a");
        runsSeries(read());
        runsSeries(read());

        assertThat(told(PayloadKind.HEART_RATE)).hasSize(1);

        provider.hasRows(DAY, 8, "b");
        runsSeries(read());
        assertThat(told(PayloadKind.HEART_RATE)).hasSize(2);
    }

    @Test
    void aDeviceThatWasAwayForTwentyDaysIsReadInSeveralPassesAndLosesNothing() {
        LocalDate away = DAY.minusDays(20);
        Progress progress =
                Progress.none(DAY.minusDays(60))
                        .change()
                        .succeeded(at(away, 9, 10), berlin)
                        .readUntil(at(away, 9, 5))
                        .done();
        Duration soon = Duration.ofMinutes(20);
        for (int pass = 0; pass < 7; pass++) {
            PassResult.Again result =
                    again(series.run(context(), work(PayloadKind.STEPS, progress)));
            progress = result.progress();
            assertThat(told(PayloadKind.STEPS))
                    .extracting(PayloadCaptured::getThingKey)
                    .contains(DAY.toString());
            assertThat(result.next()).isBeforeOrEqualTo(clock.instant().plus(Duration.ofHours(1)));
            assertThat(provider.asked()).hasSizeLessThanOrEqualTo(5);
            clock.move(soon);
        }

        assertThat(progress.readUntil()).isEqualTo(at(DAY, 11, 40));
        assertThat(told(PayloadKind.STEPS))
                .extracting(PayloadCaptured::getThingKey)
                .containsExactlyInAnyOrderElementsOf(
                        away.datesUntil(DAY.plusDays(1)).map(LocalDate::toString).toList());
        assertThat(told(PayloadKind.STEPS))
                .allSatisfy(payload -> {
                    boolean late = payload.getThingKey().compareTo(DAY.minusDays(1).toString()) < 0;
                    assertThat(payload.getAcquisition()).isEqualTo(late ? "LATE" : "LIVE");
                });
    }

    @Test
    void whatIsReadAheadDoesNotPassForReadToThere() {
        LocalDate away = DAY.minusDays(20);
        provider.hasRows(away, 10, "a").hasRows(away.plusDays(1), 10, "b").hasRows(DAY, 9, "c");
        Progress progress =
                Progress.none(DAY.minusDays(60))
                        .change()
                        .succeeded(at(away, 9, 10), berlin)
                        .readUntil(at(away, 9, 5))
                        .done();

        Progress first = again(series.run(context(), work(PayloadKind.STEPS, progress))).progress();

        assertThat(told(PayloadKind.STEPS))
                .extracting(PayloadCaptured::getThingKey)
                .contains(DAY.toString());
        assertThat(first.watermark()).isEqualTo(away.plusDays(1));
        progress = first;
        while (requireNonNull(progress.readUntil()).isBefore(at(DAY, 11, 40))) {
            progress = again(series.run(context(), work(PayloadKind.STEPS, progress))).progress();
        }
        assertThat(progress.watermark()).isEqualTo(DAY);
    }

    @Test
    void aPassIsARetryUnlessASeriesIsMerelyDue() {
        Progress failed = read().change().failed().done();
        DueWork failedSteps = work(PayloadKind.STEPS, failed);
        DueWork failedSleep = work(PayloadKind.SLEEP, failed);
        DueWork dueSleep = work(PayloadKind.SLEEP, read());
        DueWork dueBeats = work(PayloadKind.HEART_RATE, read());

        assertThat(ConnectionPass.isRetry(List.of(failedSteps, dueSleep))).isTrue();
        assertThat(ConnectionPass.isRetry(List.of(failedSleep))).isTrue();
        assertThat(ConnectionPass.isRetry(List.of(failedSteps, dueBeats))).isFalse();
        assertThat(ConnectionPass.isRetry(List.of(dueSleep, dueBeats))).isFalse();
    }

    @Test
    void aPassThatHasAskedMuchLeavesMostOfASeriesToTheNext() {
        Progress progress =
                Progress.none(DAY.minusDays(60))
                        .change()
                        .succeeded(at(DAY.minusDays(20), 9, 10), berlin)
                        .readUntil(at(DAY.minusDays(20), 9, 5))
                        .done();

        series.run(contextThatHasAskedMuch(), work(PayloadKind.STEPS, progress));

        assertThat(provider.asked()).hasSize(2).contains("devices");
    }

    private ReadContext contextThatHasAskedMuch() {
        ReadContext context = context();
        for (int count = 0; count < 13; count++) {
            context.asker().ask(_ -> new ProviderAnswer.Given<>(true));
        }
        return context;
    }

    /** Progress of a series whose user asked for all from that many days ago. */
    private Progress askedForFrom(int daysAgo) {
        return read().change().reread(DAY.minusDays(daysAgo), new TreeSet<>()).done();
    }

    @Test
    void datesThatAUserAskedForAreReadAgainHoweverMuchThePassHasAsked() {
        provider.hasRows(DAY.minusDays(2), 9, "a").hasRows(DAY, 9, "b");

        PassResult.Again result =
                again(
                        series.run(
                                contextThatHasAskedMuch(),
                                work(PayloadKind.STEPS, askedForFrom(2))));

        assertThat(provider.asked())
                .filteredOn(asked -> asked.startsWith("steps"))
                .hasSize(3)
                .allMatch(asked -> asked.endsWith("T0"));
        assertThat(told(PayloadKind.STEPS))
                .extracting(PayloadCaptured::getThingKey)
                .contains(DAY.minusDays(2).toString(), DAY.toString());
        assertThat(result.progress().rereadFrom()).isNull();
        assertThat(result.progress().rereadDates()).isEmpty();
    }

    @Test
    void manyDatesThatAUserAskedForComeOverSeveralPassesAndNoneIsForgotten() {
        Progress progress = askedForFrom(10);
        Set<String> asked = new TreeSet<>();
        for (int pass = 0; pass < 4; pass++) {
            progress = runsSeries(progress);
            List<String> now = provider.asked();
            assertThat(now).hasSizeLessThanOrEqualTo(5);
            asked.addAll(now);
        }

        assertThat(progress.rereadDates()).isEmpty();
        assertThat(asked)
                .containsAll(
                        DAY.minusDays(10)
                                .datesUntil(DAY.plusDays(1))
                                .map(date -> "heart-rate " + date + "T0")
                                .toList());
    }

    @Test
    void datesFromBeforeTheConsentAreNotReadLiveEvenIfAsked() {
        Progress progress =
                read().change().reread(DAY.minusDays(LONG.toDays() + 2), new TreeSet<>()).done();

        assertThat(runsSeries(progress).rereadDates())
                .isNotEmpty()
                .allMatch(date -> !date.isBefore(DAY.minusDays(LONG.toDays())));
    }

    @Test
    void withoutTheRightToTheFinestDetailTheMinuteIsRead() {
        provider.refuses("heart-rate FINE", PlayedProvider.NO_RIGHT).hasRows(DAY, 9, "a");

        Progress progress = runsSeries(read());

        assertThat(progress.detail()).isEqualTo(DetailRight.COARSE);
        assertThat(told(PayloadKind.HEART_RATE)).hasSize(1);
    }

    @Test
    void withoutAnyRightToDetailTheSeriesRests() {
        provider.refuses("heart-rate FINE", PlayedProvider.NO_RIGHT)
                .refuses("heart-rate COARSE", PlayedProvider.NO_RIGHT);

        PassResult.Again result =
                again(series.run(context(), work(PayloadKind.HEART_RATE, read())));

        assertThat(result.read()).isFalse();
        assertThat(result.next()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void detailsAreAskedWhereTheSummaryShowsAChangeAndTheBundleIsToldWhole() {
        provider.has(PartKind.HRV_SUMMARY, DAY, "{s1}").has(PartKind.HRV_INTRADAY, DAY, "{i1}");
        Progress first = runsHrv(read()).progress();
        assertThat(provider.asked())
                .containsExactly(
                        "devices",
                        "hrv-summary 2027-05-07..2027-05-20",
                        "hrv-intraday 2027-05-20..2027-05-20");
        provider.has(PartKind.HRV_SUMMARY, DAY, "{s2}");

        runsHrv(first.change().reread(DAY, new TreeSet<>()).done());

        List<PayloadCaptured> payloads = told(PayloadKind.HEART_RATE_VARIABILITY);
        assertThat(payloads).hasSize(2);
        assertThat(bodies(payloads.getFirst())).containsExactly("{i1}", "{s1}");
        assertThat(bodies(payloads.getLast())).containsExactly("{i1}", "{s2}");
        assertThat(payloads.getLast().getCapturedEpochMillis())
                .isGreaterThan(payloads.getFirst().getCapturedEpochMillis());
    }

    @Test
    void whatIsOnlyComparedHoldsNothingUp() {
        provider.has(PartKind.SKIN_TEMPERATURE, DAY, "{t}");
        provider.refuses("daily-steps", "403 insufficient_scope");

        PassResult.Again result =
                again(dated.run(context(), work(PayloadKind.DAILY_SUMMARY, read())));

        assertThat(provider.asked()).anyMatch(asked -> asked.startsWith("daily-steps"));
        assertThat(result.read()).isTrue();
        assertThat(told(PayloadKind.DAILY_SUMMARY)).isNotEmpty();
        assertThat(connections.find(connection.id()).orElseThrow().conditions())
                .noneMatch(condition -> condition.message().contains("daily-steps"));
    }

    @Test
    void aDetailWithAQuestionForEachDateIsAskedForTheDatesThatChanged() {
        for (LocalDate date : List.of(DAY, DAY.minusDays(3))) {
            provider.has(PartKind.SPO2_SUMMARY, date, "{s" + date + "}");
            provider.has(PartKind.SPO2_INTRADAY, date, "{i" + date + "}");
        }

        dated.run(context(), work(PayloadKind.OXYGEN_SATURATION, read()));

        assertThat(provider.asked())
                .filteredOn(asked -> asked.startsWith(PartKind.SPO2_INTRADAY))
                .containsExactly(
                        "spo2-intraday 2027-05-17..2027-05-17",
                        "spo2-intraday 2027-05-20..2027-05-20");
        assertThat(told(PayloadKind.OXYGEN_SATURATION)).hasSize(2);
    }

    @Test
    void theTrailingDaysReadAgainTellNothing() {
        for (int day = 0; day < 14; day++) {
            provider.has(PartKind.HRV_SUMMARY, DAY.minusDays(day), "{" + day + "}");
            provider.has(PartKind.HRV_INTRADAY, DAY.minusDays(day), "{i" + day + "}");
        }
        runsHrv(read());
        assertThat(told(PayloadKind.HEART_RATE_VARIABILITY)).hasSize(14);
        provider.asked();

        runsHrv(read());

        assertThat(told(PayloadKind.HEART_RATE_VARIABILITY)).hasSize(14);
        assertThat(provider.asked())
                .containsExactly("devices", "hrv-summary 2027-05-07..2027-05-20");
    }

    @Test
    void anEmptyAnswerIsAskedAgainAtGrowingIntervalsUntilTheNextFixedCheck() {
        clock.move(Duration.ofHours(-5));
        provider.synced(DAY.atTime(7, 0));
        Progress progress = read().change().trailingReadOn(DAY).awaited(DAY, 0).done();

        PassResult.Again first = runsHrv(progress);
        assertThat(first.next()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        PassResult.Again second = runsHrv(first.progress());
        assertThat(second.next()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        provider.has(PartKind.HRV_SUMMARY, DAY, "{s}");
        PassResult.Again found = runsHrv(second.progress());

        assertThat(found.progress().isAwaiting()).isFalse();
        assertThat(found.progress().watermark()).isEqualTo(DAY);
    }

    @Test
    void anEntryThatTwoReadingsLackHasVanished() {
        provider.has(PartKind.HRV_SUMMARY, DAY, "{s}");
        runsHrv(read());
        provider.has(PartKind.HRV_SUMMARY, DAY);

        PassResult.Again lacking = runsHrv(read());
        assertThat(lacking.next()).isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(told(PayloadKind.HEART_RATE_VARIABILITY)).hasSize(1);
        clock.move(Duration.ofMinutes(10));
        runsHrv(read());
        runsHrv(read());

        List<PayloadCaptured> payloads = told(PayloadKind.HEART_RATE_VARIABILITY);
        assertThat(payloads).hasSize(2);
        assertThat(payloads.getLast().getParts())
                .extracting(PayloadPart::getKind)
                .containsExactly(PartKind.VANISHED);
    }

    @Test
    void aSleepLogThatTwoReadingsLackHasVanishedAndMayComeBack() {
        provider.hasSleep("7", DAY.atTime(1, 0), berlin, "{sleep}");
        runsSleep();
        provider.loses("7");

        runsSleep();
        assertThat(told(PayloadKind.SLEEP)).hasSize(1);
        clock.move(Duration.ofMinutes(11));
        runsSleep();
        assertThat(told(PayloadKind.SLEEP).getLast().getParts())
                .extracting(PayloadPart::getKind)
                .containsExactly(PartKind.VANISHED);
        runsSleep();
        assertThat(told(PayloadKind.SLEEP)).hasSize(2);

        provider.hasSleep("7", DAY.atTime(1, 0), berlin, "{sleep}");
        runsSleep();
        assertThat(told(PayloadKind.SLEEP)).hasSize(3);
    }

    @Test
    void aNightThatIsStillWorkedOnIsReadAgainHoweverOldItIs() {
        LocalDate night = DAY.minusDays(20);
        provider.worksOn(night);
        // Behind the check at noon; the next one is at midnight.
        clock.move(Duration.ofHours(3));

        PassResult.Again first = again(listed.run(context(), claimed(PayloadKind.SLEEP)));

        assertThat(first.progress().rereadFrom()).isEqualTo(night);
        assertThat(first.next()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(told(PayloadKind.SLEEP)).isEmpty();

        provider.asked();
        provider.worksOn(null).hasSleep("7", night.atTime(1, 0), berlin, "{night}");
        clock.move(Duration.ofHours(1));
        DueWork work = claimed(PayloadKind.SLEEP, first.progress());
        PassResult.Again second = again(listed.run(context(), work));

        assertThat(provider.asked().getFirst()).startsWith("sleep " + night);
        assertThat(second.progress().rereadFrom()).isNull();
        assertThat(told(PayloadKind.SLEEP)).hasSize(1);
    }

    @Test
    void aNightThatIsStillWorkedOnHoldsTheBackfillUp() {
        LocalDate night = DAY.minusDays(20);
        provider.worksOn(night);

        assertThat(kinds.read(context(), PayloadKind.SLEEP, night, night))
                .isEqualTo(new ReadOutcome.Failed("the provider is still working on " + night));
    }

    private void runsSleep() {
        ReadContext context = context();
        DueWork work = claimed(PayloadKind.SLEEP);
        assertThat(listed.run(context, work)).isInstanceOf(PassResult.Again.class);
    }

    /** A claim that holds, so that things may be brought forward. */
    private DueWork claimed(String kind) {
        return claimed(kind, read());
    }

    private DueWork claimed(String kind, Progress progress) {
        UUID claim = UUID.randomUUID();
        due.change(
                connection.id(),
                List.of(kind),
                row -> {
                    row.claim = claim;
                    row.leaseUntil = Instant.EPOCH.plus(Duration.ofDays(40_000));
                });
        DueEntity row =
                transactions.<DueEntity>call(() ->
                        DueEntity.<DueEntity>find(
                                        "connectionId = ?1 and kind = ?2", connection.id(), kind)
                                .singleResult());
        return new DueWork(
                row.id, connection.id(), kind, claim, null, DAY.minusDays(60), 0, progress);
    }

    @Test
    void aFlightChangesNoRecordOfTheDaysBefore() {
        for (int day = 0; day < 14; day++) {
            provider.has(PartKind.HRV_SUMMARY, DAY.minusDays(day), "{" + day + "}");
            provider.has(PartKind.HRV_INTRADAY, DAY.minusDays(day), "{i" + day + "}");
        }
        runsHrv(read());
        connection =
                SampleConnections.with(connection, berlin.told(ZoneId.of("America/New_York"), DAY));

        runsHrv(read());

        List<PayloadCaptured> payloads = told(PayloadKind.HEART_RATE_VARIABILITY);
        assertThat(payloads).hasSize(15);
        assertThat(payloads.getLast().getThingKey()).isEqualTo(DAY.toString());
        assertThat(payloads.getLast().getZoneHistory()).hasSize(2);
    }

    @Test
    void whatIsOfAnotherShapeGoesToTheDeadLettersAndTheRestGoesOn() {
        int before =
                streams.probe().everythingIn(Topics.deadLettersOf(Topics.SOURCE_PAYLOADS)).size();
        provider.becomesStrange();

        PassResult.Again result = runsHrv(read());
        runsHrv(read());

        assertThat(result.read()).isTrue();
        assertThat(streams.probe().everythingIn(Topics.deadLettersOf(Topics.SOURCE_PAYLOADS)))
                .hasSize(before + 1);
    }

    @Test
    void whatWasReadyBeforeACrashIsSentByteForByteAndNotReadInItsPlace() {
        provider.hasRows(DAY, 9, "a");
        runsSeries(read());
        UUID thing = ThingStore.id(connection.id(), PayloadKind.HEART_RATE, DAY.toString());
        byte[] sent = records().getLast().value();
        String payloadId = told(PayloadKind.HEART_RATE).getFirst().getPayloadId();
        transactions.run(() ->
                ThingEntity.update(
                        "state = ?1, pendingPayload = ?2, pendingPayloadId = ?3, pendingHash ="
                                + " publishedHash, pendingCompleteness = publishedCompleteness,"
                                + " publishedHash = null, nextCheckAt = ?4 where id = ?5",
                        ThingEntity.State.READY,
                        sent,
                        UUID.fromString(payloadId),
                        Instant.EPOCH,
                        thing));

        // A pass over another kind leaves it to the one that holds this kind.
        assertThat(outbox.sendLeft(connection, List.of(PayloadKind.STEPS))).isTrue();
        assertThat(told(PayloadKind.HEART_RATE)).hasSize(1);
        assertThat(outbox.sendLeft(connection, List.of(PayloadKind.HEART_RATE))).isTrue();
        runsSeries(read());

        assertThat(told(PayloadKind.HEART_RATE)).hasSize(2);
        assertThat(Arrays.equals(records().getLast().value(), sent)).isTrue();
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        return streams.payloadRecordsOf(connection.id().toString(), PayloadKind.HEART_RATE);
    }

    @Test
    void aPartWhoseQuestionIsNotTakenIsLeftOutAndTheOthersGoOn() {
        provider.rejects(PartKind.SKIN_TEMPERATURE).has(PartKind.ACTIVITY_SUMMARY, DAY, "{day}");

        PassResult.Again result =
                again(dated.run(context(), work(PayloadKind.DAILY_SUMMARY, read())));

        assertThat(result.read()).isTrue();
        assertThat(told(PayloadKind.DAILY_SUMMARY)).hasSize(1);
        assertThat(provider.asked())
                .filteredOn(question -> question.startsWith(PartKind.SKIN_TEMPERATURE))
                .hasSize(1);
    }

    @Test
    void aKindOfOnePartWhoseQuestionIsNotTakenRests() {
        provider.rejects(PartKind.HRV_SUMMARY);

        PassResult.Again result = runsHrv(read());

        assertThat(result.read()).isFalse();
        assertThat(result.next()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void nothingIsSummedUpWhileItIsNotKnownWhatTheDeviceHasTold() {
        provider.hidesDevices().has(PartKind.ACTIVITY_SUMMARY, DAY, "{zeros}");

        PassResult.Again waits =
                again(dated.run(context(), work(PayloadKind.DAILY_SUMMARY, read())));

        assertThat(told(PayloadKind.DAILY_SUMMARY)).isEmpty();
        assertThat(waits.progress().failures()).isEqualTo(1);
        assertThat(provider.asked()).containsOnly("devices");
    }

    @Test
    void changedDailyFiguresBringTheSeriesOfThatDayAndNoOther() {
        LocalDate old = DAY.minusDays(5);
        provider.hasSteps(old, "100").has(PartKind.HEART_RATE_DAILY, old, "{h1}");
        dated.run(context(), work(PayloadKind.DAILY_SUMMARY, read()));
        provider.hasSteps(old, "120");

        ReadContext context = context();
        dated.run(context, work(PayloadKind.DAILY_SUMMARY, read()));

        assertThat(context.changedOf(PayloadKind.STEPS)).containsExactly(old);
        assertThat(context.changedOf(PayloadKind.HEART_RATE)).isEmpty();
        assertThat(provider.asked()).contains("activity-summary " + old + ".." + old);
    }
}
