package io.pulseline.pipeline.booster;

import static java.util.Objects.requireNonNullElse;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.heart.BanisterLoad;
import io.pulseline.pipeline.booster.heart.BodySettings;
import io.pulseline.pipeline.booster.heart.Sex;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.PastDay;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The heart rate of a user at rest and at its highest, in beats per minute: as it is set, else as
 * the user's own data had shown it when the activity at hand was over. What began later does not
 * count, so that one that is imported late, or sent through once more, is judged alike.
 *
 * <p>At rest: the median of what the source says of the {@value #DAYS} local dates up to and with
 * that of the activity, of which at least {@value #FEWEST_DAYS} must be known. A fever or a bad
 * night hardly moves a median. It is rounded to whole beats, as it could be set; a day outside of
 * what could be set counts as unknown.
 *
 * <p>At its highest: what any one workout of {@value #WORKOUT_DAYS} days reached or exceeded for
 * more than a minute in sum, so that a single wrong sample does not count even where there is one a
 * minute. This is what a heart did, not all it can do: who never goes to the limit has a higher
 * maximum, and gets loads that are too high and rest that is too long, which does no harm. That
 * stops making sense below {@value #LEAST_MAXIMUM}, where easy training would pass for the hardest:
 * nothing is taken then. The mean of healthy people, 208 - 0.7 · age (Tanaka, Monahan, Seals,
 * Age-predicted maximal heart rate revisited, J Am Coll Cardiol 2001;37:153–156), falls so low only
 * at 97 years; whose maximum is lower, as with beta blockers, sets it. The other way errors do
 * harm, for a maximum that is too high makes loads too low and rest too short: beats above {@value
 * #MOST_MAXIMUM} are rather wrong than true, and do not count.
 *
 * @param resting as set; empty to take the user's own
 * @param maximum likewise
 */
record OwnHeartRate(Optional<Integer> resting, Optional<Integer> maximum) {
    static final int DAYS = 28;
    static final int FEWEST_DAYS = 3;
    static final int WORKOUT_DAYS = 365;
    static final int LEAST_MAXIMUM = 140;
    static final int MOST_MAXIMUM = 220;
    private static final long LONGEST_SAMPLE_MILLISECONDS = 60_000;
    private static final double MILLISECONDS_PER_SECOND = 1_000;

    private static final String RESTING_UNKNOWN =
            "resting heart rate is not known yet: set it, or wear the Fitbit for three days";
    private static final String MAXIMUM_UNKNOWN =
            "maximum heart rate is not known yet: set it, or wear the Fitbit in a hard workout";
    private static final String NO_RESERVE =
            "your resting heart rate of the last days is not below the maximum heart rate that is"
                    + " set: set both";

    /**
     * Both heart rates, set or found.
     *
     * @param restingBeatsPerMinute below the maximum
     * @param told what was taken from the user's data, for machines; what is set is not told again
     */
    record Known(int restingBeatsPerMinute, int maximumBeatsPerMinute, Map<String, Double> told) {
        Known {
            told = Map.copyOf(told);
        }

        /** The load between the two. */
        BanisterLoad load(Sex sex) {
            return new BanisterLoad(restingBeatsPerMinute, maximumBeatsPerMinute, sex);
        }
    }

    /** Where only the maximum matters; rest is as if it were 0. */
    static OwnHeartRate ofMaximum(Optional<Integer> maximum) {
        return new OwnHeartRate(Optional.of(0), maximum);
    }

    /** Asks for what is not set, and skips the activity where it is not known. */
    Question question(Activity activity, Function<Known, BoostOutcome> outcome) {
        if (resting.isPresent() && maximum.isPresent()) {
            Known set = new Known(resting.get(), maximum.get(), Map.of());
            return new Question(List.of(), _ -> outcome.apply(set));
        }
        return AtHand.ask(
                activity,
                atHand ->
                        new Question(
                                lookups(atHand),
                                background -> outcome(atHand, background, outcome)));
    }

    /** What is not set. */
    List<Lookup> lookups(AtHand atHand) {
        List<Lookup> lookups = new ArrayList<>();
        if (resting.isEmpty()) {
            lookups.add(days(atHand));
        }
        if (maximum.isEmpty()) {
            lookups.add(workouts(atHand));
        }
        return lookups;
    }

    private static Lookup.Days days(AtHand atHand) {
        LocalDate last = atHand.localDate();
        return new Lookup.Days(last.minusDays(DAYS - 1L), last);
    }

    /** Those in which the maximum is looked for. */
    static Lookup.Activities workouts(AtHand atHand) {
        return atHand.since(atHand.start().minus(Duration.ofDays(WORKOUT_DAYS)));
    }

    /** Of a background that knows the answers; skipped where they do not tell enough. */
    BoostOutcome outcome(
            AtHand atHand, Background background, Function<Known, BoostOutcome> outcome) {
        if (maximum.isEmpty() && !background.correction().counts()) {
            return new BoostOutcome.Skipped(AtHand.LEFT_OUT);
        }
        OptionalInt rest = resting(atHand, background);
        OptionalInt most = maximum(atHand, background);
        if (rest.isEmpty() || most.isEmpty()) {
            return new BoostOutcome.Skipped(unknown(rest, most));
        }
        return rest.getAsInt() < most.getAsInt()
                ? outcome.apply(known(rest.getAsInt(), most.getAsInt()))
                : new BoostOutcome.Skipped(NO_RESERVE);
    }

    private Known known(int rest, int most) {
        Map<String, Double> told = new HashMap<>();
        if (resting.isEmpty()) {
            told.put(BodySettings.RESTING.name(), (double) rest);
        }
        if (maximum.isEmpty()) {
            told.put(BodySettings.MAXIMUM.name(), (double) most);
        }
        return new Known(rest, most, told);
    }

    private static String unknown(OptionalInt rest, OptionalInt most) {
        if (rest.isPresent()) {
            return MAXIMUM_UNKNOWN;
        }
        return most.isPresent() ? RESTING_UNKNOWN : RESTING_UNKNOWN + "; " + MAXIMUM_UNKNOWN;
    }

    private OptionalInt resting(AtHand atHand, Background background) {
        return resting.isPresent()
                ? OptionalInt.of(resting.get())
                : median(background.days(days(atHand)));
    }

    private static OptionalInt median(List<PastDay> days) {
        double[] sorted =
                days.stream()
                        .flatMap(day ->
                                Optional.ofNullable(day.restingHeartRateBeatsPerMinute()).stream())
                        .mapToDouble(Double::doubleValue)
                        .filter(beats -> beats >= BodySettings.LEAST_RESTING)
                        .filter(beats -> beats <= BodySettings.MOST_RESTING)
                        .sorted()
                        .toArray();
        int middle = sorted.length / 2;
        if (sorted.length < FEWEST_DAYS) {
            return OptionalInt.empty();
        }
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return OptionalInt.of((int) Math.round(median));
    }

    private OptionalInt maximum(AtHand atHand, Background background) {
        return maximum.isPresent()
                ? OptionalInt.of(maximum.get())
                : highest(
                        background.workouts(
                                workouts(atHand),
                                atHand.activity(),
                                // One without heart rate must not stand for one that has it.
                                other -> !other.figures().heartRateSeconds().isEmpty()));
    }

    private static OptionalInt highest(WorkoutHistory history) {
        PastActivity current = requireNonNullElse(history.countedInstead(), history.current());
        return Stream.concat(history.before().stream(), Stream.of(current))
                .mapToInt(workout -> held(workout.figures().heartRateSeconds()))
                .filter(beats -> beats >= LEAST_MAXIMUM)
                .max();
    }

    /** The highest that was reached or exceeded for long enough in sum; 0 if none was. */
    private static int held(Map<Integer, Double> secondsByBeats) {
        NavigableMap<Integer, Double> plausible =
                new TreeMap<>(secondsByBeats).headMap(MOST_MAXIMUM, true);
        long milliseconds = 0;
        for (Map.Entry<Integer, Double> held : plausible.descendingMap().entrySet()) {
            milliseconds += Math.round(held.getValue() * MILLISECONDS_PER_SECOND);
            if (milliseconds > LONGEST_SAMPLE_MILLISECONDS) {
                return held.getKey();
            }
        }
        return 0;
    }
}
