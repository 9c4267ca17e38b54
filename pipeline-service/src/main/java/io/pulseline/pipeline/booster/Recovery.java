package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.booster.heart.BanisterLoad;
import io.pulseline.pipeline.booster.heart.HeldHeartRate;
import io.pulseline.pipeline.booster.heart.Sex;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.WorkoutHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Whether training is more than usual, and how long to rest after this workout. Only what was
 * before it counts, so that one that comes late is judged as it would have been on its day.
 *
 * <p>The hours of rest are a rule of thumb without a source; the averages are those of {@link
 * DailyLoads}.
 */
record Recovery(OwnHeartRate own, Sex sex) implements AskingBooster {
    private static final int DAYS_BEFORE = 84;
    private static final long BASELINE_DAYS = 21;
    private static final double OVERREACHING = 1.5;
    private static final double BUILDING = 1.2;
    private static final double OPTIMAL = 0.8;
    private static final int LEAST_REST_HOURS = 4;

    @Override
    public Question question(Activity activity) {
        return AtHand.ask(activity, this::question);
    }

    private Question question(AtHand atHand) {
        Activity activity = atHand.activity();
        if (HeldHeartRate.of(activity).isEmpty()) {
            return Question.skipped("no heart rate");
        }
        Lookup.Activities workouts = workouts(atHand);
        Lookup.Days nights = NightBefore.lookup(atHand.start(), activity.getStartOffsetSeconds());
        return new Question(
                Stream.concat(Stream.of(workouts, nights), own.lookups(atHand).stream())
                        .distinct()
                        .toList(),
                background -> {
                    NightBefore night = NightBefore.of(nights, background.days(nights));
                    return atHand.counted(
                            background,
                            workouts,
                            history ->
                                    own.outcome(
                                            atHand,
                                            background,
                                            known -> advice(history, night, known)));
                });
    }

    /** Those of the year where they are asked for anyway: one question instead of two. */
    private Lookup.Activities workouts(AtHand atHand) {
        return own.maximum().isPresent()
                ? atHand.since(earliest(atHand.start()))
                : OwnHeartRate.workouts(atHand);
    }

    /** Offsets of two places differ by up to 26 hours, and the first date begins at midnight. */
    private static Instant earliest(Instant start) {
        return start.minus(Duration.ofDays(DAYS_BEFORE + 3));
    }

    private BoostOutcome advice(
            WorkoutHistory history, NightBefore night, OwnHeartRate.Known known) {
        BanisterLoad load = known.load(sex);
        PastActivity current = history.current();
        LocalDate first = current.localDate().minusDays(DAYS_BEFORE);
        DailyLoads loads = DailyLoads.of(current, history.before(), first, load);
        boolean isBaseline = loads.knownDays() < BASELINE_DAYS;
        OptionalDouble ratio = isBaseline ? OptionalDouble.empty() : loads.ratio();
        int hours = restHours(load.of(current.figures().heartRateSeconds()), ratio, night);
        BoostOutcome.Added.Builder added =
                BoostOutcome.Added.builder()
                        .text(rest(hours, night) + "\n" + training(loads, isBaseline, ratio))
                        .values(known.told())
                        .value("restHours", hours)
                        .value("acuteLoadTrimp", loads.acute());
        if (!isBaseline) {
            var _ = added.value("chronicLoadTrimp", loads.chronic());
        }
        ratio.ifPresent(value -> {
            var _ = added.value("loadRatio", value);
        });
        return added.build();
    }

    private static int restHours(double session, OptionalDouble ratio, NightBefore night) {
        int hours =
                afterSession(session)
                        + (ratio.isPresent() ? forRatio(ratio.getAsDouble()) : 0)
                        + (night.isVariabilityLow() ? 8 : 0)
                        + (night.isSleepShort() ? 4 : 0);
        return Math.max(LEAST_REST_HOURS, hours);
    }

    private static int afterSession(double trimp) {
        if (trimp >= 150) {
            return 48;
        }
        if (trimp >= 90) {
            return 36;
        }
        if (trimp >= 60) {
            return 24;
        }
        return trimp >= 30 ? 12 : 8;
    }

    private static int forRatio(double ratio) {
        if (ratio > OVERREACHING) {
            return 16;
        }
        if (ratio > BUILDING) {
            return 8;
        }
        return ratio < OPTIMAL ? -4 : 0;
    }

    private static String rest(int hours, NightBefore night) {
        String text = "Recovery: rest for about " + hours + " h";
        if (night.isVariabilityLow() && night.isSleepShort()) {
            return text + " after a short night with low heart rate variability";
        }
        if (night.isVariabilityLow()) {
            return text + " after a night with low heart rate variability";
        }
        return night.isSleepShort() ? text + " after a short night" : text;
    }

    private static String training(DailyLoads loads, boolean isBaseline, OptionalDouble ratio) {
        if (isBaseline) {
            return String.format(
                    Locale.ROOT,
                    "Training: building baseline, day %d of %d",
                    loads.knownDays(),
                    BASELINE_DAYS);
        }
        return ratio.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "Training: %s, acute load %.0f and chronic load %.0f a day, ratio %.2f",
                        word(ratio.getAsDouble()),
                        loads.acute(),
                        loads.chronic(),
                        ratio.getAsDouble())
                : "Training: no load yet";
    }

    private static String word(double ratio) {
        if (ratio > OVERREACHING) {
            return "overreaching";
        }
        if (ratio > BUILDING) {
            return "building";
        }
        return ratio >= OPTIMAL ? "optimal" : "detraining";
    }
}
