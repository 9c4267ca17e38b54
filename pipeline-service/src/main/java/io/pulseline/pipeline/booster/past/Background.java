package io.pulseline.pipeline.booster.past;

import io.pulseline.contracts.health.Activity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a booster knows besides the activity at hand: the time, and the answers to its {@linkplain
 * Lookup lookups}. Immutable.
 *
 * @param now the instant at which the booster is asked
 * @param askedFirst when it was asked for the first time on this way of the activity through the
 *     pipeline: since then it waits; equal to {@code now} the first time
 * @param preferredProvider of the user, where two devices measured one workout; null for none
 * @param figured makes the activity at hand one of history; the same each time
 * @param correction what the user says of the activity at hand
 */
public record Background(
        Instant now,
        Instant askedFirst,
        @Nullable String preferredProvider,
        Function<Activity, PastActivity> figured,
        Correction correction,
        Map<Lookup.HeartRate, KnownHeartRate> heartRates,
        Map<Lookup.Activities, List<PastActivity>> activities,
        Map<Lookup.Days, List<PastDay>> days) {

    public Background {
        heartRates = Map.copyOf(heartRates);
        activities = Map.copyOf(activities);
        days = Map.copyOf(days);
    }

    /** Only the time is known. */
    public static Background at(Instant now) {
        return new Background(
                now, now, null, PastActivity::of, Correction.NONE, Map.of(), Map.of(), Map.of());
    }

    /** The same for a booster that has been waiting since then. */
    public Background waitingSince(Instant first) {
        return new Background(
                now, first, preferredProvider, figured, correction, heartRates, activities, days);
    }

    /** The same for a user who prefers that provider. */
    public Background preferring(@Nullable String provider) {
        return new Background(
                now, askedFirst, provider, figured, correction, heartRates, activities, days);
    }

    /** The same where something remembers the figures of the activity at hand. */
    public Background figuredBy(Function<Activity, PastActivity> memory) {
        return new Background(
                now,
                askedFirst,
                preferredProvider,
                memory,
                correction,
                heartRates,
                activities,
                days);
    }

    /** The same where the user says that of the activity at hand. */
    public Background correcting(Correction ofAtHand) {
        return new Background(
                now,
                askedFirst,
                preferredProvider,
                figured,
                ofAtHand,
                heartRates,
                activities,
                days);
    }

    /** The same and that heart rate. */
    public Background with(Lookup.HeartRate asked, KnownHeartRate answer) {
        return new Background(
                now,
                askedFirst,
                preferredProvider,
                figured,
                correction,
                joined(heartRates, asked, answer),
                activities,
                days);
    }

    /**
     * The same and those activities.
     *
     * @param answer in any order, without the one at hand
     */
    public Background with(Lookup.Activities asked, List<PastActivity> answer) {
        return new Background(
                now,
                askedFirst,
                preferredProvider,
                figured,
                correction,
                heartRates,
                joined(activities, asked, List.copyOf(answer)),
                days);
    }

    /**
     * The same and those days.
     *
     * @param answer in order of their dates, without those of which nothing is known
     */
    public Background with(Lookup.Days asked, List<PastDay> answer) {
        return new Background(
                now,
                askedFirst,
                preferredProvider,
                figured,
                correction,
                heartRates,
                activities,
                joined(days, asked, List.copyOf(answer)));
    }

    /** The heart rate that was looked up. */
    public KnownHeartRate heartRate(Lookup.HeartRate asked) {
        return answer(heartRates, asked);
    }

    /** The activities that were looked up and the one at hand, each workout once. */
    public WorkoutHistory workouts(Lookup.Activities asked, Activity atHand) {
        return workouts(asked, atHand, _ -> true);
    }

    /**
     * The same, as if only those others had been found.
     *
     * @param others which of them
     */
    public WorkoutHistory workouts(
            Lookup.Activities asked, Activity atHand, Predicate<PastActivity> others) {
        return WorkoutHistory.of(
                answer(activities, asked).stream().filter(others).toList(),
                correction.appliedTo(figured.apply(atHand)),
                preferredProvider);
    }

    /** The days that were looked up, in their order; those of which nothing is known are absent. */
    public List<PastDay> days(Lookup.Days asked) {
        return answer(days, asked);
    }

    private static <K, V> V answer(Map<K, V> answers, K asked) {
        return Optional.ofNullable(answers.get(asked))
                .orElseThrow(() -> new IllegalStateException("nobody looked up " + asked));
    }

    private static <K, V> Map<K, V> joined(Map<K, V> answers, K asked, V answer) {
        Map<K, V> joined = new HashMap<>(answers);
        joined.put(asked, answer);
        return joined;
    }
}
