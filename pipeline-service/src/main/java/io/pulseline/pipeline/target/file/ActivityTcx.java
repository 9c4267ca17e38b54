package io.pulseline.pipeline.target.file;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Lap;
import io.pulseline.contracts.pipeline.Boost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An activity as a TCX file, Garmin's Training Center XML version 2. It knows three sports only:
 * running, biking and other. The format asks for a distance and for calories of every lap; they are
 * 0 where nobody knows, as every writer of TCX does it.
 */
public final class ActivityTcx {
    private static final String NAMESPACE =
            "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";
    private static final double MOST_KILOCALORIES = 65_535;
    private static final int MOST_BEATS_PER_MINUTE = 255;

    private final XmlOut xml = new XmlOut("TrainingCenterDatabase", NAMESPACE);
    private final Activity activity;
    private final Timeline timeline;
    private final Totals totals;

    private ActivityTcx(Activity activity, List<Boost> boosts, long start) {
        this.activity = activity;
        this.timeline = Timeline.of(activity, start, _ -> true);
        this.totals = Totals.of(activity, boosts, timeline.moments());
    }

    /** One lap as TCX has it. */
    private record TcxLap(
            long start,
            long milliseconds,
            @Nullable Double metres,
            @Nullable Double kilocalories,
            List<Moment> moments) {}

    /** Why there can be no TCX file of that activity; empty if there can. */
    public static Optional<String> obstacle(Activity activity) {
        if (activity.getDeleted()) {
            return Optional.of("the activity is deleted");
        }
        if (activity.getStartEpochMillis() == null) {
            return Optional.of("nobody knows when the activity began");
        }
        Long timer = FitSums.timerMilliseconds(activity);
        return timer == null || timer < 0
                ? Optional.of("nobody knows how long the activity lasted")
                : Optional.empty();
    }

    /**
     * The file, in UTF-8.
     *
     * @param boosts of the activity: those that count what the record lacks are looked at
     * @throws IllegalArgumentException if there is an {@linkplain #obstacle obstacle}
     */
    public static byte[] write(Activity activity, List<Boost> boosts) {
        Optional<String> obstacle = obstacle(activity);
        Long start = activity.getStartEpochMillis();
        if (start == null || obstacle.isPresent()) {
            throw new IllegalArgumentException("no TCX file: " + obstacle.orElse("no start"));
        }
        return new ActivityTcx(activity, boosts, start).file();
    }

    private byte[] file() {
        xml.open("Activities");
        xml.open("Activity");
        xml.attribute("Sport", sport(activity.getActivityType()));
        xml.leaf("Id", XmlOut.time(timeline.start()));
        List<TcxLap> laps = laps();
        for (TcxLap lap : laps) {
            writeLap(lap, laps.size() == 1);
        }
        xml.leaf("Notes", notes());
        return xml.bytes();
    }

    private static String sport(String type) {
        return switch (type) {
            case ActivityType.RUN, ActivityType.TREADMILL_RUN -> "Running";
            case ActivityType.RIDE, ActivityType.INDOOR_RIDE, ActivityType.VIRTUAL_RIDE -> "Biking";
            default -> "Other";
        };
    }

    /** TCX has no title: it is the first line of the notes. */
    private @Nullable String notes() {
        return XmlOut.clean(
                Stream.of(
                                Optional.ofNullable(activity.getTitle()),
                                Optional.ofNullable(activity.getDescription()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("\n")));
    }

    private List<TcxLap> laps() {
        List<Lap> laps = activity.getLaps();
        if (laps == null || laps.isEmpty() || !laps.stream().allMatch(this::isWhole)) {
            Long timer = FitSums.timerMilliseconds(activity);
            return List.of(
                    new TcxLap(
                            timeline.start(),
                            timer == null ? 0 : timer,
                            activity.getDistanceMetres(),
                            totals.energyKilocalories(),
                            timeline.moments()));
        }
        List<TcxLap> written = new ArrayList<>();
        for (int index = 0; index < laps.size(); index++) {
            Lap lap = laps.get(index);
            Long milliseconds = lap.getDurationMilliseconds();
            long from = index == 0 ? Long.MIN_VALUE : lap.getStartEpochMillis();
            long to =
                    index + 1 == laps.size()
                            ? Long.MAX_VALUE
                            : laps.get(index + 1).getStartEpochMillis();
            written.add(
                    new TcxLap(
                            lap.getStartEpochMillis(),
                            milliseconds == null ? 0 : milliseconds,
                            lap.getDistanceMetres(),
                            lap.getEnergyKilocalories(),
                            timeline.moments().stream()
                                    .filter(at -> at.epochMillis() >= from && at.epochMillis() < to)
                                    .toList()));
        }
        return written;
    }

    /** Whether laps of its kind sum up to what the activity says. */
    private boolean isWhole(Lap lap) {
        Long milliseconds = lap.getDurationMilliseconds();
        return milliseconds != null
                && milliseconds >= 0
                && (activity.getDistanceMetres() == null || lap.getDistanceMetres() != null)
                && (totals.energyKilocalories() == null || lap.getEnergyKilocalories() != null);
    }

    private void writeLap(TcxLap lap, boolean isOnly) {
        xml.open("Lap");
        xml.attribute("StartTime", XmlOut.time(lap.start()));
        xml.leaf("TotalTimeSeconds", lap.milliseconds() / 1000.0);
        xml.leaf("DistanceMeters", amount(lap.metres()));
        xml.leaf(
                "Calories",
                Long.toString(Math.round(Math.min(MOST_KILOCALORIES, amount(lap.kilocalories())))));
        if (isOnly) {
            writeBeats("AverageHeartRateBpm", totals.averageBeatsPerMinute());
            Integer highest = totals.highestBeatsPerMinute();
            writeBeats("MaximumHeartRateBpm", highest == null ? null : highest.doubleValue());
        }
        xml.leaf("Intensity", "Active");
        xml.leaf("TriggerMethod", "Manual");
        for (List<Moment> part : Pause.between(timeline.pauses(), lap.moments())) {
            writeTrack(part);
        }
        xml.close();
    }

    private static double amount(@Nullable Double value) {
        return value == null || !Double.isFinite(value) || value < 0 ? 0 : value;
    }

    private void writeBeats(String name, @Nullable Double beatsPerMinute) {
        long rounded = beatsPerMinute == null ? 0 : Math.round(beatsPerMinute);
        if (rounded > 0 && rounded <= MOST_BEATS_PER_MINUTE) {
            xml.open(name);
            xml.leaf("Value", Long.toString(rounded));
            xml.close();
        }
    }

    private void writeTrack(List<Moment> moments) {
        if (!moments.isEmpty()) {
            xml.open("Track");
            moments.forEach(this::writePoint);
            xml.close();
        }
    }

    private void writePoint(Moment moment) {
        xml.open("Trackpoint");
        xml.leaf("Time", XmlOut.time(moment.epochMillis()));
        if (moment.hasPosition()) {
            xml.open("Position");
            xml.leaf("LatitudeDegrees", moment.latitudeDegrees());
            xml.leaf("LongitudeDegrees", moment.longitudeDegrees());
            xml.close();
        }
        xml.leaf("AltitudeMeters", moment.altitudeMetres());
        xml.leaf("DistanceMeters", moment.distanceMetres());
        Integer beats = moment.beatsPerMinute();
        writeBeats("HeartRateBpm", beats == null ? null : beats.doubleValue());
        xml.close();
    }
}
