package io.pulseline.simulator.truth;

import io.pulseline.simulator.truth.DayPlan.Stroll;
import io.pulseline.simulator.truth.Sleep.Segment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Invents dates. A date follows from the seed alone, whichever is asked for first. */
final class DayPlanner {
    private static final int SHORT_NIGHT_MINUTES = 180;
    private static final long SLEEP_LOGS = 45_000_000_000L;
    private static final long ACTIVITY_LOGS = 52_000_000_000L;
    private static final int LOGS_OF_A_PERSON = 100_000;
    private static final List<ActivityKind> KINDS =
            List.of(
                    ActivityKind.RUN,
                    ActivityKind.RUN,
                    ActivityKind.WALK,
                    ActivityKind.WALK,
                    ActivityKind.OUTDOOR_BIKE,
                    ActivityKind.BIKE,
                    ActivityKind.TREADMILL,
                    ActivityKind.ELLIPTICAL,
                    ActivityKind.SWIM,
                    ActivityKind.WEIGHTS,
                    ActivityKind.YOGA,
                    ActivityKind.WORKOUT);

    private final LifePlan life;

    DayPlanner(LifePlan life) {
        this.life = life;
    }

    DayPlan plan(LocalDate date) {
        Sleep night = night(date);
        Sleep nap = nap(date);
        Instant up = night == null ? at(date, 7 * 60 + 20) : night.end();
        List<Span> unworn = unworn(date, night, nap, up);
        return new DayPlan(date, night, nap, unworn, strolls(date, up), activities(date));
    }

    private @Nullable Sleep night(LocalDate date) {
        SplittableRandom random = random(date, 31);
        boolean isPlain =
                !isSpecial(date, Special.CLASSIC_THEN_STAGES) && !life.isAwaitedNight(date);
        boolean isAtHome = random.nextInt(100) >= 4 || life.isClockChange(date) || !isPlain;
        if (!date.isAfter(life.firstDate())
                || date.isAfter(life.lastDate())
                || life.isMoving(date)
                || !isAtHome) {
            return null;
        }
        Instant bed = at(date, random.nextInt(-210, 80) / 2 * 60 + 30 * random.nextInt(2), 0);
        Instant up = at(date, random.nextInt(6 * 60, 8 * 60 + 10));
        boolean isShort = random.nextInt(100) < 2 && isPlain && !life.isClockChange(date);
        Instant start = isShort ? up.minus(Duration.ofMinutes(random.nextInt(120, 178))) : bed;
        int minutes = (int) Duration.between(start, up).toMinutes();
        int reason = minutes < SHORT_NIGHT_MINUTES ? 2 : random.nextInt(100) < 5 && isPlain ? 1 : 0;
        return sleep(date, 0, start, minutes, true, reason);
    }

    private @Nullable Sleep nap(LocalDate date) {
        SplittableRandom random = random(date, 32);
        boolean isForced = isSpecial(date, Special.NAP_DELETED) || isSpecial(date, Special.NAP);
        int percent = isForced ? 100 : life.has(Special.NAP) ? 60 : 5;
        if (random.nextInt(100) >= percent || !date.isAfter(life.firstDate())) {
            return null;
        }
        Instant start = at(date, random.nextInt(13 * 60 + 10, 14 * 60));
        return sleep(date, 1, start, random.nextInt(35, 95), false, 2);
    }

    private Sleep sleep(
            LocalDate date, int number, Instant start, int minutes, boolean isMain, int reason) {
        SplittableRandom random = random(date, 33 + number);
        boolean isInStages = reason == 0;
        List<Segment> segments =
                isInStages ? SleepScore.stages(random, minutes) : SleepScore.rough(random, minutes);
        List<Segment> shorts =
                isInStages
                        ? SleepScore.shortAwakenings(
                                random, start, segments, at -> !life.whereabouts().isDoubled(at))
                        : List.of();
        long logId = logId(SLEEP_LOGS, date, number);
        int efficiency = random.nextInt(82, 98);
        Sleep sleep =
                new Sleep(
                        logId,
                        date,
                        start,
                        minutes,
                        isMain,
                        isInStages,
                        reason,
                        efficiency,
                        segments,
                        shorts);
        return isInStages ? sleep : sleep.withEfficiencyOfMinutes();
    }

