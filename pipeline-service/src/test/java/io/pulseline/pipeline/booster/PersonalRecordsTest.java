package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.Lookup;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalRecordsTest {
    private static final OffsetDateTime START =
            Instant.ofEpochMilli(Outing.START).atOffset(ZoneOffset.ofHours(2));
    private static final OffsetDateTime EARLIER = START.minusDays(7);
    private static final BoostOutcome NO_RECORD = new BoostOutcome.Skipped("no record");
    private static final Booster RECORDS = Configured.booster(new PersonalRecordsType(), "{}");

    @Test
    void aDistanceInLessTimeThanEverIsARecord() {
        Activity run = outing("RUN", 1250, 4);
        Past first = Past.run(EARLIER).metres(6000).efforts(Map.of(5000, 1275.5, 1000, 240.0));
        Past second = Past.run(EARLIER.plusDays(1)).metres(6000).efforts(Map.of(5000, 1262.0));

        BoostOutcome.Added added = added(RECORDS, run, first, second);

        assertThat(added.values())
                .containsOnly(
                        entry("record5000Seconds", 1250.0), entry("improvement5000Seconds", 12.0));
        assertThat(added.text()).isEqualTo("Personal records: 5 km in 20:50 (12.0 s faster)");
        assertThat(added.title()).isNull();
    }

    @ParameterizedTest(name = "5 km in {0} s before, now in 1250: {1}")
    @CsvSource({"1250.499, false", "1250.5, true", "1250, false", "1200, false"})
    void aRecordIsAtLeastHalfASecondBetter(double seconds, boolean isRecord) {
        Activity run = outing("RUN", 1250, 4);
        Past before = Past.run(EARLIER).metres(6000).efforts(Map.of(5000, seconds));

        assertThat(outcome(RECORDS, run, before).equals(NO_RECORD)).isNotEqualTo(isRecord);
    }

    @ParameterizedTest(name = "{0} m and {1} m of climb before, now 5000 and 100")
    @CsvSource({
        "4999,   99,   true,  true",
        "4999.5, 99.5, false, false",
        "5000,   100,  false, false",
        "8000,   50,   false, true",
    })
    void distanceAndClimbAreAtLeastAMetreBetter(
            double metres, double gain, boolean farther, boolean higher) {
        Activity run = outing("RUN", 1250, 4);
        run.setElevationGainMetres(100.0);
        Booster without = Configured.booster(new PersonalRecordsType(), "{\"firstTimes\": false}");

        BoostOutcome outcome = outcome(without, run, Past.run(EARLIER).metres(metres).gain(gain));

        Map<String, Double> values =
                outcome instanceof BoostOutcome.Added added ? added.values() : Map.of();
        assertThat(values.containsKey("recordDistanceMetres")).isEqualTo(farther);
        assertThat(values.containsKey("recordElevationGainMetres")).isEqualTo(higher);
    }

    @Test
    void theTextTellsEachKindOnALine() {
        Activity ride = outing("RIDE", 1100, 10);
        ride.setElevationGainMetres(312.4);
        Past before = Past.of("RIDE", EARLIER).metres(9000).gain(300).efforts(Map.of(5000, 600.0));

        assertThat(added(RECORDS, ride, before).text())
                .isEqualTo(
                        """
                        Personal records: 5 km in 8:20 (1:40 faster)
                        Longest ride so far: 11.00 km
                        Most climbing of any ride so far: 312 m
                        First time over 10 km\
                        """);
    }

    @Test
    void theVeryFirstIsNoRecordButAFirstTime() {
        BoostOutcome.Added added =
                added(
                        Configured.booster(
                                new PersonalRecordsType(), "{\"celebrateInTitle\": true}"),
                        outing("RUN", 1250, 4));

        assertThat(added.text()).isEqualTo("First time over 5 km");
        assertThat(added.values()).isEmpty();
        assertThat(added.title()).isNull();
    }

    @Test
    void firstTimesMayBeLeftOut() {
        Booster without = Configured.booster(new PersonalRecordsType(), "{\"firstTimes\": false}");

        assertThat(outcome(without, outing("RUN", 1250, 4))).isEqualTo(NO_RECORD);
    }

    @Test
    void whoRanFartherWithoutATrackDoesNotCoverItForTheFirstTime() {
        assertThat(outcome(RECORDS, outing("RUN", 1250, 4), Past.run(EARLIER).metres(12_000)))
                .isEqualTo(NO_RECORD);
    }

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource({
        "RUN, TREADMILL_RUN, false",
        "TREADMILL_RUN, RUN, false",
        "TREADMILL_RUN, TREADMILL_RUN, true",
        "RUN, RIDE, false",
        "RUN, WALK, false",
        "RIDE, VIRTUAL_RIDE, false",
        "VIRTUAL_RIDE, RIDE, false",
        "VIRTUAL_RIDE, INDOOR_RIDE, true",
        "INDOOR_RIDE, VIRTUAL_RIDE, true",
    })
    void onlyTheSameGroupIsCompared(String type, String before, boolean isRecord) {
        Past slower = Past.of(before, EARLIER).metres(6000).efforts(Map.of(5000, 2000.0));
        Booster without = Configured.booster(new PersonalRecordsType(), "{\"firstTimes\": false}");

        assertThat(outcome(without, outing(type, 1250, 4), slower) instanceof BoostOutcome.Added)
                .isEqualTo(isRecord);
    }

    @Test
    void aRecordIsCelebratedOnceInTheTitle() {
        Booster celebrating =
                Configured.booster(new PersonalRecordsType(), "{\"celebrateInTitle\": true}");
        Past before = Past.run(EARLIER).metres(6000).efforts(Map.of(5000, 1300.0));
        Activity run = outing("RUN", 1250, 4);

        run.setTitle("Evening Run");
        assertThat(added(celebrating, run, before).title()).isEqualTo("🎉 Evening Run");
        run.setTitle("🎉 Evening Run");
        assertThat(added(celebrating, run, before).title()).isNull();
        run.setTitle(null);
        assertThat(added(celebrating, run, before).title()).isNull();
    }

    @Test
    void anActivityThatComesLateIsJudgedByWhatWasBeforeIt() {
        Past before = Past.run(EARLIER).metres(6000).efforts(Map.of(5000, 1300.0));
        Past after = Past.run(START.plusDays(1)).metres(6000).efforts(Map.of(5000, 1100.0));
        Activity run = outing("RUN", 1250, 4);

        assertThat(added(RECORDS, run, after, before).values())
                .containsEntry("improvement5000Seconds", 50.0);
    }

    @Test
    void aDeletedActivityHoldsNoRecord() {
        Past slow = Past.run(EARLIER).metres(6000).efforts(Map.of(5000, 1300.0));
        Past fast = Past.run(EARLIER.plusDays(1)).metres(6000).efforts(Map.of(5000, 1200.0));
        Activity run = outing("RUN", 1250, 4);

        assertThat(outcome(RECORDS, run, slow, fast)).isEqualTo(NO_RECORD);
        assertThat(added(RECORDS, run, slow).values()).containsEntry("record5000Seconds", 1250.0);
    }

    @Test
    void theSameActivityAgainGivesTheSame() {
        Past before = Past.run(EARLIER).metres(4000).gain(3).efforts(Map.of(1000, 1300.0));

        assertThat(outcome(RECORDS, outing("RUN", 1250, 4), before))
                .isEqualTo(outcome(RECORDS, outing("RUN", 1250, 4), before));
    }

    @Test
    void aSpikeOfTheReceiverIsNoRecord() {
        Activity run = Past.sensed(new Outing("RUN").goes(60, 3).leaps(90).goes(60, 3).activity());
        run.setDistanceMetres(360.0);
        Past before = Past.run(EARLIER).metres(6000).efforts(Map.of(100, 30.0, 200, 60.0));

        assertThat(outcome(RECORDS, run, before)).isEqualTo(NO_RECORD);
    }

    @Test
    void theDoubleOfAnotherDeviceDoesNotCountTwice() {
        Activity run = outing("RUN", 1250, 4);
        Past longer =
                Past.run(START.plusSeconds(20)).minutes(21.5).metres(5000).from("GOOGLE_HEALTH");

        assertThat(outcome(RECORDS, run, longer))
                .isEqualTo(
                        new BoostOutcome.Skipped(
                                "counted with the same workout from GOOGLE_HEALTH"));
    }

    @Test
    void theDoubleOfTheActivityAtHandIsNothingToBeBetterThan() {
        Activity run = outing("RUN", 1250, 4);
        Past doubled =
                Past.run(START.minusSeconds(20))
                        .minutes(20.5)
                        .metres(4900)
                        .efforts(Map.of(1000, 300.0))
                        .from("GOOGLE_HEALTH");

        assertThat(added(RECORDS, run, doubled).text()).isEqualTo("First time over 5 km");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SWIM", "STRENGTH", "something new"})
    void otherSportsHaveNoRecords(String type) {
        Activity activity = outing(type, 1250, 1);

        assertThat(RECORDS.lookups(activity)).isEmpty();
        assertThat(outcome(RECORDS, activity)).isInstanceOf(BoostOutcome.Skipped.class);
    }

    @Test
    void withoutAStartNothingIsLookedUp() {
        Activity run = outing("RUN", 1250, 4);
        run.setStartEpochMillis(null);

        assertThat(RECORDS.lookups(run)).isEmpty();
        assertThat(outcome(RECORDS, run)).isInstanceOf(BoostOutcome.Skipped.class);
    }

    @Test
    void allHistoryIsLookedUpEvenBefore1970() {
        Activity run = outing("RUN", 1250, 4);
        assertThat(RECORDS.lookups(run))
                .containsExactly(
                        new Lookup.Activities(
                                Instant.EPOCH, Instant.ofEpochMilli(Outing.START + 1_250_001)));

        run.setStartEpochMillis(-5L);
        assertThat(RECORDS.lookups(run)).hasSize(1);
    }

    private static Activity outing(String type, int seconds, double metresPerSecond) {
        return Past.sensed(new Outing(type).goes(seconds, metresPerSecond).activity());
    }

    private static BoostOutcome outcome(Booster booster, Activity activity, Past... earlier) {
        return Past.knowing(booster, activity, earlier).boost(activity);
    }

    private static BoostOutcome.Added added(Booster booster, Activity activity, Past... earlier) {
        return Boosts.added(Past.knowing(booster, activity, earlier), activity);
    }
}
