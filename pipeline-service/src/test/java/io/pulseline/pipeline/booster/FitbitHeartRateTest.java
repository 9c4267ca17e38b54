package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.Track;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.KnownHeartRate;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.form.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitbitHeartRateTest {
    private static final Instant START = Workouts.START.toInstant();
    private static final Instant ASKED = Instant.parse("2026-06-13T07:00:00Z");
    private static final String NOT_WORN =
            "the Fitbit measured no heart rate during it (not worn?)";

    @Test
    void itLooksUpAMinuteMoreOnBothSidesAndForDriftThreeMore() {
        Activity activity = Workouts.lasting(600_500L);

        assertThat(booster("{}").lookups(activity)).containsExactly(lookup(60, 660_500));
        assertThat(booster("{\"correctDrift\": true}").lookups(activity))
                .containsExactly(lookup(240, 840_500));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "start    | no start",
                "duration | no duration",
                "zero     | no duration",
                "forever  | it lasts longer than 24 days",
                "heart    | it has heart rate already",
            })
    void withoutWhatItNeedsItLooksUpNothingAndSkips(String lack, String reason) {
        Activity activity = Workouts.steady(600, 1, 120);
        switch (lack) {
            case "start" -> activity.setStartEpochMillis(null);
            case "duration" -> activity.setElapsedMilliseconds(null);
            case "zero" -> activity.setElapsedMilliseconds(0L);
            case "forever" -> activity.setElapsedMilliseconds(Duration.ofDays(25).toMillis());
            default -> {}
        }
        Booster booster = booster("{}").knowing(Background.at(ASKED));

        assertThat(booster.lookups(activity)).isEmpty();
        assertThat(booster.boost(activity)).isEqualTo(new BoostOutcome.Skipped(reason));
    }

    @Test
    void zeroesAreNoHeartRateThatItHasAlready() {
        Activity activity = Workouts.lasting(60_000L);
        activity.setHeartRate(Workouts.samples(List.of(0, 30), 0, 0));

        assertThat(added(boosted("{}", activity, known(60, every(1, 60, _ -> 120)))).values())
                .containsEntry("heartRateSamples", 61.0);
    }

    @Test
    void forcedItReplacesHeartRate() {
        BoostOutcome.Added added =
                added(
                        boosted(
                                "{\"force\": true}",
                                Workouts.steady(60, 1, 90),
                                known(60, every(30, 60, _ -> 120))));

        assertThat(added.heartRate())
                .isEqualTo(Workouts.samples(List.of(0, 30, 60), 120, 120, 120));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OpenSets.Provider.FITBIT,
                OpenSets.Provider.GOOGLE_HEALTH,
                OpenSets.Provider.FILE
            })
    void allSourcesAreTreatedAlike(String provider) {
        Activity activity = Workouts.lasting(60_000L);
        Provenance provenance = new Provenance();
        provenance.setProvider(provider);
        activity.setProvenance(provenance);

        assertThat(added(boosted("{}", activity, known(60, every(1, 60, _ -> 120)))).heartRate())
                .isNotNull();
        activity.setHeartRate(Workouts.samples(List.of(0), 90));
        assertThat(boosted("{}", activity, known(60, every(1, 60, _ -> 120))))
                .isEqualTo(new BoostOutcome.Skipped("it has heart rate already"));
    }

    @Test
    void theWholeHeartRateIsTakenWithoutAWord() {
        Activity activity = Workouts.lasting(60_000L);

        BoostOutcome outcome = boosted("{}", activity, known(60, every(20, 60, s -> 100 + s)));

        assertThat(outcome)
                .isEqualTo(
                        BoostOutcome.Added.builder()
                                .heartRate(
                                        Workouts.samples(
                                                List.of(0, 20, 40, 60), 100, 120, 140, 160))
                                .value("heartRateCoveredPercent", 100)
                                .value("heartRateSamples", 4)
                                .build());
    }

    @ParameterizedTest(name = "asked again after {0} s: {1}")
    @CsvSource({
        "-5, 60",
        "0, 60",
        "59, 60",
        "60, 180",
        "61, 180",
        "179, 180",
        "180, 480",
        "479, 480",
        "480, 1080",
        "1079, 1080",
        "1080, 2880",
        "2879, 2880",
        "2880, 6480",
        "6479, 6480",
    })
    void whileItIsNotCompleteItWaits(long secondsSinceAsked, long next) {
        Activity activity = Workouts.lasting(3_600_000L);

        assertThat(waiting(secondsSinceAsked, activity, known(720, every(1, 720, _ -> 120))))
                .isEqualTo(
                        new BoostOutcome.Later(
                                ASKED.plusSeconds(next),
                                "heart rate is there until 05:42Z of 06:30Z",
                                lookup(60, 3_660_000)));
    }

    @ParameterizedTest
    @ValueSource(longs = {6_480, 6_481, 1_000_000})
    void afterTheLastTimeItTakesWhatThereIsAndGoesOnAwaiting(long secondsSinceAsked) {
        BoostOutcome.Added added =
                added(
                        waiting(
                                secondsSinceAsked,
                                Workouts.lasting(3_600_000L),
                                known(720, every(1, 720, _ -> 120))));

        assertThat(added.awaits()).isEqualTo(lookup(60, 3_660_000));
        assertThat(added.values()).containsEntry("heartRateCoveredPercent", 20.0);
        assertThat(added.text()).isEqualTo("Fitbit heart rate for 20 % of the time");
    }

    @ParameterizedTest(name = "told from {0} to {1} s: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "-60  | 720  | heart rate is there until 05:42Z of 06:30Z",
                "-60  | 3590 | heart rate is there until 06:29Z of 06:30Z",
                "-60  | -1   | heart rate from 05:30Z on is not there yet",
                "0    | 0    | heart rate from 05:30Z on is not there yet",
                "1    | 3600 | heart rate from 05:30Z on is not there yet",
            })
    void withNothingAfterTheLastTimeItSkipsUntilSomethingComes(int from, int to, String reason) {
        KnownHeartRate nothing =
                new KnownHeartRate(
                        List.of(), List.of(new KnownHeartRate.Stretch(at(from), at(to))));

        assertThat(waiting(6_479, Workouts.lasting(3_600_000L), nothing))
                .isEqualTo(
                        new BoostOutcome.Later(
                                ASKED.plusSeconds(6_480), reason, lookup(60, 3_660_000)));
        assertThat(waiting(6_480, Workouts.lasting(3_600_000L), nothing))
                .isEqualTo(new BoostOutcome.Skipped(reason, lookup(60, 3_660_000)));
    }

    @Test
    void whereOnlySecondsAreMissingItTellsSeconds() {
        KnownHeartRate nearly = known(3_610, every(1, 3_610, _ -> 120));

        assertThat(waiting(0, Workouts.lasting(3_630_000L), nearly))
                .extracting("reason")
                .isEqualTo("heart rate is there until 06:30:10Z of 06:30:30Z");
    }

    @Test
    void whatTheSourceToldInPiecesIsCompleteWhereTheyTouch() {
        List<HeartRateSamples> samples = List.of(every(1, 60, _ -> 120));
        KnownHeartRate touching =
                new KnownHeartRate(samples, List.of(stretch(-10, 30), stretch(30, 60)));
        KnownHeartRate apart =
                new KnownHeartRate(samples, List.of(stretch(-10, 29), stretch(30, 60)));

        assertThat(waiting(0, Workouts.lasting(60_000L), touching))
                .isInstanceOf(BoostOutcome.Added.class);
        assertThat(waiting(0, Workouts.lasting(60_000L), apart))
                .extracting("reason")
                .isEqualTo("heart rate is there until 05:30Z of 05:31Z");
    }

    @Test
    void notWornIsSkippedForGood() {
        Activity activity = Workouts.lasting(600_000L);

        assertThat(boosted("{}", activity, new KnownHeartRate(List.of(), List.of(stretch(0, 600)))))
                .isEqualTo(new BoostOutcome.Skipped(NOT_WORN));
        assertThat(
                        boosted(
                                "{}",
                                activity,
                                known(600, Workouts.samples(List.of(-50, 0, 650), 90, 0, 90))))
                .isEqualTo(new BoostOutcome.Skipped(NOT_WORN));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-06-13T23:59:30.250+02:00 | midnight there",
                "2026-06-13T23:59:30.250Z      | midnight by UTC",
                "2026-03-29T01:59:30.250+01:00 | clocks put forward in Berlin",
                "2026-10-25T02:59:30.250+02:00 | clocks put back in Berlin",
                "2026-06-13T05:15:47.999+05:45 | another offset, with seconds",
            })
    void nothingHappensAtMidnightNorWhenClocksChange(String start, String what) {
        Activity activity = Workouts.startingAt(start);
        activity.setElapsedMilliseconds(7_200_000L);
        long begin = activity.getStartEpochMillis();
        HeartRateSamples samples =
                new HeartRateSamples(
                        begin - 30_000,
                        IntStream.rangeClosed(0, 120).map(s -> s * 60_000).boxed().toList(),
                        IntStream.rangeClosed(0, 120).map(s -> 100 + s % 2).boxed().toList());
        Instant from = Instant.ofEpochMilli(begin);
        KnownHeartRate known =
                new KnownHeartRate(
                        List.of(samples),
                        List.of(
                                new KnownHeartRate.Stretch(
                                        from.minusSeconds(60), from.plusSeconds(7_260))));

        HeartRateSamples placed = placed(boosted("{}", activity, known));

        assertThat(placed.getStartEpochMillis()).as(what).isEqualTo(begin);
        assertThat(placed.getOffsetMilliseconds())
                .startsWith(0, 30_000, 90_000)
                .endsWith(7_110_000, 7_170_000)
                .hasSize(121);
        assertThat(placed.getBeatsPerMinute()).startsWith(101, 101, 100).endsWith(101, 100);
    }

    @Test
    void unevenSamplesAreNeitherMovedNorStretchedOntoTheTrack() {
        Activity activity = new Outing("RUN").every(7).goes(70, 3).activity();
        Track track = activity.getTrack();
        HeartRateSamples uneven =
                new HeartRateSamples(
                        Outing.START,
                        List.of(0, 1_300, 9_999, 33_001, 70_000),
                        List.of(100, 101, 109, 133, 170));
        Instant start = Instant.ofEpochMilli(Outing.START);
        KnownHeartRate known =
                new KnownHeartRate(
                        List.of(uneven),
                        List.of(new KnownHeartRate.Stretch(start, start.plusSeconds(70))));

        BoostOutcome.Added added = added(boosted("{}", activity, known));

        assertThat(added.heartRate()).isEqualTo(uneven);
        assertThat(added.track()).isNull();
        assertThat(activity.getTrack()).isSameAs(track);
    }

    @ParameterizedTest(name = "last before the gap at {0} s, first after it at {1} s: {2} %, {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | 460  | 100  |",
                "400 | 461  | 93.9 | Fitbit heart rate for 93 % of the time",
                "400 | 570  | 83   | Fitbit heart rate for 83 % of the time",
                "940 | 1001 | 94   | Fitbit heart rate for 94 % of the time",
                "990 | 1051 | 99   |",
                "989 | 1051 | 98.9 | Fitbit heart rate for 98 % of the time",
                "0   | 2000 | 0    | Fitbit heart rate for 0 % of the time",
            })
    void aGapOfMoreThanAMinuteStaysOne(
            int before, int after, double percent, @Nullable String text) {
        Activity activity = Workouts.lasting(1_000_000L);
        List<Integer> at =
                IntStream.rangeClosed(0, 1_060)
                        .filter(second -> second <= before || second >= after)
                        .boxed()
                        .toList();
        HeartRateSamples gappy =
                Workouts.samples(at, at.stream().map(_ -> 120).toArray(Integer[]::new));

        BoostOutcome.Added added = added(boosted("{}", activity, known(1_000, gappy)));

        assertThat(added.values().get("heartRateCoveredPercent")).isCloseTo(percent, within(1e-9));
        assertThat(added.text()).isEqualTo(text);
        assertThat(placed(added).getOffsetMilliseconds())
                .noneMatch(offset -> offset > before * 1000 && offset < after * 1000);
    }

    @Test
    void seriesInDisorderAndTwiceGiveTheSame() {
        Activity activity = Workouts.lasting(60_000L);
        HeartRateSamples first = Workouts.samples(List.of(0, 10, 20, 30), 100, 110, 120, 130);
        HeartRateSamples second = Workouts.samples(List.of(40, 50, 60), 140, 150, 160);
        List<KnownHeartRate.Stretch> covered = List.of(stretch(0, 60));
        BoostOutcome inOrder =
                boosted("{}", activity, new KnownHeartRate(List.of(first, second), covered));

        assertThat(
                        boosted(
                                "{}",
                                activity,
                                new KnownHeartRate(List.of(second, first, second), covered)))
                .isEqualTo(inOrder);
    }

    @Test
    void aClockThatIsAheadIsToldAndTheSamplesStay() {
        Activity activity = walked(1_800);

        BoostOutcome.Added added =
                added(boosted("{\"force\": true}", activity, driftedBy(45, 1_800)));

        assertThat(added.values()).containsEntry("clockDriftSeconds", 45.0);
        assertThat(added.text()).isEqualTo("The Fitbit's clock is about 45 s ahead");
        assertThat(placed(added).getBeatsPerMinute()).startsWith(walk(-45), walk(-44));
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({"45, ahead", "-45, behind", "170, ahead", "-170, behind"})
    void onDemandTheSamplesAreMovedByIt(int drift, String word) {
        Activity activity = walked(1_800);

        BoostOutcome.Added added =
                added(
                        boosted(
                                "{\"force\": true, \"correctDrift\": true}",
                                activity,
                                driftedBy(drift, 1_800)));

        assertThat(added.text())
                .isEqualTo(
                        "The Fitbit's clock is about "
                                + Math.abs(drift)
                                + " s "
                                + word
                                + " (corrected)");
        assertThat(added.values())
                .isEqualTo(
                        Map.of(
                                "clockDriftSeconds", (double) drift,
                                "heartRateCoveredPercent", 100.0,
                                "heartRateSamples", 1_801.0));
        assertThat(placed(added).getBeatsPerMinute())
                .startsWith(walk(0), walk(1), walk(2))
                .endsWith(walk(1_799), walk(1_800));
        assertThat(added.awaits()).isNull();
    }

    @Test
    void aMovedEndThatIsNotThereYetIsAwaited() {
        KnownHeartRate untilTheEnd =
                new KnownHeartRate(driftedBy(45, 1_800).samples(), List.of(stretch(-300, 1_800)));

        BoostOutcome.Added added =
                added(
                        boosted(
                                "{\"force\": true, \"correctDrift\": true}",
                                walked(1_800),
                                untilTheEnd));

        assertThat(added.awaits()).isEqualTo(lookup(240, 2_040_000));
    }

    @Test
    void gapAndDriftAreALineEach() {
        KnownHeartRate known = driftedBy(45, 1_800);
        HeartRateSamples late = known.samples().getFirst();
        HeartRateSamples half =
                new HeartRateSamples(
                        late.getStartEpochMillis(),
                        late.getOffsetMilliseconds().subList(0, 1_500),
                        late.getBeatsPerMinute().subList(0, 1_500));

        assertThat(
                        added(
                                        boosted(
                                                "{\"force\": true}",
                                                walked(1_800),
                                                new KnownHeartRate(List.of(half), known.covered())))
                                .text())
                .isEqualTo(
                        """
                        Fitbit heart rate for 52 % of the time
                        The Fitbit's clock is about 45 s ahead\
                        """);
    }

    @Test
    void flatCurvesTellNoDrift() {
        BoostOutcome.Added added =
                added(
                        boosted(
                                "{\"force\": true, \"correctDrift\": true}",
                                Workouts.steady(1_800, 1, 120),
                                known(1_800, every(1, 1_800, _ -> 120))));

        assertThat(added.values()).doesNotContainKey("clockDriftSeconds");
        assertThat(added.text()).isNull();
    }

    @Test
    void theSameAgainGivesTheSameAndLeavesTheActivityAlone() {
        Activity activity = walked(1_800);
        KnownHeartRate known = driftedBy(45, 1_800);
        String settings = "{\"force\": true, \"correctDrift\": true}";

        assertThat(boosted(settings, activity, known))
                .isEqualTo(boosted(settings, activity, known));
        assertThat(activity).isEqualTo(walked(1_800));
        assertThat(known).isEqualTo(driftedBy(45, 1_800));
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThat(Configured.errors(new FitbitHeartRateType(), "{\"force\": 1, \"drift\": true}"))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("force", "drift");
    }

    private static Booster booster(String settings) {
        return Configured.booster(new FitbitHeartRateType(), settings);
    }

    private static BoostOutcome boosted(String settings, Activity activity, KnownHeartRate known) {
        return boosted(settings, activity, known, Background.at(ASKED));
    }

    private static BoostOutcome waiting(long seconds, Activity activity, KnownHeartRate known) {
        return boosted(
                "{}",
                activity,
                known,
                Background.at(ASKED.plusSeconds(seconds)).waitingSince(ASKED));
    }

    /** As the runner does it: first asks what it wants to know. */
    private static BoostOutcome boosted(
            String settings, Activity activity, KnownHeartRate known, Background background) {
        Booster booster = booster(settings);
        for (Lookup lookup : booster.lookups(activity)) {
            background = background.with((Lookup.HeartRate) lookup, known);
        }
        return booster.knowing(background).boost(activity);
    }

    private static BoostOutcome.Added added(BoostOutcome outcome) {
        assertThat(outcome).isInstanceOf(BoostOutcome.Added.class);
        return (BoostOutcome.Added) outcome;
    }

    private static HeartRateSamples placed(BoostOutcome outcome) {
        HeartRateSamples samples = added(outcome).heartRate();
        if (samples == null) {
            throw new AssertionError("no heart rate");
        }
        return samples;
    }

    private static Lookup.HeartRate lookup(long secondsBefore, long untilMilliseconds) {
        return new Lookup.HeartRate(
                START.minusSeconds(secondsBefore), START.plusMillis(untilMilliseconds));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private static KnownHeartRate.Stretch stretch(int from, int to) {
        return new KnownHeartRate.Stretch(at(from), at(to));
    }

    /** The source has told all there is until that second since the start. */
    private static KnownHeartRate known(int until, HeartRateSamples samples) {
        return new KnownHeartRate(List.of(samples), List.of(stretch(-300, until)));
    }

    private static HeartRateSamples every(int step, int until, IntUnaryOperator beats) {
        List<Integer> at =
                IntStream.rangeClosed(0, until).filter(s -> s % step == 0).boxed().toList();
        return Workouts.samples(at, at.stream().map(beats::applyAsInt).toArray(Integer[]::new));
    }

    /** With heart rate of its own, by the right clock. */
    private static Activity walked(int seconds) {
        Activity activity = Workouts.lasting(seconds * 1000L);
        activity.setHeartRate(every(1, seconds, FitbitHeartRateTest::walk));
        return activity;
    }

    /** The same as the Fitbit measured it, from ten minutes before to ten after. */
    private static KnownHeartRate driftedBy(int drift, int seconds) {
        List<Integer> at = IntStream.rangeClosed(-600, seconds + 600).boxed().toList();
        HeartRateSamples samples =
                new HeartRateSamples(
                        START.plusSeconds(drift).toEpochMilli(),
                        at.stream().map(second -> second * 1000).toList(),
                        at.stream().map(FitbitHeartRateTest::walk).toList());
        return new KnownHeartRate(List.of(samples), List.of(stretch(-600, seconds + 600)));
    }

    /** Heart rate in a second since the start: a new effort every 20 s. */
    private static int walk(int second) {
        int effort = Math.floorDiv(second, 20);
        int from = 90 + new Random(effort * 7_919L).nextInt(80);
        int to = 90 + new Random((effort + 1) * 7_919L).nextInt(80);
        return from + (to - from) * Math.floorMod(second, 20) / 20;
    }
}
