package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is changed or deleted after it had been told. */
final class Afterthoughts {
    private final LifePlan plan;
    private final Life life;

    Afterthoughts(LifePlan plan, Life life) {
        this.plan = plan;
        this.life = life;
    }

    /** The activity as it is at that time; empty when it is deleted. */
    Optional<SimulatedActivity> about(SimulatedActivity activity, Instant now) {
        Instant deleted = isChosen(activity, Special.DELETED) ? deletedAt(activity) : null;
        if (deleted != null && !deleted.isAfter(now)) {
            return Optional.empty();
        }
        Instant edited = isChosen(activity, Special.EDITED) ? editedAt(activity) : null;
        return Optional.of(
                edited == null || edited.isAfter(now)
                        ? activity
                        : activity.edited(edit(activity), edited));
    }

    /** The sleep as it is at that time; empty when it is deleted. */
    Optional<Sleep> about(Sleep sleep, Instant now) {
        Instant deleted = deletedAt(sleep);
        if (deleted != null && !deleted.isAfter(now)) {
            return Optional.empty();
        }
        Instant rescored = rescoredAt(sleep);
        return Optional.of(rescored == null || !rescored.isAfter(now) ? sleep : rough(sleep));
    }

    /** Logs deleted until that time. */
    List<Gone> gone(Instant now) {
        LocalDate date = plan.specialDate();
        Stream<Gone> sleeps =
                life.slept(date).stream()
                        .flatMap(sleep -> gone(true, sleep.logId(), deletedAt(sleep)));
        Stream<Gone> activities =
                life.recorded(date).stream()
                        .filter(one -> isChosen(one, Special.DELETED))
                        .flatMap(one -> gone(false, one.logId(), deletedAt(one)));
        return Stream.concat(sleeps, activities).filter(one -> !one.at().isAfter(now)).toList();
    }

    /** When that activity is edited; null if never. */
    @Nullable Instant editedAt(SimulatedActivity activity) {
        return isChosen(activity, Special.EDITED)
                ? later(life.toldAt(activity), random(64).nextInt(3 * 3600, 9 * 3600))
                : null;
    }

    /** When that activity is deleted; null if never. */
    @Nullable Instant deletedAt(SimulatedActivity activity) {
        return isChosen(activity, Special.DELETED)
                ? later(life.toldAt(activity), random(65).nextInt(10 * 3600, 16 * 3600))
                : null;
    }

    /** When that sleep is deleted; null if never. */
    @Nullable Instant deletedAt(Sleep sleep) {
        boolean isChosen =
                plan.has(Special.NAP_DELETED)
                        && !sleep.isMain()
                        && sleep.date().equals(plan.specialDate());
        // On the next day: whoever looks twice a day has seen it by then.
        return isChosen
                ? later(life.toldAt(sleep), random(66).nextInt(24 * 3600, 29 * 3600))
                : null;
    }

    /** When that sleep is scored in stages after a rough score; null if it was at once. */
    @Nullable Instant rescoredAt(Sleep sleep) {
        boolean isChosen =
                plan.has(Special.CLASSIC_THEN_STAGES)
                        && sleep.isMain()
                        && sleep.isInStages()
                        && sleep.date().equals(plan.specialDate());
        return isChosen ? later(life.toldAt(sleep), random(67).nextInt(2 * 3600, 5 * 3600)) : null;
    }

    /** The date counted anew; null if none is. */
    @Nullable Restatement restatement() {
        if (!plan.has(Special.RESTATED_DAY)) {
            return null;
        }
        LocalDate date = plan.specialDate().minusDays(1);
        Instant told = life.toldAt(plan.whereabouts().endOf(date));
        Instant at = later(told, random(69).nextInt(18 * 3600, 26 * 3600));
        return at == null ? null : new Restatement(date, at);
    }

    private Stream<Gone> gone(boolean isSleep, long logId, @Nullable Instant at) {
        return at == null ? Stream.empty() : Stream.of(new Gone(isSleep, logId, at));
    }

    private @Nullable Instant later(@Nullable Instant told, int seconds) {
        if (told == null) {
            return null;
        }
        Instant at = told.plus(Duration.ofSeconds(seconds));
        return at.isAfter(plan.end()) ? null : at;
    }

    /** The first one of the special date. */
    private boolean isChosen(SimulatedActivity activity, Special special) {
        List<SimulatedActivity> all =
                plan.has(special) ? life.recorded(plan.specialDate()) : List.of();
        return !all.isEmpty() && all.getFirst().logId() == activity.logId();
    }

    private ActivityEdit edit(SimulatedActivity activity) {
        Integer steps = activity.steps();
        return new ActivityEdit(
                "My " + activity.name(),
                null,
                steps == null ? null : steps + 120,
                activity.energyKilocalories() + 11,
                null,
                null);
    }

    private static Sleep rough(Sleep sleep) {
        SplittableRandom random = Seeds.random(sleep.logId(), 68);
        return new Sleep(
                        sleep.logId(),
                        sleep.date(),
                        sleep.start(),
                        sleep.minutes(),
                        true,
                        false,
                        3,
                        0,
                        SleepScore.rough(random, sleep.minutes()),
                        List.of())
                .withEfficiencyOfMinutes();
    }

    private SplittableRandom random(int purpose) {
        return Seeds.random(plan.user().seed(), purpose);
    }
}
