package io.pulseline.pipeline.play;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week in which what comes late changes the figures of what came before it: a run of its second
 * day is imported after that of the fifth; the Fitbit's own record of a run comes after the file of
 * a watch that began later and ended sooner; and in the end a run in the middle is deleted.
 */
public final class SmallPlan {
    /** That of the fifth day, the file of the watch, and the Fitbit's record of it. */
    public static final int CHANGED = 3;

    private static final int OF_THE_FITBIT = 5;

    private SmallPlan() {}

    /** In the order in which they come. */
    public static List<Planned> inDisorder() {
        return List.of(
                Planned.of(Story.PLAIN, run(0, 0, "07:00", 30, 280, "Parkrun")),
                deleted(),
                Planned.of(Story.PLAIN, run(2, 4, "07:00", 30, 290, "Parkrun")),
                Planned.of(Story.PLAIN, ofTheWatch()),
                Planned.of(Story.IMPORTED_LATE, run(4, 1, "07:00", 30, 285, "Parkrun")),
                Planned.of(Story.PLAIN, run(OF_THE_FITBIT, 5, "07:00", 32, 300, "Long run")));
    }

    /** That of the third day, which goes in the end. */
    public static Planned deleted() {
        return Planned.of(Story.PLAIN, run(1, 2, "07:00", 30, 270, "Morning run"));
    }

    private static Workout ofTheWatch() {
        Workout run = run(3, 5, "07:01", 28, 300, null);
        return new Workout(
                run.number(),
                Source.TCX,
                run.start(),
                run.minutes(),
                run.type(),
                null,
                run.centimetresPerSecond(),
                run.beatsPerMinute(),
                OF_THE_FITBIT);
    }

    private static Workout run(
            int number,
            int day,
            String time,
            int minutes,
            int centimetresPerSecond,
            @Nullable String title) {
        return new Workout(
                number,
                Source.FITBIT,
                Plan.atHome(Plan.FIRST_DAY.plusDays(day).atTime(LocalTime.parse(time))),
                minutes,
                ActivityType.RUN,
                title,
                centimetresPerSecond,
                150,
                null);
    }
}
