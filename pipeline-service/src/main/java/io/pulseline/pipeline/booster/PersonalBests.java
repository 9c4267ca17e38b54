package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.booster.past.ActivityFigures;
import io.pulseline.pipeline.booster.past.PastActivity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The personal records of one group of activity types, from whatever was done so far. Of equal ones
 * the earliest holds the record. Dates are local, where the user was.
 *
 * @param group its name, see {@link #groups}
 * @param efforts by distance; none where no track tells any
 * @param longest null where no distance is known
 * @param mostClimbing null where no climb is known
 */
public record PersonalBests(
        String group,
        List<Effort> efforts,
        @Nullable Longest longest,
        @Nullable MostClimbing mostClimbing) {

    public PersonalBests {
        efforts = List.copyOf(efforts);
    }

    /**
     * The shortest time for a standard distance.
     *
     * @param distanceMetres in whole metres
     * @param distance as people call it
     * @param previousSeconds the shortest before; null if it is the first
     */
    public record Effort(
            int distanceMetres,
            String distance,
            double seconds,
            UUID recordId,
            LocalDate date,
            @Nullable Double previousSeconds,
            @Nullable UUID previousRecordId) {}

    /**
     * The longest distance.
     *
     * @param previousDistanceMetres the longest before; null if it is the first
     */
    public record Longest(
            double distanceMetres,
            UUID recordId,
            LocalDate date,
            @Nullable Double previousDistanceMetres,
            @Nullable UUID previousRecordId) {}

    /**
     * The highest climb.
     *
     * @param previousElevationGainMetres the highest before; null if it is the first
     */
    public record MostClimbing(
            double elevationGainMetres,
            UUID recordId,
            LocalDate date,
            @Nullable Double previousElevationGainMetres,
            @Nullable UUID previousRecordId) {}

    /** What held the record, and what held it before. */
    private record Held(double value, PastActivity by, @Nullable Held before) {
        @Nullable Double previous() {
            return before == null ? null : Double.valueOf(before.value);
        }

        @Nullable UUID previousId() {
            return before == null ? null : before.by.recordId();
        }
    }

    /** The groups there are: types within one are compared, others never. */
    public static List<String> groups() {
        return List.of(RecordGroup.values()).stream().map(RecordGroup::name).toList();
    }

    /**
     * Of each group in which anything was done.
     *
     * @param workouts in order of their start, each once
     */
    public static List<PersonalBests> of(List<PastActivity> workouts) {
        List<PersonalBests> all = new ArrayList<>();
        for (RecordGroup group : RecordGroup.values()) {
            List<PastActivity> own =
                    workouts.stream().filter(one -> group.has(one.activityType())).toList();
            if (!own.isEmpty()) {
                all.add(of(group, own));
            }
        }
        return all;
    }

    private static PersonalBests of(RecordGroup group, List<PastActivity> workouts) {
        TreeSet<Integer> distances = new TreeSet<>();
        workouts.forEach(one -> distances.addAll(one.figures().bestEffortSeconds().keySet()));
        return new PersonalBests(
                group.name(),
                distances.stream().map(metres -> effort(metres, workouts)).toList(),
                best(workouts, ActivityFigures::distanceMetres, Comparator.naturalOrder())
                        .map(PersonalBests::longest)
                        .orElse(null),
                best(workouts, ActivityFigures::elevationGainMetres, Comparator.naturalOrder())
                        .map(PersonalBests::mostClimbing)
                        .orElse(null));
    }

    private static Effort effort(Integer metres, List<PastActivity> workouts) {
        Held held =
                best(
                                workouts,
                                figures -> figures.bestEffortSeconds().get(metres),
                                Comparator.reverseOrder())
                        .orElseThrow();
        return new Effort(
                metres,
                StandardDistance.name(metres),
                held.value(),
                held.by().recordId(),
                held.by().localDate(),
                held.previous(),
                held.previousId());
    }

    private static Longest longest(Held held) {
        return new Longest(
                held.value(),
                held.by().recordId(),
                held.by().localDate(),
                held.previous(),
                held.previousId());
    }

    private static MostClimbing mostClimbing(Held held) {
        return new MostClimbing(
                held.value(),
                held.by().recordId(),
                held.by().localDate(),
                held.previous(),
                held.previousId());
    }

    private static Optional<Held> best(
            List<PastActivity> workouts,
            Function<ActivityFigures, @Nullable Double> figure,
            Comparator<Double> better) {
        Held held = null;
        for (PastActivity one : workouts) {
            Double value = figure.apply(one.figures());
            if (value != null && (held == null || better.compare(value, held.value()) > 0)) {
                held = new Held(value, one, held);
            }
        }
        return Optional.ofNullable(held);
    }
}
