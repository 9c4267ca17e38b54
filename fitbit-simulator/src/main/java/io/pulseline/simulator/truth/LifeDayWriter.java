package io.pulseline.simulator.truth;

import io.pulseline.simulator.truth.LifeDay.Effort;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Lives one date: first the feet, then the heart. */
final class LifeDayWriter {
    private static final int MOST_SAMPLES = 40_000;

    private final LifePlan life;
    private final DayPlan plan;
    private final @Nullable Sleep nextNight;
    private final List<SimulatedActivity> activities;
    private final Instant start;
    private final LifeDay.Minutes minutes;
    private final int[] seconds = new int[MOST_SAMPLES];
    private final short[] rates = new short[MOST_SAMPLES];
    private int samples;

    /**
     * A writer for one date.
     *
     * @param nextNight the sleep that ends on the date after, for the evening; null for none
     * @param activities those that touch the date, as recorded
     */
    LifeDayWriter(
            LifePlan life,
            DayPlan plan,
            @Nullable Sleep nextNight,
            List<SimulatedActivity> activities) {
        this.life = life;
        this.plan = plan;
        this.nextNight = nextNight;
        this.activities = activities;
        start = life.whereabouts().startOf(plan.date());
        minutes = new LifeDay.Minutes(life.whereabouts().minutesOf(plan.date()));
    }

    LifeDay write() {
        SplittableRandom random = random(plan.date(), 41);
        for (int minute = 0; minute < minutes.steps.length; minute++) {
            live(minute, random);
        }
        plan.strolls().forEach(this::walk);
        activities.forEach(this::exercise);
        for (int minute = 0; minute < minutes.steps.length; minute++) {
            judge(minute);
        }
        beat(random(plan.date(), 42));
        return new LifeDay(
                plan.date(),
                start,
                Arrays.copyOf(seconds, samples),
                Arrays.copyOf(rates, samples),
                minutes);
    }

    private void live(int minute, SplittableRandom random) {
        boolean isMoving = random.nextInt(100) < 9;
        int steps = random.nextInt(4, 34);
        if (isMoving && isFree(minute)) {
            minutes.steps[minute] = (short) steps;
        }
    }

    private void walk(DayPlan.Stroll stroll) {
        int first = (int) Duration.between(start, stroll.start()).toMinutes();
        SplittableRandom random = Seeds.random(life.user().seed(), 43, first);
        for (int minute = first; minute < first + stroll.minutes(); minute++) {
            int steps = stroll.stepsPerMinute() + random.nextInt(-12, 13);
            if (minute >= 0 && minute < minutes.steps.length && isFree(minute)) {
                minutes.steps[minute] = (short) steps;
                minutes.floors[minute] =
                        (byte) (minute == first + stroll.minutes() - 1 ? stroll.floors() : 0);
            }
        }
    }

    /** Spreads the steps of an activity over its minutes, so that their sum stays exact. */
    private void exercise(SimulatedActivity activity) {
        Session session = activity.recorded();
        int first = (int) Duration.between(start, session.start()).toMinutes();
        int last = (int) Duration.between(start, session.end()).toMinutes();
        double active = session.activeSecondsUntil(session.end());
        int all = activity.steps() == null ? 0 : activity.steps();
        int given = 0;
        for (int minute = first; minute <= last; minute++) {
            Instant until = start.plus(Duration.ofMinutes(minute + 1L));
            Instant end = until.isBefore(session.end()) ? until : session.end();
            int due = (int) Math.round(all * session.activeSecondsUntil(end) / active);
            minutes.steps[minute] = (short) (due - given);
            minutes.floors[minute] = 0;
            given = due;
        }
        int tenths = (int) Math.round(activity.plan().kind().metabolicEquivalent() * 10);
        Effort effort = activity.plan().kind().effort() >= 0.5 ? Effort.VERY : Effort.FAIR;
        Arrays.fill(minutes.mets, first, last + 1, (short) tenths);
        Arrays.fill(minutes.efforts, first, last + 1, effort);
    }

    private void judge(int minute) {
        int steps = minutes.steps[minute];
        if (minutes.mets[minute] > 0) {
            return;
        }
        minutes.mets[minute] = (short) (10 + steps / 4);
        minutes.efforts[minute] =
                steps == 0
                        ? isAsleep(momentOf(minute)) ? Effort.IN_BED : Effort.STILL
                        : steps < 60 ? Effort.LIGHT : steps < 100 ? Effort.FAIR : Effort.VERY;
    }

    /** Whether the person may walk about in that minute. */
    private boolean isFree(int minute) {
        Instant from = momentOf(minute);
        Instant to = from.plusSeconds(59);
        return plan.isWornAt(from)
                && plan.isWornAt(to)
                && !isAsleep(from)
                && !isAsleep(to)
                && from.isAfter(start.plus(Duration.ofHours(5)))
                && activities.stream()
                        .noneMatch(one -> !one.start().isAfter(to) && one.end().isAfter(from));
    }

    private boolean isAsleep(Instant at) {
        return DayPlan.isIn(plan.night(), at)
                || DayPlan.isIn(plan.nap(), at)
                || DayPlan.isIn(nextNight, at);
    }

    private void beat(SplittableRandom random) {
        HeartRateWave heart = life.user().heart();
        int length = minutes.steps.length * 60;
        int second = random.nextInt(10);
        double level = heart.restingHeartRate() + 6;
        int last = 0;
        int next = 0;
        while (second < length) {
            Instant at = start.plusSeconds(second);
            if (next < activities.size() && !at.isBefore(activities.get(next).start())) {
                SimulatedActivity activity = activities.get(next);
                activity.heartRate().forEach(this::add);
                second = secondOf(activity.recorded().end()) + random.nextInt(1, 9);
                level = samples == 0 ? level : rates[samples - 1];
                next++;
                continue;
            }
            double noise = random.nextGaussian() * 1.6;
            double target = target(heart, at, second / 60);
            level += (target - level) * (1 - Math.exp(-(second - last) / 45.0));
            if (plan.isWornAt(at)) {
                add(heart.sample(at, level + noise));
            }
            last = second;
            second += random.nextInt(5, 16);
        }
    }

    private double target(HeartRateWave heart, Instant at, int minute) {
        double quiet = heart.quiet(at, isAsleep(at));
        // Sitting must not look like exercise, however slow the heart of that age may be.
        double highest = Zone.FAT_BURN.from(heart.maximumHeartRate()) - 7.0;
        return Math.min(quiet, highest) + minutes.steps[minute] * 0.28;
    }

    private void add(HeartRateSample sample) {
        if (samples == MOST_SAMPLES) {
            throw new IllegalStateException("too many samples on " + plan.date());
        }
        seconds[samples] = secondOf(sample.at());
        rates[samples] = (short) sample.beatsPerMinute();
        samples++;
    }

    private int secondOf(Instant at) {
        return (int) Duration.between(start, at.truncatedTo(ChronoUnit.SECONDS)).toSeconds();
    }

    private Instant momentOf(int minute) {
        return start.plus(Duration.ofMinutes(minute));
    }

    private SplittableRandom random(LocalDate date, int purpose) {
        return Seeds.random(life.user().seed(), purpose, date.toEpochDay());
    }
}
