package io.pulseline.pipeline.target.intervals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.target.Content;
import io.pulseline.pipeline.target.EventType;
import io.pulseline.pipeline.target.Result;
import io.pulseline.pipeline.target.Template;
import io.pulseline.pipeline.target.file.ActivityFit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is to be sent of an activity. */
final class ActivityPost {
    /** Variables of the name's template. */
    static final Set<String> VARIABLES = Set.of("title", "type", "date");

    /** Known of the names of planned workouts, taken for those of activities. */
    private static final int LONGEST_NAME = 80;

    private ActivityPost() {}

    /**
     * An activity as a FIT file with what the place is to call it; of a deleted one only what it
     * can be found by.
     *
     * @param name template of its name
     * @param deletes whether a deleted activity is deleted there
     */
    static Content content(
            EventType event, Result.OfActivity result, String name, boolean deletes) {
        Activity activity = result.boosted().getActivity();
        ObjectNode letter = JsonNodeFactory.instance.objectNode();
        ObjectNode wanted = letter.putObject("activity").put("external_id", activity.getRecordId());
        putTimes(letter, activity);
        if (event == EventType.DELETED) {
            return deletes
                    ? Letter.written(letter)
                    : new Content.None("what was deleted stays at intervals.icu, as you set it");
        }
        Optional<String> obstacle = ActivityFit.obstacle(activity);
        if (obstacle.isPresent()) {
            return new Content.None("no file can be made of it: " + obstacle.get());
        }
        wanted.put("name", name(activity, name));
        if (activity.getDescription() != null) {
            wanted.put("description", activity.getDescription());
        }
        wanted.put("type", IntervalsType.of(activity.getActivityType()));
        letter.put("fit", ActivityFit.write(activity, result.boosts()));
        return Letter.written(letter);
    }

    private static void putTimes(ObjectNode letter, Activity activity) {
        if (activity.getStartEpochMillis() != null) {
            letter.put("startEpochMillis", activity.getStartEpochMillis());
        }
        letter.put("startOffsetSeconds", offset(activity).getTotalSeconds());
        if (activity.getElapsedMilliseconds() != null) {
            letter.put("elapsedMilliseconds", activity.getElapsedMilliseconds());
        }
    }

    private static String name(Activity activity, String template) {
        String type = IntervalsType.of(activity.getActivityType());
        String name =
                Template.filled(
                                template,
                                Map.of(
                                        "title",
                                        Objects.requireNonNullElse(activity.getTitle(), ""),
                                        "type",
                                        type,
                                        "date",
                                        localDate(activity)))
                        .strip();
        return name.isEmpty() ? type : shortened(name);
    }

    private static String localDate(Activity activity) {
        return Instant.ofEpochMilli(Objects.requireNonNull(activity.getStartEpochMillis()))
                .atOffset(offset(activity))
                .toLocalDate()
                .toString();
    }

    /** UTC where the record has none, or none that can be. */
    private static ZoneOffset offset(Activity activity) {
        int seconds = Objects.requireNonNullElse(activity.getStartOffsetSeconds(), 0);
        return Math.abs(seconds) > ZoneOffset.MAX.getTotalSeconds()
                ? ZoneOffset.UTC
                : ZoneOffset.ofTotalSeconds(seconds);
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST_NAME) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
