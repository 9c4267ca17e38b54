package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Lap;
import io.pulseline.contracts.health.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One activity of a TCX file while it is read, and the record it becomes. */
final class TcxActivity {
    private static final int MOST_LAPS = 10_000;

    final FileTimes times;
    final Points points = new Points();
    private final List<TcxLap> laps = new ArrayList<>();
    @Nullable String sport;
    @Nullable String id;
    @Nullable String notes;
    @Nullable String deviceName;
    @Nullable String deviceId;

    TcxActivity(FileTimes times) {
        this.times = times;
    }

    void add(TcxLap lap) {
        if (laps.size() == MOST_LAPS) {
            throw RefusedFileException.tooLarge("The file has more than " + MOST_LAPS + " laps.");
        }
        laps.add(lap);
    }

    /**
     * The record.
     *
     * @param otherwise key of an activity without an id
     * @param author name of the app that wrote the file; null if it does not say
     */
    Activity record(String otherwise, @Nullable String author) {
        String key = id == null || !ThingKeys.isUsable(id) ? otherwise : ThingKeys.tcx(id);
        Activity activity = BlankActivity.of(key, points.areMeasured());
        Provenance provenance = activity.getProvenance();
        provenance.setDeviceName(deviceName);
        provenance.setDeviceId(deviceId);
        provenance.setApplication(author);
        activity.setDescription(notes);
        activity.setActivityType(SportNames.typeOf(sport));
        activity.setProviderActivityTypeName(sport);
        Instant start = start();
        if (start != null) {
            placeIn(activity, start);
        }
        activity.setDistanceMetres(hasDistance() ? sum(TcxLap::metres) : null);
        activity.setEnergyKilocalories(sum(TcxLap::kilocalories));
        Double steps = sum(TcxLap::steps);
        activity.setSteps(steps == null ? null : (int) Math.round(steps));
        activity.setAverageHeartRateBeatsPerMinute(
                laps.size() == 1 ? laps.getFirst().averageBeatsPerMinute() : null);
        activity.setTrack(points.track());
        activity.setHeartRate(points.heartRate());
        return activity;
    }

    private void placeIn(Activity activity, Instant start) {
        Instant end = end(start);
        long elapsed = Duration.between(start, end).toMillis();
        Double seconds = sum(TcxLap::seconds);
        activity.setStartEpochMillis(start.toEpochMilli());
        activity.setStartOffsetSeconds(times.offsetSecondsAt(start));
        activity.setElapsedMilliseconds(elapsed == 0 ? null : elapsed);
        activity.setActiveMilliseconds(
                seconds == null ? null : Math.min(TcxLap.milliseconds(seconds), elapsed));
        activity.setLaps(recordedLaps());
    }

    private @Nullable Instant start() {
        return Stream.concat(laps.stream().map(TcxLap::start), points.first().stream())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Instant end(Instant start) {
        return Stream.concat(laps.stream().map(TcxLap::end), points.last().stream())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(start);
    }

    private @Nullable List<Lap> recordedLaps() {
        List<Lap> recorded = new ArrayList<>();
        for (TcxLap lap : laps) {
            Instant begun = lap.start();
            if (begun != null) {
                recorded.add(lap.recorded(begun, hasDistance()));
            }
        }
        return recorded.isEmpty() ? null : recorded;
    }

    /** The format asks for a distance of each lap: where all are 0, none was measured. */
    private boolean hasDistance() {
        Double sum = sum(TcxLap::metres);
        return sum != null && sum > 0;
    }

    /** The sum over all laps; null unless each gives the value. */
    private @Nullable Double sum(Function<TcxLap, @Nullable Double> value) {
        double sum = 0;
        for (TcxLap lap : laps) {
            Double part = value.apply(lap);
            if (part == null) {
                return null;
            }
            sum += part;
        }
        return laps.isEmpty() ? null : sum;
    }
}
