package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import io.pulseline.pipeline.booster.series.Positions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives a virtual activity a track: around and around a loop at constant speed. Refuses activities
 * of any other type, because invented positions belong to no real way, and says in the text that
 * they are not measured. Altitudes stay as they are, absent ones absent.
 *
 * @param lapMetres once around the loop
 */
record VirtualGps(double lapMetres) implements Booster {
    private static final String VIRTUAL = "VIRTUAL_";
    private static final long LONGEST_MILLISECONDS = 24 * 3_600_000L;

    @Override
    public BoostOutcome boost(Activity activity) {
        Long start = activity.getStartEpochMillis();
        Long elapsed = activity.getElapsedMilliseconds();
        Double metres = activity.getDistanceMetres();
        if (!activity.getActivityType().startsWith(VIRTUAL)) {
            return new BoostOutcome.Skipped("only a virtual activity gets a virtual route");
        }
        if (Positions.of(activity).map(Positions::size).orElse(0) > 0) {
            return new BoostOutcome.Skipped("the activity has positions of its own");
        }
        if (metres == null || metres <= 0) {
            return new BoostOutcome.Skipped("no distance");
        }
        if (start == null || elapsed == null || elapsed <= 0 || elapsed > LONGEST_MILLISECONDS) {
            return new BoostOutcome.Skipped("no duration of up to a day");
        }
        return added(metres, track(activity.getTrack(), start, elapsed, metres));
    }

    private BoostOutcome added(double metres, Track track) {
        double laps = metres / lapMetres;
        String text =
                String.format(
                        Locale.ROOT,
                        "Virtual route: %.1f laps of a made-up loop, not measured",
                        laps);
        return BoostOutcome.Added.builder()
                .track(track)
                .text(text)
                .value("virtualLaps", laps)
                .build();
    }

    private Track track(@Nullable Track own, long start, long elapsed, double metres) {
        return own == null || own.getOffsetMilliseconds().isEmpty()
                ? located(everySecond(start, elapsed, metres), start, elapsed, metres)
                : located(own, start, elapsed, metres);
    }

    /** The same points with a position for each. */
    private Track located(Track track, long start, long elapsed, double metres) {
        VirtualLoop loop = new VirtualLoop(lapMetres);
        List<Double> latitudes = new ArrayList<>();
        List<Double> longitudes = new ArrayList<>();
        for (int offset : track.getOffsetMilliseconds()) {
            double part = (track.getStartEpochMillis() + offset - start) / (double) elapsed;
            double at = metres * Math.clamp(part, 0, 1);
            latitudes.add(loop.latitudeDegrees(at));
            longitudes.add(loop.longitudeDegrees(at));
        }
        return new Track(
                track.getStartEpochMillis(),
                track.getOffsetMilliseconds(),
                latitudes,
                longitudes,
                track.getAltitudeMetres(),
                track.getDistanceMetres());
    }

    /** The last point is the very end, so that the whole distance is covered. */
    private static Track everySecond(long start, long elapsed, double metres) {
        List<Integer> offsets =
                new ArrayList<>(
                        IntStream.range(0, Math.toIntExact(Math.ceilDiv(elapsed, 1000L)))
                                .map(second -> second * 1000)
                                .boxed()
                                .toList());
        offsets.add(Math.toIntExact(elapsed));
        List<@Nullable Double> absent = Collections.nCopies(offsets.size(), null);
        List<Double> distances = offsets.stream().map(offset -> metres * offset / elapsed).toList();
        return new Track(start, offsets, absent, absent, absent, distances);
    }
}
