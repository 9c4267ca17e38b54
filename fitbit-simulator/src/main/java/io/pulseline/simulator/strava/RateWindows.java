package io.pulseline.simulator.strava;

import io.pulseline.simulator.http.Answer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * The application's requests in the running quarter of an hour and the running day, of all kinds
 * and without uploads; a quarter begins at :00, :15, :30, :45, a day at midnight UTC. A request too
 * many counts as well.
 */
public final class RateWindows {
    private static final long QUARTER_SECONDS = 900;

    private final InstantSource clock;
    private final Supplier<StravaKnobs> knobs;
    private Instant quarter = Instant.MIN;
    private Instant day = Instant.MIN;
    private Usage usage = Usage.NONE;

    RateWindows(InstantSource clock, Supplier<StravaKnobs> knobs) {
        this.clock = clock;
        this.knobs = knobs;
    }

    /**
     * Requests in the running windows.
     *
     * @param overLimit requests ever that were answered 429 because a window was spent
     */
    public record Usage(
            int fifteenMinutes, int day, int fifteenMinutesReading, int dayReading, int overLimit) {
        static final Usage NONE = new Usage(0, 0, 0, 0, 0);

        private Usage oneMore(boolean reading) {
            int more = reading ? 1 : 0;
            return new Usage(
                    fifteenMinutes + 1,
                    day + 1,
                    fifteenMinutesReading + more,
                    dayReading + more,
                    overLimit);
        }

        private Usage refused() {
            return new Usage(fifteenMinutes, day, fifteenMinutesReading, dayReading, overLimit + 1);
        }

        private Usage inAnotherQuarter() {
            return new Usage(0, day, 0, dayReading, overLimit);
        }

        private Usage onAnotherDay() {
            return new Usage(fifteenMinutes, 0, fifteenMinutesReading, 0, overLimit);
        }
    }

    /** Counts one; whether it was within all limits that hold for it. */
    synchronized boolean take(boolean reading) {
        usage = now().oneMore(reading);
        StravaKnobs limits = knobs.get();
        boolean within =
                usage.fifteenMinutes() <= limits.fifteenMinutes() && usage.day() <= limits.day();
        boolean withinReading =
                !reading
                        || (usage.fifteenMinutesReading() <= limits.fifteenMinutesReading()
                                && usage.dayReading() <= limits.dayReading());
        usage = within && withinReading ? usage : usage.refused();
        return within && withinReading;
    }

    /** The answer with the headers that tell limits and usage. */
    synchronized Answer told(Answer answer) {
        Usage used = now();
        StravaKnobs limits = knobs.get();
        return answer.with("X-RateLimit-Limit", pair(limits.fifteenMinutes(), limits.day()))
                .with("X-RateLimit-Usage", pair(used.fifteenMinutes(), used.day()))
                .with(
                        "X-ReadRateLimit-Limit",
                        pair(limits.fifteenMinutesReading(), limits.dayReading()))
                .with(
                        "X-ReadRateLimit-Usage",
                        pair(used.fifteenMinutesReading(), used.dayReading()));
    }

    /** What is used up now. */
    public synchronized Usage usage() {
        return now();
    }

    synchronized void clear() {
        usage = Usage.NONE;
    }

    private Usage now() {
        Instant now = clock.instant();
        Instant thisQuarter =
                Instant.ofEpochSecond(
                        Math.floorDiv(now.getEpochSecond(), QUARTER_SECONDS) * QUARTER_SECONDS);
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        if (!thisQuarter.equals(quarter)) {
            usage = usage.inAnotherQuarter();
            quarter = thisQuarter;
        }
        if (!today.equals(day)) {
            usage = usage.onAnotherDay();
            day = today;
        }
        return usage;
    }

    private static String pair(int quarterHour, int wholeDay) {
        return quarterHour + "," + wholeDay;
    }
}
