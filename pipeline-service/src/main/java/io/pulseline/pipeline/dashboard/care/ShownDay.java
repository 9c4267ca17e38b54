package io.pulseline.pipeline.dashboard.care;

import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.sharing.SharedDays.SharedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A user's day as it is shown; what is absent is a dash. */
public record ShownDay(String date, String steps, String distance, String resting, String night) {
    private static final long MILLISECONDS_IN_MINUTE = 60_000;

    static ShownDay of(SharedDay day, Reader reader) {
        return new ShownDay(
                reader.day(day.date()),
                reader.whole(day.steps(), ""),
                reader.distance(day.distanceMetres()),
                reader.whole(day.restingHeartRateBeatsPerMinute(), "bpm"),
                night(day.nightAsleepMinutes(), reader));
    }

    private static String night(@Nullable Integer minutes, Reader reader) {
        return reader.duration(minutes == null ? null : minutes * MILLISECONDS_IN_MINUTE);
    }

    /**
     * A figure and the day it is of.
     *
     * @param of the day; empty where there is no figure
     */
    public record Latest(String figure, String of) {
        static Latest steps(List<SharedDay> days, LocalDate today, Reader reader) {
            return latest(days, today, SharedDay::steps, reader, it -> reader.whole(it, ""));
        }

        static Latest resting(List<SharedDay> days, LocalDate today, Reader reader) {
            return latest(
                    days,
                    today,
                    SharedDay::restingHeartRateBeatsPerMinute,
                    reader,
                    it -> reader.whole(it, "bpm"));
        }

        static Latest night(List<SharedDay> days, LocalDate today, Reader reader) {
            return latest(
                    days,
                    today,
                    SharedDay::nightAsleepMinutes,
                    reader,
                    it -> ShownDay.night(it, reader));
        }

        private static <T> Latest latest(
                List<SharedDay> days,
                LocalDate today,
                Function<SharedDay, @Nullable T> value,
                Reader reader,
                Function<T, String> shown) {
            for (SharedDay day : days) {
                Optional<T> known = Optional.ofNullable(value.apply(day));
                if (known.isPresent()) {
                    String of =
                            day.date().equals(today)
                                    ? Texts.say("careteam_today")
                                    : reader.day(day.date());
                    return new Latest(shown.apply(known.get()), of);
                }
            }
            return new Latest(Reader.ABSENT, "");
        }
    }
}
