package io.pulseline.pipeline.booster;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How intervals are told to people: on foot by pace, else by speed.
 *
 * @param unit of both
 */
record IntervalWords(LengthUnit unit, String activityType) {
    private static final Set<String> ON_FOOT =
            Set.of(
                    ActivityType.RUN,
                    ActivityType.TREADMILL_RUN,
                    ActivityType.WALK,
                    ActivityType.HIKE);
    private static final double WORTH_A_WORD_PERCENT = 1;

    List<String> lines(IntervalSet set, boolean withEach) {
        List<String> lines = new ArrayList<>();
        lines.add(
                set.efforts().size()
                        + " x "
                        + details(
                                set.averageSeconds(),
                                set.averageMetres(),
                                set.averageBeatsPerMinute())
                        + ", recovery "
                        + MinutesAndSeconds.of(set.averageRecoverySeconds()));
        if (withEach) {
            for (Interval effort : set.efforts()) {
                lines.add(
                        details(effort.seconds(), effort.metres(), effort.averageBeatsPerMinute()));
            }
        }
        Double fade = set.fadePercent();
        if (fade != null && Math.abs(fade) >= WORTH_A_WORD_PERCENT) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "Last %.0f %% %s than the first",
                            Math.abs(fade),
                            fade > 0 ? "slower" : "faster"));
        }
        return lines;
    }

    private String details(
            double seconds, @Nullable Double metres, @Nullable Double beatsPerMinute) {
        StringBuilder text = new StringBuilder(MinutesAndSeconds.of(seconds));
        if (metres != null && metres > 0) {
            text.append(String.format(Locale.ROOT, " (%d m) at ", Math.round(metres)));
            text.append(
                    ON_FOOT.contains(activityType)
                            ? unit.pace(seconds / metres)
                            : unit.speed(metres / seconds));
        }
        if (beatsPerMinute != null) {
            text.append(String.format(Locale.ROOT, ", %d bpm", Math.round(beatsPerMinute)));
        }
        return text.toString();
    }
}
