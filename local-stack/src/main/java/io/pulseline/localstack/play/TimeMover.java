package io.pulseline.localstack.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moves simulated time on, from one thing that happens or is due to the next, in steps of minutes;
 * it stands still while anything is under way.
 */
final class TimeMover {
    /** What lies within the same minutes happens in one step. */
    private static final Duration FINE = Duration.ofMinutes(10);

    /** The same when most lives are over and little happens but that services look. */
    private static final Duration COARSE = Duration.ofHours(1);

    /** Upkeep of the services is due by no row: it must not be left behind by much. */
    private static final Duration LONGEST_STEP = Duration.ofHours(1);

    private final Lives lives;
    private final IngestDatabase database;
    private final Quiet quiet;
    private final Instant fineUntil;
    private Instant now;
    private long steps;
    private long nanos;

    /**
     * @param fineUntil when most lives are over
     */
    TimeMover(Lives lives, IngestDatabase database, Quiet quiet, Instant start, Instant fineUntil) {
        this.lives = lives;
        this.database = database;
        this.quiet = quiet;
        this.now = start;
        this.fineUntil = fineUntil;
    }

    /** Where the clock stands. */
    Instant now() {
        return now;
    }

    /** Waits until everything due now is done. */
    void settle() throws Exception {
        quiet.await(now);
    }

    /** One step; returns when everything that was due then is done. */
    void step() throws Exception {
        long begun = System.nanoTime();
        Duration grid = now.isBefore(fineUntil) ? FINE : COARSE;
        now = target(now, grid, Stream.of(lives.next(), database.next()).flatMap(Optional::stream));
        lives.moveTo(now);
        quiet.await(now);
        steps++;
        nanos += System.nanoTime() - begun;
    }

    /**
     * The end of the minutes in which the first of these happens, and never too far.
     *
     * @param grid how many minutes are one step
     */
    static Instant target(Instant now, Duration grid, Stream<Instant> happenings) {
        Instant furthest = end(grid, now.plus(LONGEST_STEP));
        Instant first = happenings.min(Instant::compareTo).orElse(furthest);
        Instant target = first.isAfter(now) ? end(grid, first) : now.plus(grid);
        return target.isBefore(furthest) ? target : furthest;
    }

    private static Instant end(Duration grid, Instant moment) {
        long millis = grid.toMillis();
        return Instant.ofEpochMilli(Math.ceilDiv(moment.toEpochMilli(), millis) * millis);
    }

    /** How often time was moved. */
    long steps() {
        return steps;
    }

    /** Real time in the mean from one step to the next. */
    Duration perStep() {
        return Duration.ofNanos(steps == 0 ? 0 : nanos / steps);
    }

    /** For what real time was waited in all. */
    Map<String, Duration> waited() {
        return quiet.waited();
    }
}
