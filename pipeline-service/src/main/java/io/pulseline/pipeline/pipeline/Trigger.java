package io.pulseline.pipeline.pipeline;

import io.pulseline.contracts.OpenSets.RecordType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What starts a pipeline. An empty list narrows nothing; a list that names something is not met by
 * a record that does not say.
 *
 * @param record {@link #ACTIVITY} or {@link #METRIC}
 * @param providers where it comes from, words of {@code OpenSets.Provider}
 * @param activityTypes of an activity as it came, before any booster, words of {@code
 *     OpenSets.ActivityType}
 * @param recordingMethods how it was made, words of {@code OpenSets.RecordingMethod}
 * @param metrics types of metrics, words of {@code OpenSets.RecordType}
 */
public record Trigger(
        String record,
        List<String> providers,
        List<String> activityTypes,
        List<String> recordingMethods,
        List<String> metrics) {
    /** Activities. */
    public static final String ACTIVITY = RecordType.ACTIVITY;

    /** Metrics, whatever their type. */
    public static final String METRIC = "metric";

    public Trigger {
        providers = List.copyOf(providers);
        activityTypes = List.copyOf(activityTypes);
        recordingMethods = List.copyOf(recordingMethods);
        metrics = List.copyOf(metrics);
    }

    /** Every record of that kind. */
    public static Trigger any(String record) {
        return new Trigger(record, List.of(), List.of(), List.of(), List.of());
    }

    /** True if activities start it, false if metrics do. */
    public boolean takesActivities() {
        return record.equals(ACTIVITY);
    }

    /** What the trigger says to a record. */
    StartAnswer asked(Candidate candidate) {
        if (candidate.isActivity() != takesActivities()
                || (!takesActivities() && !allows(metrics, candidate.recordType()))) {
            return StartAnswer.OTHER_RECORD;
        }
        if (!allows(providers, candidate.provider())) {
            return StartAnswer.OTHER_PROVIDER;
        }
        if (!allows(activityTypes, candidate.activityType())) {
            return StartAnswer.OTHER_ACTIVITY_TYPE;
        }
        if (!allows(recordingMethods, candidate.recordingMethod())) {
            return StartAnswer.OTHER_RECORDING_METHOD;
        }
        return StartAnswer.STARTED;
    }

    private static boolean allows(List<String> words, @Nullable String word) {
        return words.isEmpty() || (word != null && words.contains(word));
    }
}
