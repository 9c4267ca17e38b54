package io.pulseline.pipeline.target.file;

import io.pulseline.contracts.health.Activity;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * An activity from its first moment to its last.
 *
 * @param start as the activity says, epoch milliseconds
 * @param opening the start, or the first moment where that was before it
 * @param closing the end as the activity says, or the last moment where that was after it
 * @param moments in order of time
 * @param pauses in order of time; empty if there were none or nobody knows when
 */
record Timeline(long start, long opening, long closing, List<Moment> moments, List<Pause> pauses) {

    /**
     * Of that activity.
     *
     * @param canTell which instants, in epoch milliseconds, a file can hold
     */
    static Timeline of(Activity activity, long start, LongPredicate canTell) {
        List<Moment> moments =
                Moment.of(activity).stream()
                        .filter(moment -> canTell.test(moment.epochMillis()))
                        .toList();
        Long elapsed = activity.getElapsedMilliseconds();
        long end = elapsed == null ? start : start + elapsed;
        return new Timeline(
                start,
                moments.isEmpty() ? start : Math.min(start, moments.getFirst().epochMillis()),
                moments.isEmpty() ? end : Math.max(end, moments.getLast().epochMillis()),
                moments,
                Pause.of(activity).stream()
                        .filter(pause ->
                                canTell.test(pause.fromEpochMillis())
                                        && canTell.test(pause.toEpochMillis()))
                        .toList());
    }

    /** How long it stood still between two instants, as far as that is known. */
    long pausedMilliseconds(long from, long to) {
        return pauses.stream().mapToLong(pause -> pause.millisecondsBetween(from, to)).sum();
    }
}
