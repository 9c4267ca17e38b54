package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;
import java.time.LocalTime;

/**
 * The local time of the start lies in a window; one that begins later than it ends crosses
 * midnight.
 *
 * @param from the first moment inside
 * @param before the first moment behind; midnight is the end of the day; equal to {@code from} the
 *     window is the whole day
 */
public record StartsBetween(LocalTime from, LocalTime before) implements Criterion {

    @Override
    public Verdict judge(Activity activity) {
        return LocalStart.of(activity)
                .map(start -> Verdict.of(contains(start.toLocalTime())))
                .orElseGet(() -> new Verdict.Unknown("no local time"));
    }

    private boolean contains(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean open = time.isBefore(before);
        return from.isBefore(before) ? begun && open : begun || open;
    }

    @Override
    public String asked() {
        return "it starts from " + from + " and before " + before;
    }
}
