package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** When the tracker hands over what it has: after waking, after exercise, and a few times a day. */
final class SyncPlan {
    private final LifePlan life;
    private final TreeSet<Instant> syncs = new TreeSet<>();

    private SyncPlan(LifePlan life) {
        this.life = life;
    }

    static SyncPlan of(LifePlan life, Function<LocalDate, DayPlan> plans) {
        SyncPlan plan = new SyncPlan(life);
        plan.syncs.add(life.begin());
        LocalDate date = life.beginDate();
        while (!date.isAfter(life.lastDate())) {
            plan.add(plans.apply(date));
            date = date.plusDays(1);
        }
        Span silence = life.silence();
        if (silence != null) {
            plan.syncs.removeIf(silence::contains);
            plan.add(silence.to());
        }
        return plan;
    }

    synchronized void add(Instant at) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        if (!second.isBefore(life.begin()) && !second.isAfter(life.end())) {
            syncs.add(second);
        }
    }

    /** The last one until that moment; empty before the first. */
    synchronized Optional<Instant> last(Instant now) {
        return Optional.ofNullable(syncs.floor(now));
    }

    /** The one that brings what was over at that moment; null when none does. */
    synchronized @Nullable Instant bringing(Instant over) {
        return syncs.ceiling(over);
    }

    synchronized List<Instant> all() {
        return List.copyOf(syncs);
    }

    private void add(DayPlan day) {
        SplittableRandom random = Seeds.random(life.user().seed(), 61, day.date().toEpochDay());
        Instant first =
                day.night() == null ? at(day, life.isMoving(day.date()) ? 540 : 480) : up(day);
        add(first.plusSeconds(random.nextInt(8 * 60, 40 * 60)));
        int more = random.nextInt(2, 6);
        for (int sync = 0; sync < more; sync++) {
            Instant at = at(day, 0).plusSeconds(random.nextInt(10 * 3600, 22 * 3600));
            if (!isAboutToTravel(day, at)) {
                add(at);
            }
        }
        Sleep nap = day.nap();
        if (nap != null) {
            add(nap.end().plusSeconds(random.nextInt(300, 1800)));
        }
        day.activities()
                .forEach(activity -> {
                    Instant end = activity.end();
                    if (end != null) {
                        add(end.plusSeconds(random.nextInt(70, 500)));
                    }
                });
    }

    private boolean isAboutToTravel(DayPlan day, Instant at) {
        return life.isMoving(day.date().plusDays(1)) && !at.isBefore(at(day, 20 * 60));
    }

    private static Instant up(DayPlan day) {
        Sleep night = day.night();
        return night == null ? Instant.EPOCH : night.end();
    }

    private Instant at(DayPlan day, int minute) {
        return life.whereabouts().at(day.date().atStartOfDay()).plus(Duration.ofMinutes(minute));
    }
}
