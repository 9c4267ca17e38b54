package io.pulseline.simulator.intervals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.simulator.fit.FitActivity;
import io.pulseline.simulator.http.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What athletes have. Safe for use by several threads. */
final class IntervalsBook {
    private static final long FIRST_ACTIVITY = 55_610_271;
    private static final double CLEARED = -1;

    private final Map<String, IntervalsActivity> activities = new LinkedHashMap<>();
    private final Map<String, Map<LocalDate, ObjectNode>> wellness = new TreeMap<>();
    private long next = FIRST_ACTIVITY;

    /** Takes a file; the same one twice is two activities. */
    synchronized IntervalsActivity add(
            String athlete,
            FitActivity file,
            @Nullable String name,
            @Nullable String description,
            @Nullable String externalId) {
        IntervalsActivity activity =
                new IntervalsActivity(
                        "i" + next++,
                        athlete,
                        externalId,
                        name,
                        description,
                        IntervalsWords.type(file),
                        file,
                        0);
        activities.put(activity.id(), activity);
        return activity;
    }

    /** Every activity, in the order in which they came. */
    synchronized List<IntervalsActivity> activities() {
        return List.copyOf(activities.values());
    }

    /** Those of an athlete that began on these local dates, the newest first. */
    synchronized List<IntervalsActivity> between(
            String athlete, LocalDate oldest, LocalDate newest) {
        return activities.values().stream()
                .filter(activity -> activity.athlete().equals(athlete))
                .filter(activity -> {
                    LocalDate date = activity.file().localStart().toLocalDate();
                    return !date.isBefore(oldest) && !date.isAfter(newest);
                })
                .sorted(
                        Comparator.comparing(
                                        (IntervalsActivity activity) -> activity.file().start())
                                .reversed())
                .toList();
    }

    /** The changed one; empty if the athlete has none of that id. */
    synchronized Optional<IntervalsActivity> change(
            String athlete, String id, IntervalsActivity.Change change) {
        Optional<IntervalsActivity> changed = find(athlete, id).map(found -> found.changed(change));
        changed.ifPresent(activity -> activities.put(activity.id(), activity));
        return changed;
    }

    /** What was deleted; empty if the athlete has none of that id. */
    synchronized Optional<IntervalsActivity> delete(String athlete, String id) {
        return find(athlete, id).map(found -> activities.remove(found.id()));
    }

    /** With or without the {@code i}. */
    private Optional<IntervalsActivity> find(String athlete, String id) {
        return Optional.ofNullable(activities.get(id.startsWith("i") ? id : "i" + id))
                .filter(activity -> activity.athlete().equals(athlete));
    }

    /** Lays checked fields over a day; a number of −1 takes the field away. */
    synchronized ObjectNode put(String athlete, LocalDate date, JsonNode fields) {
        ObjectNode day =
                wellness.computeIfAbsent(athlete, _ -> new TreeMap<>())
                        .computeIfAbsent(date, _ -> Json.object().put("id", date.toString()));
        fields.properties()
                .forEach(field -> {
                    JsonNode value = field.getValue();
                    if (value.isNumber() && value.doubleValue() == CLEARED) {
                        day.remove(field.getKey());
                    } else {
                        day.set(field.getKey(), value);
                    }
                });
        return day.deepCopy();
    }

    /** A day; one without anything where nobody said anything. */
    synchronized ObjectNode day(String athlete, LocalDate date) {
        ObjectNode day = wellness.getOrDefault(athlete, Map.of()).get(date);
        return day == null ? Json.object().put("id", date.toString()) : day.deepCopy();
    }

    /** Days by athlete, oldest first. */
    synchronized Map<String, List<ObjectNode>> wellness() {
        Map<String, List<ObjectNode>> all = new TreeMap<>();
        wellness.forEach((athlete, days) -> {
            List<ObjectNode> copies = new ArrayList<>();
            days.values().forEach(day -> copies.add(day.deepCopy()));
            all.put(athlete, copies);
        });
        return all;
    }

    synchronized void clear() {
        activities.clear();
        wellness.clear();
        next = FIRST_ACTIVITY;
    }
}
