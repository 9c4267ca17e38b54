package io.pulseline.pipeline.absence;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.absence.Absence.Cause;
import io.pulseline.pipeline.absence.Missing.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which one cause is told, and that none is made up. */
class AbsencesTest {
    private static final Instant NOW = Instant.parse("2026-10-03T12:00:00Z");
    private static final Instant START = NOW.minus(Duration.ofHours(3));
    private static final Instant END = NOW.minus(Duration.ofHours(2));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 3);

    private final SomeConnection fitbit = SomeConnection.fitbit(NOW);

    private static Missing inWorkout(Measure measure) {
        return Missing.inRecord(measure, START, END);
    }

    private static Missing lastNight(Measure measure) {
        return Missing.onDate(measure, TODAY, BERLIN).with(Evidence.OTHER_DATA);
    }

    private Optional<Absence> why(Missing missing, SomeConnection... connections) {
        return Absences.why(
                missing, List.of(connections).stream().map(SomeConnection::made).toList(), NOW);
    }

    private Cause cause(Missing missing, SomeConnection... connections) {
        return why(missing, connections).orElseThrow().cause();
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void whoHasConnectedNothingIsToldToConnect(Measure measure) {
        assertThat(why(inWorkout(measure))).contains(new Absence.NothingConnected(measure));
    }

    @ParameterizedTest
    @CsvSource({"DISCONNECTED", "REVOKED"})
    void whoHasDisconnectedBeforeThatTimeIsToldSo(String state) {
        fitbit.state(state).readAt(START);

        assertThat(why(inWorkout(Measure.HEART_RATE), fitbit))
                .contains(new Absence.Disconnected("Fitbit", Measure.HEART_RATE));
    }

    @Test
    void aLostTokenNeedsReauthorization() {
        fitbit.state("NEEDS_REAUTHORIZATION").readAt(START);

        assertThat(why(inWorkout(Measure.HEART_RATE), fitbit))
                .contains(new Absence.TokenLost("Fitbit"));
    }

    @Test
    void aTokenLostLaterDoesNotExplainWhatWasReadBefore() {
        fitbit.state("NEEDS_REAUTHORIZATION").readAt(NOW.minusSeconds(60));

        assertThat(cause(inWorkout(Measure.HEART_RATE), fitbit)).isEqualTo(Cause.NOT_WORN);
    }

    @ParameterizedTest
    @CsvSource({
        "HEART_RATE, heartrate",
        "GPS, location",
        "ELEVATION, activity",
        "SLEEP, sleep",
        "SLEEP_STAGES, sleep",
        "HEART_RATE_VARIABILITY, heartrate",
        "OXYGEN_SATURATION, oxygen_saturation",
        "RESPIRATORY_RATE, respiratory_rate",
        "STEPS, activity"
    })
    void theScopeThatLacksIsNamed(Measure measure, String scope) {
        assertThat(why(inWorkout(measure), fitbit.without(scope)))
                .contains(new Absence.ScopeNotGranted("Fitbit", scope));
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void scopesOfGoogleAreKnown(Measure measure) {
        SomeConnection google = SomeConnection.google(NOW);
        google.without(measure.scope("GOOGLE_HEALTH").orElseThrow());

        assertThat(cause(inWorkout(measure), google)).isEqualTo(Cause.SCOPE_NOT_GRANTED);
    }

    @Test
    void aUsedUpQuotaTellsUntilWhen() {
        fitbit.readAt(START).rateLimitedUntil(Instant.parse("2026-10-03T13:00:00Z"));

        assertThat(why(inWorkout(Measure.HEART_RATE), fitbit))
                .contains(
                        new Absence.QuotaUsedUp(
                                "Fitbit", ZonedDateTime.of(2026, 10, 3, 15, 0, 0, 0, BERLIN)));
    }

    @Test
    void aQuotaThatIsOverOrCameLaterIsNoCause() {
        SomeConnection over = SomeConnection.fitbit(NOW).readAt(START);
        over.rateLimitedUntil(NOW.minusSeconds(60));
        SomeConnection later = SomeConnection.fitbit(NOW).rateLimitedUntil(NOW.plusSeconds(600));

        assertThat(cause(inWorkout(Measure.HEART_RATE), over)).isEqualTo(Cause.NOT_SYNCED);
        assertThat(cause(inWorkout(Measure.HEART_RATE), later)).isEqualTo(Cause.NOT_WORN);
    }

    @Test
    void aTrackerThatHasNotSyncedSinceIsWaitedFor() {
        fitbit.synced(END.minusSeconds(1));

        assertThat(why(inWorkout(Measure.HEART_RATE), fitbit))
                .contains(
                        new Absence.TrackerNotSynced(
                                ZonedDateTime.of(2026, 10, 3, 11, 59, 59, 0, BERLIN)));
    }

    @Test
    void whatWasNotReadSinceIsWaitedForToo() {
        fitbit.readAt(END.minusSeconds(1));

        assertThat(why(inWorkout(Measure.HEART_RATE), fitbit))
                .contains(
                        new Absence.NotReadSince(
                                "Fitbit", ZonedDateTime.of(2026, 10, 3, 11, 59, 59, 0, BERLIN)));
    }

    @Test
    void aSyncOfTodayIsEnoughForWhatIsUnderWay() {
        Missing today = Missing.onDate(Measure.HEART_RATE, TODAY, BERLIN).with(Evidence.OTHER_DATA);

        fitbit.synced(NOW.minus(Duration.ofHours(1)));
        assertThat(cause(today, fitbit)).isEqualTo(Cause.NOT_WORN);
        fitbit.synced(NOW.minus(Duration.ofDays(1)));
        assertThat(cause(today, fitbit)).isEqualTo(Cause.NOT_SYNCED);
    }

    @ParameterizedTest
    @CsvSource({
        "ELEVATION, Charge 6",
        "ELEVATION, Fitbit Inspire 3",
        "GPS, Alta HR",
        "HEART_RATE, Flex 2",
        "OXYGEN_SATURATION, Inspire 2",
        "HEART_RATE_VARIABILITY, Charge 2",
        "RESPIRATORY_RATE, Blaze",
        "SLEEP, Zip",
        "SLEEP_STAGES, Charge HR"
    })
    void aModelWithoutTheSensorIsNamed(Measure measure, String model) {
        assertThat(why(inWorkout(measure), fitbit.models(model)))
                .contains(new Absence.ModelWithoutSensor(model, measure));
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void ofAnUnknownModelNothingIsClaimed(Measure measure) {
        fitbit.models("Charge 99");

        assertThat(why(inWorkout(measure), fitbit).map(Absence::cause))
                .isNotEqualTo(Optional.of(Cause.MODEL_WITHOUT_SENSOR))
                .isNotEqualTo(Optional.of(Cause.CONNECTED_GPS_WITHOUT_PHONE));
    }

    /** They are known, but nobody says that they lack it. */
    @ParameterizedTest
    @CsvSource({"ELEVATION, Luxe", "ELEVATION, Flex", "ELEVATION, Charge 4", "GPS, Flex 2"})
    void whatNobodySaysOfAKnownModelIsNotClaimed(Measure measure, String model) {
        assertThat(why(inWorkout(measure), fitbit.models(model))).isEmpty();
    }

    @Test
    void whatAKnownModelMeasuresIsTold() {
        assertThat(Models.measured("Charge 6"))
                .hasValueSatisfying(measures -> assertThat(measures).hasSize(6));
        assertThat(Models.measured("fitbit charge 3"))
                .hasValueSatisfying(measures ->
                        assertThat(measures).hasSize(5).doesNotContain(Measure.OXYGEN_SATURATION));
        assertThat(Models.measured("Zip")).contains(List.of(Measure.STEPS));
        assertThat(Models.measured("Charge 99")).isEmpty();
    }

    @Test
    void oneModelWithTheSensorAmongSeveralIsEnough() {
        fitbit.models("Charge 6", "Versa 4");

        assertThat(why(inWorkout(Measure.ELEVATION), fitbit)).isEmpty();
        assertThat(cause(inWorkout(Measure.ELEVATION).recordedBy("Charge 6"), fitbit))
                .isEqualTo(Cause.MODEL_WITHOUT_SENSOR);
    }

    @Test
    void aScaleIsNoTracker() {
        fitbit.models("Charge 6").scale("Aria Air", NOW);

        assertThat(cause(inWorkout(Measure.ELEVATION), fitbit))
                .isEqualTo(Cause.MODEL_WITHOUT_SENSOR);
    }

    @Test
    void connectedGpsNeedsThePhone() {
        assertThat(why(inWorkout(Measure.GPS).withConnectedGps(true), fitbit))
                .contains(new Absence.ConnectedGpsWithoutPhone(null));
        fitbit.models("Inspire 3");
        assertThat(why(inWorkout(Measure.GPS), fitbit))
                .contains(new Absence.ConnectedGpsWithoutPhone("Inspire 3"));
        assertThat(why(inWorkout(Measure.GPS).withConnectedGps(false), fitbit)).isEmpty();
    }

    @Test
    void aMissingTrackOfAModelWithGpsIsNotExplained() {
        assertThat(why(inWorkout(Measure.GPS), fitbit.models("Charge 6"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Measure.class,
            names = {"SLEEP_STAGES", "HEART_RATE_VARIABILITY", "OXYGEN_SATURATION"})
    void aShortNightHasNone(Measure measure) {
        Duration asleep = Duration.ofMinutes(179);

        assertThat(why(inWorkout(measure).ofSleep(asleep), fitbit))
                .contains(new Absence.ShortSleep(asleep, measure));
        assertThat(cause(inWorkout(measure).ofSleep(Duration.ofHours(3)), fitbit))
                .isEqualTo(Cause.NOT_WORN);
    }

    @Test
    void noSamplesMeanNotWornOnlyWhereTheProviderHadItsSay() {
        LocalDate yesterday = TODAY.minusDays(1);
        Missing steps = Missing.onDate(Measure.STEPS, yesterday, BERLIN);

        assertThat(why(steps, fitbit)).isEmpty();
        assertThat(cause(steps.with(Evidence.OTHER_DATA), fitbit)).isEqualTo(Cause.NOT_WORN);
        fitbit.synced(null);
        assertThat(why(steps.with(Evidence.OTHER_DATA), fitbit)).isEmpty();
    }

    @Test
    void aNightThatMayStillComeIsNotCalledUnworn() {
        Instant morning = Instant.parse("2026-10-03T06:00:00Z");
        SomeConnection early = SomeConnection.fitbit(morning);

        assertThat(Absences.why(lastNight(Measure.SLEEP), List.of(early.made()), morning))
                .isEmpty();
        assertThat(cause(lastNight(Measure.SLEEP), fitbit)).isEqualTo(Cause.NOT_WORN);
    }

    @Test
    void ofAFileNothingIsExplained() {
        assertThat(why(inWorkout(Measure.HEART_RATE).ofProvider("FILE"))).isEmpty();
    }

    @Test
    void onlyTheConnectionOfTheRecordsProviderCounts() {
        SomeConnection google = SomeConnection.google(NOW).state("DISCONNECTED").readAt(START);

        assertThat(cause(inWorkout(Measure.STEPS).ofProvider("GOOGLE_HEALTH"), fitbit, google))
                .isEqualTo(Cause.NOT_CONNECTED);
    }

    @Test
    void ofTwoConnectionsTheOneThatCameFurthestTells() {
        SomeConnection google = SomeConnection.google(NOW).without("location.readonly");
        Missing track = inWorkout(Measure.GPS);

        assertThat(cause(track, google, SomeConnection.fitbit(NOW).models("Inspire 3")))
                .isEqualTo(Cause.CONNECTED_GPS_WITHOUT_PHONE);
        assertThat(cause(track, SomeConnection.fitbit(NOW).models("Inspire 3"), google))
                .isEqualTo(Cause.CONNECTED_GPS_WITHOUT_PHONE);
        assertThat(why(track, google, SomeConnection.fitbit(NOW).models("Charge 6"))).isEmpty();
    }

    /** Everything is wrong at once; what is told is mended, one after the other. */
    @Test
    void theMostCertainCauseIsToldFirst() {
        Missing hrv = inWorkout(Measure.HEART_RATE_VARIABILITY).ofSleep(Duration.ofHours(1));
        fitbit.state("NEEDS_REAUTHORIZATION")
                .without("heartrate")
                .readAt(START)
                .rateLimitedUntil(NOW.plusSeconds(600))
                .synced(START)
                .models("Alta HR");
        Set<Cause> told = EnumSet.noneOf(Cause.class);

        assertThat(cause(hrv)).isEqualTo(Cause.NOT_CONNECTED);
        for (Cause expected : EnumSet.complementOf(EnumSet.of(Cause.NOT_CONNECTED))) {
            if (expected == Cause.CONNECTED_GPS_WITHOUT_PHONE) {
                continue;
            }
            assertThat(cause(hrv, fitbit)).isEqualTo(expected);
            told.add(expected);
            switch (expected) {
                case TOKEN -> fitbit.state("CONNECTED");
                case SCOPE_NOT_GRANTED -> fitbit.with("heartrate");
                case QUOTA -> fitbit.readAt(NOW);
                case NOT_SYNCED -> fitbit.synced(NOW);
                case MODEL_WITHOUT_SENSOR -> fitbit.models("Charge 6");
                case SHORT_SLEEP -> hrv = hrv.ofSleep(Duration.ofHours(8));
                case NOT_CONNECTED, CONNECTED_GPS_WITHOUT_PHONE, NOT_WORN -> {}
            }
        }
        assertThat(told).hasSize(Cause.values().length - 2);
    }
}
