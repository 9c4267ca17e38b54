package io.pulseline.simulator.truth;

import io.pulseline.simulator.truth.Happening.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists what can be noticed of a life from outside, from its beginning to its end. */
final class Agenda {
    private final LifePlan plan;
    private final Life life;
    private final Afterthoughts afterthoughts;
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<Instant, Set<LocalDate>> sleptOn = new HashMap<>();
    private final Map<Instant, Set<Special>> struckAt = new HashMap<>();

    Agenda(LifePlan plan, Life life, Afterthoughts afterthoughts) {
        this.plan = plan;
        this.life = life;
        this.afterthoughts = afterthoughts;
    }

    List<Happening> happenings() {
        for (LocalDate date = plan.firstDate();
                !date.isAfter(plan.lastDate());
                date = date.plusDays(1)) {
            LocalDate day = date;
            life.slept(day).forEach(sleep -> addSleep(day, sleep));
            life.recorded(day).forEach(activity -> addActivity(day, activity));
            addWorkedOut(day);
        }
        addSyncs();
        life.allWeights().forEach(this::addWeight);
        Whereabouts.Move move = plan.whereabouts().move();
        if (move != null) {
            add(move.at(), Kind.MOVED, Set.of(), Set.of(), Special.ZONE_CHANGE);
        }
        Restatement restatement = life.restatement();
        if (restatement != null) {
            // Nothing that Fitbit would tell of.
            add(restatement.at(), Kind.CHANGED, Set.of(), Set.of(), Special.RESTATED_DAY);
        }
        Instant refreshEnd = plan.refreshEnd();
        if (refreshEnd != null) {
            add(refreshEnd, Kind.REFRESH_ENDED, Set.of(), Set.of(), null);
        }
        happenings.sort(Comparator.comparing(Happening::at));
        return List.copyOf(happenings);
    }

    private void addSleep(LocalDate date, Sleep sleep) {
        Instant told = life.toldAt(sleep);
        if (told == null) {
            return;
        }
        sleptOn.computeIfAbsent(told, _ -> new HashSet<>()).add(date);
        if (!sleep.isMain()) {
            strike(told, Special.NAP);
        }
        if (sleep.isMain() && plan.isClockChange(date)) {
            strike(told, Special.DST_NIGHT);
        }
        Instant deleted = afterthoughts.deletedAt(sleep);
        if (deleted != null) {
            add(deleted, Kind.CHANGED, Set.of(), Set.of(date), Special.NAP_DELETED);
        }
        Instant rescored = afterthoughts.rescoredAt(sleep);
        if (rescored != null) {
            add(rescored, Kind.CHANGED, Set.of(), Set.of(date), Special.CLASSIC_THEN_STAGES);
        }
    }

    private void addActivity(LocalDate date, SimulatedActivity activity) {
        Instant edited = afterthoughts.editedAt(activity);
        if (edited != null) {
            add(edited, Kind.CHANGED, Set.of(date), Set.of(), Special.EDITED);
        }
        Instant deleted = afterthoughts.deletedAt(activity);
        if (deleted != null) {
            add(deleted, Kind.CHANGED, Set.of(date), Set.of(), Special.DELETED);
        }
    }

    private void addWorkedOut(LocalDate date) {
        for (Measure measure : Measure.values()) {
            Instant ready = life.readyAt(date, measure);
            if (ready != null) {
                add(ready, Kind.WORKED_OUT, Set.of(), Set.of(), null);
            }
        }
    }

    private void addSyncs() {
        Instant before = plan.whereabouts().startOf(plan.firstDate());
        for (Instant at : life.syncs()) {
            Set<LocalDate> moved = new HashSet<>();
            LocalDate last = plan.whereabouts().dateAt(at);
            LocalDate date = plan.whereabouts().dateAt(before);
            while (!date.isAfter(last)) {
                moved.add(date);
                date = date.plusDays(1);
            }
            Duration gap = Duration.between(before, at);
            if (gap.toDays() >= 20) {
                strike(at, Special.LATE_SYNC_20);
            } else if (gap.toDays() >= 3) {
                strike(at, Special.LATE_SYNC_3);
            }
            if (plan.has(Special.PHONE_COUNTS_TOO)) {
                strike(at, Special.PHONE_COUNTS_TOO);
            }
            add(at, Kind.SYNC, moved, sleptOn.getOrDefault(at, Set.of()), null);
            before = at;
        }
    }

    private void addWeight(WeightLog weight) {
        happenings.add(
                new Happening(
                        weight.toldAt(),
                        plan.user().id(),
                        Kind.WEIGHED,
                        Set.of(),
                        Set.of(),
                        Set.of(weight.date()),
                        Set.of(),
                        plan.has(Special.LATE_SYNC_20)));
    }

    private void strike(Instant at, Special special) {
        struckAt.computeIfAbsent(at, _ -> EnumSet.noneOf(Special.class)).add(special);
    }

    private void add(
            Instant at,
            Kind kind,
            Set<LocalDate> moved,
            Set<LocalDate> slept,
            @Nullable Special special) {
        Set<Special> struck =
                kind == Kind.SYNC
                        ? struckAt.getOrDefault(at, Set.of())
                        : special == null ? Set.of() : Set.of(special);
        happenings.add(
                new Happening(
                        at,
                        plan.user().id(),
                        kind,
                        moved,
                        slept,
                        Set.of(),
                        struck,
                        plan.has(Special.LATE_SYNC_20)));
    }
}
