package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * The local date of the start is one of these days.
 *
 * @param days at least one
 */
public record OnWeekday(List<DayOfWeek> days) implements Criterion {
    public OnWeekday {
        days = List.copyOf(days);
    }

    @Override
    public Verdict judge(Activity activity) {
        return LocalStart.of(activity)
                .map(start -> Verdict.of(days.contains(start.getDayOfWeek())))
                .orElseGet(() -> new Verdict.Unknown("no local time"));
    }

    @Override
    public String asked() {
        return "it starts on " + Listed.either(days.stream().map(OnWeekday::name).toList());
    }

    /** In English, as all texts are. */
    public static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
