package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.pipeline.booster.past.PastDay;
import io.pulseline.pipeline.form.FieldError;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryTest {
    private static final OffsetDateTime START = Workouts.START;
    private static final LocalDate TODAY = START.toLocalDate();
    private static final Booster RECOVERY =
            Configured.booster(
                    new RecoveryType(),
                    """
                    {"maximumBeatsPerMinute": 180, "restingBeatsPerMinute": 60, "sex": "male"}\
                    """);

    /** In TRIMP, of an hour at 140 beats. */
    private static final double HOUR = 60 * 2 / 3.0 * 0.64 * Math.exp(1.92 * 2 / 3);

    @ParameterizedTest(name = "{0} days before")
    @ValueSource(ints = {20, 21, 27, 28, 60, 84})
    void anEvenTrainingIsOptimalHoweverLongItIsKnown(int daysBefore) {
        BoostOutcome.Added added = added(hour(START, 140), daily(1, daysBefore, 140));

        assertThat(added.values().get("loadRatio")).isCloseTo(1, within(1e-9));
        assertThat(added.values().get("acuteLoadTrimp")).isCloseTo(HOUR, within(0.1));
        assertThat(added.text())
                .isEqualTo(
                        """
                        Recovery: rest for about 36 h
                        Training: optimal, acute load 92 and chronic load 92 a day, ratio 1.00\
                        """);
    }

    @Test
    void theAveragesFollowThePaper() {
        BoostOutcome.Added added = added(hour(START, 140), day(30, 140));

        double acute = HOUR * 0.25 * (1 + Math.pow(0.75, 30)) / (1 - Math.pow(0.75, 31));
        double chronic =
                HOUR * 2 / 29 * (1 + Math.pow(27 / 29.0, 30)) / (1 - Math.pow(27 / 29.0, 31));
        assertThat(added.values().get("acuteLoadTrimp")).isCloseTo(acute, within(0.05));
        assertThat(added.values().get("chronicLoadTrimp")).isCloseTo(chronic, within(0.05));
        assertThat(added.values().get("loadRatio")).isCloseTo(acute / chronic, within(0.001));
    }

    @Test
    void moreThanUsualIsBuildingAndMuchMoreIsOverreaching() {
        assertThat(text(hour(START, 180), daily(1, 40, 130)))
                .startsWith("Recovery: rest for about 56 h\nTraining: building, ");
        assertThat(text(hour(START, 140), day(30, 140)))
                .startsWith("Recovery: rest for about 52 h\nTraining: overreaching, ");
    }

    @Test
    void whoComesBackFromAPauseIsDetraining() {
        assertThat(text(hour(START, 110), daily(20, 60, 160)))
                .startsWith("Recovery: rest for about 8 h\nTraining: detraining, ");
    }

    @ParameterizedTest(name = "an hour at {0}: {1} h")
    @CsvSource({"60, 8", "80, 8", "110, 12", "130, 24", "140, 36", "160, 48"})
    void theFirstWorkoutsRestFollowsItsLoad(int beats, double hours) {
        BoostOutcome.Added added = added(hour(START, beats));

        assertThat(added.values()).containsOnlyKeys("restHours", "acuteLoadTrimp");
        assertThat(added.values()).containsEntry("restHours", hours);
        assertThat(added.text()).endsWith("Training: building baseline, day 1 of 21");
    }

    @ParameterizedTest(name = "first {0} days before: day {1}, or a ratio")
    @CsvSource({"1, 2", "19, 20", "20, ", "84, ", "85, 1"})
    void untilTwentyOneDaysThereIsNoRatio(int daysBefore, @Nullable Integer day) {
        BoostOutcome.Added added = added(hour(START, 140), day(daysBefore, 140));

        assertThat(added.values().containsKey("loadRatio")).isEqualTo(day == null);
        if (day != null) {
            assertThat(added.text()).endsWith("building baseline, day " + day + " of 21");
        }
    }

    @Test
    void whatCameAfterDoesNotCountNotEvenOnTheSameDate() {
        Past[] before = daily(1, 30, 120);
        Past[] withLater =
                Stream.concat(
                                Stream.of(
                                        past(START.plusHours(5), 170),
                                        past(START.plusDays(2), 170)),
                                Stream.of(before))
                        .toArray(Past[]::new);

        assertThat(outcome(hour(START, 140), withLater))
                .isEqualTo(outcome(hour(START, 140), before));
    }

    @Test
    void workoutsOfOneDateAddUp() {
        assertThat(added(hour(START, 140), past(START.minusHours(3), 140)).values())
                .hasEntrySatisfying(
                        "acuteLoadTrimp",
                        acute -> assertThat(acute).isCloseTo(2 * HOUR, within(0.1)));
    }

    @ParameterizedTest(name = "{0} then {1}: day {2}")
    @CsvSource({
        "2026-06-12T23:50:00+02:00, 2026-06-13T01:10:00+02:00, 2",
        "2026-06-13T00:10:00+02:00, 2026-06-13T23:10:00+02:00, 1",
        // Over the date line: tomorrow in Auckland is before today in Honolulu.
        "2026-06-13T07:00:00+12:00, 2026-06-12T20:00:00-10:00, 1",
        // The other way one date is never lived.
        "2026-06-12T07:00:00-10:00, 2026-06-13T20:00:00+12:00, 2",
        // Clocks change in the night of 29 March.
        "2026-03-28T23:30:00+01:00, 2026-03-29T23:30:00+02:00, 2",
    })
    void daysAreLocalDates(OffsetDateTime before, OffsetDateTime now, int day) {
        assertThat(text(hour(now, 140), past(before, 140)))
                .endsWith("building baseline, day " + day + " of 21");
    }

    @Test
    void aChangeOfClocksLeavesNoDayOut() {
        OffsetDateTime summer = OffsetDateTime.parse("2026-04-07T00:15:00+02:00");
        Past[] before =
                IntStream.rangeClosed(1, 30)
                        .mapToObj(summer::minusDays)
                        .map(day ->
                                day.toLocalDate().isAfter(LocalDate.of(2026, 3, 29))
                                        ? day
                                        : OffsetDateTime.parse(day.toLocalDateTime() + ":00+01:00"))
                        .map(day -> past(day, 140))
                        .toArray(Past[]::new);

        assertThat(added(hour(summer, 140), before).values().get("loadRatio"))
                .isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest(name = "RMSSD {0} ms, {1} min asleep: {2} h")
    @CsvSource({
        "42, 420, 36, ''",
        "40, 401, 36, ''",
        "39, 420, 44, ' after a night with low heart rate variability'",
        "42, 390, 40, ' after a short night'",
        "39, 390, 48, ' after a short night with low heart rate variability'",
        ",   390, 40, ' after a short night'",
        ",   ,    36, ''",
    })
    void aBadNightNeedsMoreRest(
            @Nullable Double rmssd, @Nullable Double asleep, int hours, String why) {
        assertThat(text(nights(28, TODAY, rmssd, asleep), hour(START, 140)))
                .startsWith("Recovery: rest for about " + hours + " h" + why + "\n");
    }

    @ParameterizedTest(name = "{0} nights known: {1} h")
    @CsvSource({"6, 36", "7, 48", "28, 48"})
    void fewerThanSevenNightsSayNothing(int known, int hours) {
        assertThat(text(nights(known, TODAY, 10.0, 100.0), hour(START, 140)))
                .startsWith("Recovery: rest for about " + hours + " h");
    }

    @Test
    void nightsLongAgoSayNothing() {
        List<PastDay> longAgo =
                Stream.concat(
                                nights(28, TODAY.minusDays(28), 42.0, 420.0).stream(),
                                Stream.of(new PastDay(TODAY, null, 10.0, 100.0)))
                        .toList();

        assertThat(text(longAgo, hour(START, 140))).startsWith("Recovery: rest for about 36 h\n");
    }

    @Test
    void beforeFourTheLastNightIsThatOfTheDayBefore() {
        List<PastDay> nights = nights(28, TODAY, 10.0, 100.0);
        Activity small = hour(OffsetDateTime.parse("2026-06-14T00:30:00+02:00"), 140);
        Activity later = hour(OffsetDateTime.parse("2026-06-14T04:30:00+02:00"), 140);

        assertThat(text(nights, small)).startsWith("Recovery: rest for about 48 h");
        assertThat(text(nights, later)).startsWith("Recovery: rest for about 36 h");
    }

    @Test
    void doublesCountOnce() {
        Past[] once = daily(1, 30, 140);
        Past[] twice =
                Stream.concat(
                                Stream.of(once),
                                Stream.of(daily(1, 30, 140)).map(p -> p.from("GOOGLE_HEALTH")))
                        .toArray(Past[]::new);

        assertThat(outcome(hour(START, 140), twice)).isEqualTo(outcome(hour(START, 140), once));
    }

    @Test
    void theDoubleOfAnotherIsPassed() {
        Past better = past(START, 140).metres(9000).from("GOOGLE_HEALTH");

        assertThat(outcome(hour(START, 140), better))
                .isEqualTo(
                        new BoostOutcome.Skipped(
                                "counted with the same workout from GOOGLE_HEALTH"));
    }

    @Test
    void earlierWorkoutsWithoutHeartRateAreNoKnownHistory() {
        Past bare = Past.of("RUN", START.minusDays(40)).metres(5000);

        assertThat(text(hour(START, 140), bare)).endsWith("building baseline, day 1 of 21");
    }

    @Test
    void aHeartThatNeverRoseHasNoRatio() {
        assertThat(text(hour(START, 50), day(30, 55))).endsWith("\nTraining: no load yet");
    }

    @Test
    void withoutHeartRateOrStartNothingIsLookedUp() {
        Activity noHeart = Past.sensed(Workouts.lasting(60_000L));
        Activity noStart = hour(START, 140);
        noStart.setStartEpochMillis(null);

        assertThat(RECOVERY.lookups(noHeart)).isEmpty();
        assertThat(RECOVERY.boost(noHeart)).isEqualTo(new BoostOutcome.Skipped("no heart rate"));
        assertThat(RECOVERY.lookups(noStart)).isEmpty();
        assertThat(RECOVERY.boost(noStart)).isEqualTo(new BoostOutcome.Skipped("no start"));
    }

    @Test
    void theLoadIsThatOfTrainingLoad() {
        Booster load =
                Configured.booster(
                        new TrainingLoadType(),
                        """
                        {"maximumBeatsPerMinute": 180, "restingBeatsPerMinute": 60, "sex": "male"}\
                        """);
        Activity hour = hour(START, 150);
        Map<String, Double> alone = added(hour).values();

        assertThat(alone.get("acuteLoadTrimp"))
                .isCloseTo(
                        Boosts.figures(load, hour).getOrDefault("trainingLoadTrimp", Double.NaN),
                        within(1e-9));
    }

    @Property(tries = 100)
    void restIsAtLeastFourHoursAndTheSameInAnyOrder(
            @ForAll @IntRange(min = 40, max = 200) int beats,
            @ForAll @IntRange(min = 1, max = 90) int days,
            @ForAll @IntRange(min = 40, max = 200) int before) {
        List<Past> earlier = List.of(daily(1, days, before));
        BoostOutcome.Added added = added(hour(START, beats), earlier.toArray(Past[]::new));

        assertThat(added.values().get("restHours")).isBetween(4.0, 76.0);
        assertThat(added(hour(START, beats), earlier.reversed().toArray(Past[]::new)))
                .isEqualTo(added);
    }

    @Test
    void theBodyMustBeKnown() {
        assertThat(Configured.errors(new RecoveryType(), "{\"maximumBeatsPerMinute\": 180}"))
                .extracting(FieldError::field)
                .containsExactly("sex");
    }

    private static Activity hour(OffsetDateTime start, int beats) {
        Activity activity = Past.sensed(Workouts.startingAt(start.toString()));
        activity.setElapsedMilliseconds(3_600_000L);
        activity.setHeartRate(
                new HeartRateSamples(
                        start.toInstant().toEpochMilli(),
                        IntStream.range(0, 60).mapToObj(minute -> minute * 60_000).toList(),
                        Collections.nCopies(60, beats)));
        return activity;
    }

    private static Past past(OffsetDateTime start, int beats) {
        return Past.run(start).minutes(60).heart(beats);
    }

    private static Past day(int daysBefore, int beats) {
        return past(START.minusDays(daysBefore), beats);
    }

    private static Past[] daily(int from, int to, int beats) {
        IntFunction<Past> each = day -> day(day, beats);
        return IntStream.rangeClosed(from, to).mapToObj(each).toArray(Past[]::new);
    }

    /** Usual ones, of 40 or 44 ms and 400 or 440 min by turns, and the last one. */
    private static List<PastDay> nights(
            int usual, LocalDate last, @Nullable Double rmssd, @Nullable Double asleep) {
        Stream<PastDay> before =
                IntStream.rangeClosed(1, usual)
                        .mapToObj(day ->
                                new PastDay(
                                        last.minusDays(usual + 1L - day),
                                        null,
                                        42.0 + (day % 2 == 0 ? 2 : -2),
                                        420.0 + (day % 2 == 0 ? 20 : -20)));
        return Stream.concat(before, Stream.of(new PastDay(last, null, rmssd, asleep))).toList();
    }

    private static String text(List<PastDay> days, Activity activity) {
        return Boosts.text(Past.knowing(RECOVERY, activity, days), activity);
    }

    private static String text(Activity activity, Past... earlier) {
        return Boosts.text(Past.knowing(RECOVERY, activity, earlier), activity);
    }

    private static BoostOutcome outcome(Activity activity, Past... earlier) {
        return Past.knowing(RECOVERY, activity, earlier).boost(activity);
    }

    private static BoostOutcome.Added added(Activity activity, Past... earlier) {
        return Boosts.added(Past.knowing(RECOVERY, activity, earlier), activity);
    }
}
