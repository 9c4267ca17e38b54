package io.pulseline.pipeline.pipeline;

import io.pulseline.contracts.health.Activity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What starts a pipeline. An empty list narrows nothing; a list that names something is not met by
 * a record that does not say.
 *
 * @param record kind of record, for now {@code activity}
 * @param providers where it comes from, words of {@code OpenSets.Provider}
 * @param activityTypes as it came, before any booster, words of {@code OpenSets.ActivityType}
 * @param recordingMethods how it was made, words of {@code OpenSets.RecordingMethod}
 */
public record Trigger(
        String record,
        List<String> providers,
        List<String> activityTypes,
        List<String> recordingMethods) {
    public Trigger {
        providers = List.copyOf(providers);
        activityTypes = List.copyOf(activityTypes);
        recordingMethods = List.copyOf(recordingMethods);
    }

    /** Every record of that kind. */
    public static Trigger any(String record) {
        return new Trigger(record, List.of(), List.of(), List.of());
    }

    /** What the lists say to an activity. */
    StartAnswer asked(Activity activity) {
        if (!allows(providers, activity.getProvenance().getProvider())) {
            return StartAnswer.OTHER_PROVIDER;
        }
        if (!allows(activityTypes, activity.getActivityType())) {
            return StartAnswer.OTHER_ACTIVITY_TYPE;
        }
        if (!allows(recordingMethods, activity.getProvenance().getRecordingMethod())) {
            return StartAnswer.OTHER_RECORDING_METHOD;
        }
        return StartAnswer.STARTED;
    }

    private static boolean allows(List<String> words, @Nullable String word) {
        return words.isEmpty() || (word != null && words.contains(word));
    }
}
