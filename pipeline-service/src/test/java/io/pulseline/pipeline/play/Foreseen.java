package io.pulseline.pipeline.play;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as the oracle foresees it.
 *
 * @param title null for an activity without one
 * @param revision which of the revisions that were sent it ends with; 0 for the first
 * @param heard kinds of event that each target hears, in their order
 */
public record Foreseen(
        String status,
        @Nullable String title,
        String activityType,
        int revision,
        List<Step> steps,
        List<String> heard) {
    static final String CREATED = "activity.created";
    static final String UPDATED = "activity.updated";
    static final String DELETED = "activity.deleted";

    public Foreseen {
        steps = List.copyOf(steps);
        heard = List.copyOf(heard);
    }

    /**
     * What one booster does, or what becomes of one delivery.
     *
     * @param reason null where it does not matter
     */
    record Step(String name, String status, @Nullable String reason, Map<String, Double> values) {
        Step {
            values = Map.copyOf(values);
        }

        static Step added(String name, Map<String, Double> values) {
            return new Step(name, "ADDED", null, values);
        }

        static Step skipped(String name) {
            return new Step(name, "SKIPPED", null, Map.of());
        }

        static Step skipped(String name, String reason) {
            return new Step(name, "SKIPPED", reason, Map.of());
        }

        static Step of(String name, String status) {
            return new Step(name, status, null, Map.of());
        }
    }

    /** Nothing goes to any target any more. */
    public boolean isFinal() {
        return status.equals("CANCELLED") || (!heard.isEmpty() && heard.getLast().equals(DELETED));
    }

    /** Whether a target is told something else by it. */
    boolean saysTheSameAs(Foreseen other) {
        return steps.equals(other.steps)
                && activityType.equals(other.activityType)
                && String.valueOf(title).equals(String.valueOf(other.title));
    }
}