    private List<Span> unworn(
            LocalDate date, @Nullable Sleep night, @Nullable Sleep nap, Instant up) {
        SplittableRandom random = random(date, 35);
        List<Span> spans = new ArrayList<>();
        Instant start = life.whereabouts().startOf(date);
        Instant end = life.whereabouts().endOf(date);
        if (date.isBefore(life.firstDate()) || date.isAfter(life.lastDate())) {
            return List.of(new Span(start, end));
        }
        if (date.equals(life.firstDate())) {
            spans.add(new Span(start, life.putOn()));
        } else if (night == null) {
            spans.add(new Span(start, at(date, life.isMoving(date) ? 8 * 60 : 7 * 60 + 30)));
        }
        Instant charger = up.plusSeconds(random.nextInt(15 * 60, 25 * 60));
        spans.add(new Span(charger, charger.plusSeconds(random.nextInt(10 * 60, 25 * 60))));
        if (nap == null && random.nextInt(100) < 6) {
            spans.add(new Span(at(date, 13 * 60 + 17), at(date, 16 * 60 + 30)));
        }
        if (life.isMoving(date.plusDays(1))) {
            spans.add(new Span(at(date, 20 * 60), end));
        } else if (night(date.plusDays(1)) == null) {
            spans.add(new Span(at(date, 22 * 60 + 35), end));
        }
        return spans;
    }

    private List<Stroll> strolls(LocalDate date, Instant up) {
        SplittableRandom random = random(date, 36);
        List<Stroll> strolls = new ArrayList<>();
        Instant from = up.plus(Duration.ofMinutes(50)).truncatedTo(ChronoUnit.MINUTES);
        Instant evening = at(date, 21 * 60 + 30);
        Instant at = from.plus(Duration.ofMinutes(random.nextInt(60)));
        while (at.isBefore(evening)) {
            int minutes = random.nextInt(3, 20);
            strolls.add(new Stroll(at, minutes, random.nextInt(58, 112), random.nextInt(4) / 2));
            at = at.plus(Duration.ofMinutes(minutes + random.nextInt(40, 210)));
        }
        return strolls;
    }

    private List<ActivityPlan> activities(LocalDate date) {
        SplittableRandom random = random(date, 37);
        boolean isForced = isSpecial(date, Special.EDITED) || isSpecial(date, Special.DELETED);
        int percent = isForced ? 100 : 28;
        List<ActivityPlan> plans = new ArrayList<>();
        if (date.isBefore(life.firstDate()) || date.isAfter(life.lastDate())) {
            return plans;
        }
        if (random.nextInt(100) < percent) {
            int start = random.nextInt(9 * 3600 + 40 * 60, 11 * 3600 + 20 * 60);
            plans.add(activity(date, random, 0, start));
        }
        if (random.nextInt(100) < 36) {
            int start = random.nextInt(17 * 3600 + 10 * 60, 18 * 3600 + 50 * 60);
            plans.add(activity(date, random, 1, start));
        }
        return plans;
    }

    private ActivityPlan activity(
            LocalDate date, SplittableRandom random, int number, int startSecond) {
        ActivityKind kind = KINDS.get(random.nextInt(KINDS.size()));
        Duration length = Duration.ofSeconds(random.nextInt(16 * 60, 48 * 60));
        boolean isDetected = kind == ActivityKind.WALK && random.nextInt(3) == 0;
        boolean isOutside =
                kind == ActivityKind.RUN
                        || kind == ActivityKind.WALK
                        || kind == ActivityKind.OUTDOOR_BIKE;
        boolean isPausing = random.nextInt(5) == 0;
        ActivityPlan.Builder plan =
                ActivityPlan.of(kind)
                        .lasting(length)
                        .withGps(isOutside && !isDetected && random.nextInt(10) < 7)
                        .withLogId(logId(ACTIVITY_LOGS, date, number))
                        .endingAt(at(date, 0, startSecond).plus(length));
        if (isPausing) {
            plan.pausing(Duration.ofSeconds(random.nextInt(90, 240)));
        }
        return (isDetected ? plan.with(Quirk.AUTO_DETECTED) : plan).build();
    }

    private boolean isSpecial(LocalDate date, Special special) {
        return life.has(special) && date.equals(life.specialDate());
    }

    private long logId(long first, LocalDate date, int number) {
        long day = date.toEpochDay() - life.firstDate().toEpochDay();
        return first + (long) life.ordinal() * LOGS_OF_A_PERSON + day * 10 + number + 1;
    }

    private Instant at(LocalDate date, int minuteOfDay) {
        return at(date, 0, minuteOfDay * 60);
    }

    /** A wall clock time of the date; negative minutes are of the evening before. */
    private Instant at(LocalDate date, int seconds, int moreSeconds) {
        LocalDateTime local = date.atStartOfDay().plusSeconds((long) seconds + moreSeconds);
        return life.whereabouts().at(local);
    }

    private SplittableRandom random(LocalDate date, int purpose) {
        return Seeds.random(life.user().seed(), purpose, date.toEpochDay());
    }
}
