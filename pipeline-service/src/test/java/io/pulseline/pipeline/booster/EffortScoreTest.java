package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.form.FieldError;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffortScoreTest {
    private static final Booster SCORE = Configured.booster(new EffortScoreType(), "{}");
    private static final Booster WITH_BODY =
            Configured.booster(
                    new EffortScoreType(),
                    """
                    {"maximumBeatsPerMinute": 180, "restingBeatsPerMinute": 60, "sex": "male"}\
                    """);

    /** Against three of 30 minutes, 5 km, 50 m of climb, 140 beats; worked out by hand. */
    @ParameterizedTest(name = "{0} min, {1} m, {2} m up, {3} beats: {4}")
    @CsvSource({
        "30,  5000,  50,   140, 50, moderate,  Typical of",
        "60,  10000, 100,  140, 67, hard,      Typical of",
        "300, 50000, 5000, 140, 67, hard,      Typical of",
        "15,  2500,  25,   100, 36, moderate,  Typical of",
        "15,  1250,  10,   70,  23, easy,      Easier than",
        "60,  15000, 200,  200, 82, very hard, Harder than",
        "60,  20000, 200,  250, 96, all-out,   Harder than",
    })
    void theScoreIsTheWeightedMeanOfTheRatios(
            int minutes,
            double metres,
            double gain,
            double beats,
            double score,
            String word,
            String trend) {
        BoostOutcome.Added added =
                added(SCORE, run(minutes, metres, gain, beats), usual(3).toArray(Past[]::new));

        assertThat(added.values())
                .containsOnly(entry("effortScore", score), entry("comparedWorkouts", 3.0));
        assertThat(added.text())
                .isEqualTo(
                        "Effort score: %.0f (%s)\n%s your last 3 workouts of this type"
                                .formatted(score, word, trend));
    }

    @Test
    void whatOneSideLacksDoesNotCount() {
        Activity withoutDistance = run(60, null, null, 140);
        Past[] usual = usual(3).toArray(Past[]::new);

        assertThat(added(SCORE, withoutDistance, usual).values())
                .containsEntry("effortScore", (double) Math.round(50 * (.35 + .4) / .55));
        Past[] bare = days(3).map(Past::run).toArray(Past[]::new);
        assertThat(added(SCORE, run(60, 9000.0, 90.0, 180), bare).values())
                .containsEntry("effortScore", 100.0);
    }

    @Test
    void oneEarlierValueIsNoUsualOne() {
        Past[] earlier =
                Stream.concat(
                                days(2).map(Past::run),
                                Stream.of(Past.run(Workouts.START.minusDays(9)).heart(70)))
                        .toArray(Past[]::new);

        assertThat(added(SCORE, run(30, null, null, 140), earlier).values())
                .containsEntry("effortScore", 50.0);
    }

    @Test
    void aFlatUsualRouteSaysNothingOfClimb() {
        Past[] flat = usual(3).map(past -> past.gain(0)).toArray(Past[]::new);

        assertThat(added(SCORE, run(30, 5000.0, 400.0, 140), flat).values())
                .containsEntry("effortScore", 50.0);
    }

    @Test
    void intensityCountsWhereTheBodyIsKnown() {
        Activity steady = Past.sensed(Workouts.steady(1800, 1, 140));
        Past[] easier = days(3).map(Past::run).map(p -> p.heart(110)).toArray(Past[]::new);
        double heart = .35 * 140 / 110;

        assertThat(added(SCORE, steady, easier).values())
                .containsEntry("effortScore", (double) Math.round(50 * (heart + .2) / .55));
        // 2.56 times the load a minute counts as twice.
        assertThat(added(WITH_BODY, steady, easier).values())
                .containsEntry("effortScore", (double) Math.round(50 * (heart + .2 + .2) / .65));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0", "1", "2"})
    void fewerThanThreeAreTooFew(int count) {
        assertThat(outcome(SCORE, run(30, 5000.0, 50.0, 140), usual(count).toArray(Past[]::new)))
                .isEqualTo(
                        new BoostOutcome.Skipped(
                                "needs 3 earlier workouts of the same type within a year,"
                                        + " there are "
                                        + count));
    }

    @Test
    void otherSportsAreNotMixedIn() {
        Past[] rides = days(5).map(day -> Past.of("RIDE", day).metres(30_000)).toArray(Past[]::new);

        assertThat(outcome(SCORE, run(30, 5000.0, 50.0, 140), rides))
                .isInstanceOf(BoostOutcome.Skipped.class);
    }

    @Test
    void onlyTheLastFourteenCount() {
        Past[] longAgoHarder =
                IntStream.rangeClosed(1, 20)
                        .mapToObj(day -> usual(day, day > 14 ? 190 : 140))
                        .toArray(Past[]::new);

        assertThat(added(SCORE, run(30, 5000.0, 50.0, 140), longAgoHarder).values())
                .containsOnly(entry("effortScore", 50.0), entry("comparedWorkouts", 14.0));
    }

    @Test
    void whatIsOlderThanAYearDoesNotCount() {
        Past[] earlier = {usual(1, 140), usual(365, 140), usual(366, 140)};

        assertThat(outcome(SCORE, run(30, 5000.0, 50.0, 140), earlier))
                .isInstanceOf(BoostOutcome.Skipped.class);
        assertThat(SCORE.lookups(run(30, 5000.0, 50.0, 140)))
                .containsExactly(
                        new Lookup.Activities(
                                Workouts.START.toInstant().minus(Duration.ofDays(365)),
                                Workouts.START.toInstant().plusMillis(1_800_001)));
    }

    @Test
    void oneThatComesLateIsJudgedByWhatWasBeforeIt() {
        Past[] before = usual(3).toArray(Past[]::new);
        Past[] withLater =
                Stream.concat(Stream.of(usual(-1, 190), usual(-2, 190)), usual(3))
                        .toArray(Past[]::new);
        Activity run = run(30, 5000.0, 50.0, 140);

        assertThat(outcome(SCORE, run, withLater)).isEqualTo(outcome(SCORE, run, before));
    }

    @Test
    void doublesCountOnce() {
        Past[] twice =
                Stream.concat(usual(2), Stream.of(usual(1, 140).from("GOOGLE_HEALTH")))
                        .toArray(Past[]::new);

        assertThat(outcome(SCORE, run(30, 5000.0, 50.0, 140), twice))
                .isInstanceOf(BoostOutcome.Skipped.class);
    }

    @Test
    void theDoubleOfAnotherIsPassed() {
        Past better = Past.run(Workouts.START).minutes(31).metres(5000).from("GOOGLE_HEALTH");

        assertThat(outcome(SCORE, run(30, 5000.0, 50.0, 140), better))
                .isEqualTo(
                        new BoostOutcome.Skipped(
                                "counted with the same workout from GOOGLE_HEALTH"));
    }

    @Test
    void nothingInCommonIsSkipped() {
        Activity bare = run(0, null, null, 140);
        bare.setAverageHeartRateBeatsPerMinute(null);

        assertThat(outcome(SCORE, bare, usual(3).toArray(Past[]::new)))
                .isEqualTo(new BoostOutcome.Skipped("nothing that earlier workouts have as well"));
    }

    @Test
    void withoutAStartNothingIsLookedUp() {
        Activity bare = Workouts.bare();

        assertThat(SCORE.lookups(bare)).isEmpty();
        assertThat(SCORE.boost(bare)).isEqualTo(new BoostOutcome.Skipped("no start"));
    }

    @Property(tries = 200)
    void theScoreIsAlwaysFromNoneToHundredAndMoreBeatsNeverLowerIt(
            @ForAll @IntRange(min = 1, max = 600) int minutes,
            @ForAll @IntRange(min = 30, max = 219) int beats) {
        double score = score(run(minutes, 5000.0, 50.0, beats));

        assertThat(score).isBetween(0.0, 100.0);
        assertThat(score(run(minutes, 5000.0, 50.0, beats + 1))).isGreaterThanOrEqualTo(score);
    }

    @Test
    void restMustLieBelowTheMaximumWhereBothAreGiven() {
        assertThat(
                        Configured.errors(
                                new EffortScoreType(),
                                "{\"maximumBeatsPerMinute\": 110, \"restingBeatsPerMinute\": 115}"))
                .extracting(FieldError::field)
                .containsExactly("restingBeatsPerMinute");
        assertThat(Configured.errors(new EffortScoreType(), "{\"maximumBeatsPerMinute\": 180}"))
                .isEmpty();
    }

    private static double score(Activity activity) {
        return Boosts.figures(
                        Past.knowing(SCORE, activity, usual(3).toArray(Past[]::new)), activity)
                .getOrDefault("effortScore", Double.NaN);
    }

    private static Activity run(
            int minutes, @Nullable Double metres, @Nullable Double gain, double beats) {
        Activity run = Past.sensed(Workouts.lasting(minutes * 60_000L));
        run.setDistanceMetres(metres);
        run.setElevationGainMetres(gain);
        run.setAverageHeartRateBeatsPerMinute(beats);
        return run;
    }

    private static Stream<OffsetDateTime> days(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Workouts.START::minusDays);
    }

    private static Stream<Past> usual(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(day -> usual(day, 140));
    }

    private static Past usual(int daysBefore, int beats) {
        return Past.run(Workouts.START.minusDays(daysBefore)).metres(5000).gain(50).heart(beats);
    }

    private static BoostOutcome outcome(Booster booster, Activity activity, Past... earlier) {
        return Past.knowing(booster, activity, earlier).boost(activity);
    }

    private static BoostOutcome.Added added(Booster booster, Activity activity, Past... earlier) {
        return Boosts.added(Past.knowing(booster, activity, earlier), activity);
    }
}
