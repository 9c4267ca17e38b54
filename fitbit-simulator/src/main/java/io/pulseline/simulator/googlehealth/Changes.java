package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.Measure;
import io.pulseline.simulator.truth.NightVitals;
import io.pulseline.simulator.truth.Restatement;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.Sleep;
import io.pulseline.simulator.truth.WeightLog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what became known, or ceased to be, between two moments of a life. */
final class Changes {
    private static final List<DataType> MINUTES =
            List.of(
                    DataType.STEPS,
                    DataType.DISTANCE,
                    DataType.HEART_RATE,
                    DataType.ACTIVE_ZONE_MINUTES,
                    DataType.TIME_IN_HEART_RATE_ZONE,
                    DataType.CALORIES_IN_HEART_RATE_ZONE,
                    DataType.SEDENTARY_PERIOD,
                    DataType.ACTIVITY_LEVEL,
                    DataType.DAILY_HEART_RATE_ZONES);
    // A tracker may have been silent for twenty days before the sync that brought the night.
    private static final int OLDEST_NIGHT_DAYS = 25;

    private final PersonData before;
    private final PersonData after;
    private final Life life;
    private final List<Change> found = new ArrayList<>();

    private Changes(PersonData before, PersonData after, Life life) {
        this.before = before;
        this.after = after;
        this.life = life;
    }

    /** Those between two states of one person; none of somebody without a life. */
    static List<Change> between(PersonData before, PersonData after) {
        Life life = after.life();
        if (life == null) {
            return List.of();
        }
        Changes changes = new Changes(before, after, life);
        changes.addMinutes();
        changes.addSleeps();
        changes.addActivities();
        changes.addNights();
        changes.addWeights();
        changes.addRestatement();
        return List.copyOf(changes.found);
    }

    private void addMinutes() {
        Instant from = life.lastSync(before.now());
        Instant to = life.lastSync(after.now());
        if (!from.isBefore(to)) {
            return;
        }
        for (DataType type : MINUTES) {
            add(type, from, to);
        }
        if (after.user().device().hasAltimeter()) {
            found.add(Change.upsert(DataType.FLOORS, from, to));
            found.add(Change.upsert(DataType.ALTITUDE, from, to));
        }
    }

    private void addSleeps() {
        Map<Long, Sleep> earlier = byId(before.sleeps(), Sleep::logId);
        Map<Long, Sleep> later = byId(after.sleeps(), Sleep::logId);
        later.values()
                .forEach(sleep -> {
                    Sleep known = earlier.get(sleep.logId());
                    boolean isSame =
                            known != null
                                    && sleep.equals(known)
                                    && SleepSessions.isProcessed(before, known)
                                            == SleepSessions.isProcessed(after, sleep);
                    if (!isSame) {
                        found.add(Change.upsert(DataType.SLEEP, sleep.start(), sleep.end()));
                    }
                });
        earlier.values().stream()
                .filter(sleep -> !later.containsKey(sleep.logId()))
                .forEach(sleep ->
                        found.add(Change.deletion(DataType.SLEEP, sleep.start(), sleep.end())));
    }

    private void addActivities() {
        Map<Long, SimulatedActivity> earlier =
                byId(life.activities(before.now()), SimulatedActivity::logId);
        Map<Long, SimulatedActivity> later =
                byId(life.activities(after.now()), SimulatedActivity::logId);
        later.values()
                .forEach(activity -> {
                    SimulatedActivity known = earlier.get(activity.logId());
                    if (known == null || !known.lastModified().equals(activity.lastModified())) {
                        found.add(
                                Change.upsert(DataType.EXERCISE, activity.start(), activity.end()));
                    }
                });
        earlier.values().stream()
                .filter(activity -> !later.containsKey(activity.logId()))
                .forEach(activity ->
                        found.add(
                                Change.deletion(
                                        DataType.EXERCISE, activity.start(), activity.end())));
    }

    private void addNights() {
        LocalDate last = after.dateAt(after.now());
        for (LocalDate date = last.minusDays(OLDEST_NIGHT_DAYS);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            for (Measure measure : Measure.values()) {
                Instant ready = life.readyAt(date, measure);
                boolean isNew =
                        ready != null && ready.isAfter(before.now()) && !ready.isAfter(after.now());
                if (isNew) {
                    addNight(date, measure);
                }
            }
        }
    }

    private void addNight(LocalDate date, Measure measure) {
        Instant from = after.startOf(date);
        Instant to = after.startOf(date.plusDays(1));
        Optional<Sleep> night = after.vitals(date, measure).map(NightVitals::sleep);
        Instant asleep = night.map(Sleep::start).orElse(from);
        Instant up = night.map(Sleep::end).orElse(to);
        switch (measure) {
            case VARIABILITY -> {
                add(DataType.HEART_RATE_VARIABILITY, asleep, up);
                add(DataType.DAILY_HEART_RATE_VARIABILITY, from, to);
            }
            case OXYGEN -> {
                add(DataType.OXYGEN_SATURATION, asleep, up);
                add(DataType.DAILY_OXYGEN_SATURATION, from, to);
            }
            case BREATHING -> {
                add(DataType.RESPIRATORY_RATE_SLEEP_SUMMARY, asleep, up);
                add(DataType.DAILY_RESPIRATORY_RATE, from, to);
            }
            case SKIN_TEMPERATURE -> add(DataType.DAILY_SLEEP_TEMPERATURE_DERIVATIONS, from, to);
            case RESTING_HEART_RATE -> add(DataType.DAILY_RESTING_HEART_RATE, from, to);
            // There are no notifications of daily-vo2-max.
            case CARDIO_FITNESS -> {}
        }
    }

    private void addWeights() {
        Map<Long, WeightLog> earlier = byId(before.weights(), WeightLog::logId);
        after.weights().stream()
                .filter(weight -> !earlier.containsKey(weight.logId()))
                .forEach(weight -> {
                    add(DataType.WEIGHT, weight.at(), weight.at());
                    if (weight.bodyFatPercent() != null) {
                        add(DataType.BODY_FAT, weight.at(), weight.at());
                    }
                });
    }

    private void addRestatement() {
        Restatement restatement = life.restatement();
        if (restatement != null
                && restatement.at().isAfter(before.now())
                && !restatement.at().isAfter(after.now())) {
            Instant from = after.startOf(restatement.date());
            Instant to = after.endOf(restatement.date());
            add(DataType.STEPS, from, to);
            add(DataType.DISTANCE, from, to);
        }
    }

    private void add(DataType type, Instant from, Instant to) {
        found.add(Change.upsert(type, from, to));
    }

    private static <T> Map<Long, T> byId(List<T> all, Function<T, Long> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity(), (one, _) -> one));
    }
}
