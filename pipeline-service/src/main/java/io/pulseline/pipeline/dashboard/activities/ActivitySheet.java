package io.pulseline.pipeline.dashboard.activities;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.pipeline.absence.Absences;
import io.pulseline.pipeline.absence.Measure;
import io.pulseline.pipeline.absence.Missing;
import io.pulseline.pipeline.booster.RouteDrawing;
import io.pulseline.pipeline.booster.past.ActivityFigures;
import io.pulseline.pipeline.booster.series.Altitudes;
import io.pulseline.pipeline.booster.series.Motion;
import io.pulseline.pipeline.booster.series.Positions;
import io.pulseline.pipeline.connection.Connection;
import io.pulseline.pipeline.dashboard.Chart;
import io.pulseline.pipeline.dashboard.Chart.Line;
import io.pulseline.pipeline.dashboard.Chart.Point;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import io.pulseline.pipeline.dashboard.WhyAbsent;
import io.pulseline.pipeline.preference.Units;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as the source gave it, for a reader. Times are those of the place where it happened.
 *
 * @param facts what is known, in words; a dash for what the source did not give
 * @param route an SVG picture; null without positions
 * @param heartRate null where there is none
 * @param ofTracker true where the heart rate is not the activity's own but what the tracker
 *     measured meanwhile
 * @param zones the source's own; empty where it has none
 * @param noHeartRate why there is none, for people; likewise the two after it
 */
public record ActivitySheet(
        UUID recordId,
        List<Fact> facts,
        @Nullable String route,
        @Nullable Chart heartRate,
        boolean ofTracker,
        List<Zone> zones,
        @Nullable Chart pace,
        @Nullable Chart elevation,
        List<Lap> laps,
        String noHeartRate,
        String noRoute,
        String noElevation) {
    private static final double METRES_IN_MILE = 1609.344;
    private static final double METRES_IN_FOOT = 0.3048;

    /** Slower than that is standing, and would flatten everything else. */
    private static final double SLOWEST_SHOWN_METRES_PER_SECOND = 0.5;

    private static final int PACE_WINDOW_SECONDS = 31;

    /** More points than a screen has pixels are no use. */
    private static final int MOST_POINTS = 1_500;

    /** Without a sample for longer than that the line breaks. */
    private static final long GAP_MILLISECONDS = 60_000;

    /** One line of what is known. */
    public record Fact(String name, String value) {}

    /**
     * One zone of the source.
     *
     * @param minutes in it, as a text
     * @param share of the minutes in all zones, percent
     */
    public record Zone(String name, String range, String minutes, int share) {}

    /** One lap of the source. */
    public record Lap(int number, String duration, String distance) {}

    public ActivitySheet {
        facts = List.copyOf(facts);
        zones = List.copyOf(zones);
        laps = List.copyOf(laps);
    }

    static ActivitySheet of(
            Activity activity,
            @Nullable HeartRateSamples tracker,
            Reader reader,
            List<Connection> connections) {
        @Nullable HeartRateSamples own = activity.getHeartRate();
        boolean hasOwn = own != null && !own.getBeatsPerMinute().isEmpty();
        @Nullable HeartRateSamples shown = hasOwn ? own : tracker;
        return new ActivitySheet(
                UUID.fromString(activity.getRecordId()),
                facts(activity, reader),
                Positions.of(activity).flatMap(RouteDrawing::svg).orElse(null),
                heartRate(activity, shown),
                !hasOwn,
                zones(activity),
                pace(activity, reader),
                elevation(activity, reader),
                laps(activity, reader),
                why(activity, Measure.HEART_RATE, reader, connections, "activities_noHeartRate"),
                why(activity, Measure.GPS, reader, connections, "activities_noRoute"),
                why(activity, Measure.ELEVATION, reader, connections, "activities_noElevation"));
    }

    /** The cause that follows from the data; where none does, only what is absent is said. */
    private static String why(
            Activity activity,
            Measure measure,
            Reader reader,
            List<Connection> connections,
            String otherwise) {
        Long start = activity.getStartEpochMillis();
        Long elapsed = activity.getElapsedMilliseconds();
        if (start == null || elapsed == null) {
            return Texts.say(otherwise);
        }
        Instant from = Instant.ofEpochMilli(start);
        Missing missing =
                Missing.inRecord(measure, from, from.plusMillis(elapsed))
                        .ofProvider(activity.getProvenance().getProvider())
                        .recordedBy(activity.getProvenance().getDeviceName());
        return Absences.why(missing, connections, reader.now())
                .map(WhyAbsent::say)
                .orElseGet(() -> Texts.say(otherwise));
    }

    private static List<Fact> facts(Activity activity, Reader reader) {
        ActivityFigures figures = ActivityFigures.of(activity);
        @Nullable Double active = figures.activeSeconds();
        @Nullable Double metres = figures.distanceMetres();
        @Nullable Double speed =
                active == null || metres == null || active <= 0 ? null : metres / active;
        return List.of(
                fact("start", start(activity, reader)),
                fact("type", RunLine.typeName(activity.getActivityType())),
                fact("distance", reader.distance(metres)),
                fact("elapsed", reader.duration(activity.getElapsedMilliseconds())),
                fact("active", reader.duration(activity.getActiveMilliseconds())),
                fact("pace", reader.pace(speed)),
                fact("heart", reader.whole(figures.averageHeartRateBeatsPerMinute(), "bpm")),
                fact("energy", reader.whole(activity.getEnergyKilocalories(), "kcal")),
                fact("steps", reader.whole(activity.getSteps(), "")),
                fact("gain", reader.height(figures.elevationGainMetres())),
                fact("source", source(activity.getProvenance())));
    }

    private static Fact fact(String name, String value) {
        return new Fact(Texts.say("activities_fact_" + name), value);
    }

    private static Reader there(Activity activity, Reader reader) {
        Integer offset = activity.getStartOffsetSeconds();
        return offset == null
                ? reader
                : new Reader(ZoneOffset.ofTotalSeconds(offset), reader.units(), reader.now());
    }

    private static String start(Activity activity, Reader reader) {
        Long start = activity.getStartEpochMillis();
        return start == null
                ? Reader.ABSENT
                : there(activity, reader).moment(Instant.ofEpochMilli(start));
    }

    private static String source(Provenance provenance) {
        String device = provenance.getDeviceName();
        String application = provenance.getApplication();
        String what = device == null ? application : device;
        String method = provenance.getRecordingMethod();
        String from =
                Texts.sayOr(
                        "activities_provider_" + provenance.getProvider(),
                        provenance.getProvider());
        String named = what == null ? from : what + " (" + from + ")";
        return "MANUAL".equals(method) ? Texts.say("activities_manual", named) : named;
    }

    private static String zone(Activity activity) {
        Integer offset = activity.getStartOffsetSeconds();
        String id = offset == null ? "UTC" : ZoneOffset.ofTotalSeconds(offset).getId();
        return id.equals("Z") ? "UTC" : id;
    }

    private static @Nullable Chart heartRate(
            Activity activity, @Nullable HeartRateSamples samples) {
        if (samples == null || samples.getBeatsPerMinute().isEmpty()) {
            return null;
        }
        List<Integer> offsets = samples.getOffsetMilliseconds();
        List<Integer> beats = samples.getBeatsPerMinute();
        int every = every(beats.size());
        List<Point> points = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (int sample = 0; sample < beats.size(); sample += every) {
            long at = samples.getStartEpochMillis() + offsets.get(sample);
            if (before != Long.MAX_VALUE && isGap(offsets, sample, every)) {
                points.add(new Point(before + 1, null));
            }
            points.add(new Point(at, beats.get(sample).doubleValue()));
            before = at;
        }
        String name = Texts.say("activities_heartRate");
        return Chart.of(name, zone(activity), List.of(Chart.line(name, "bpm", points)));
    }

    /** A gap anywhere between what is shown and what was shown last. */
    private static boolean isGap(List<Integer> offsets, int sample, int every) {
        for (int next = Math.max(1, sample - every + 1); next <= sample; next++) {
            if (offsets.get(next) - offsets.get(next - 1) > GAP_MILLISECONDS) {
                return true;
            }
        }
        return false;
    }

    private static int every(int size) {
        return Math.max(1, (size + MOST_POINTS - 1) / MOST_POINTS);
    }

    private static @Nullable Chart pace(Activity activity, Reader reader) {
        @Nullable Motion motion = Motion.of(activity).orElse(null);
        if (motion == null) {
            return null;
        }
        boolean miles = reader.units() == Units.IMPERIAL;
        double unit = miles ? METRES_IN_MILE : 1000;
        double[] speeds = motion.eachSecond(PACE_WINDOW_SECONDS);
        int every = every(speeds.length);
        List<Point> points = new ArrayList<>();
        for (int second = 0; second < speeds.length; second += every) {
            double speed = speeds[second];
            boolean moves = speed >= SLOWEST_SHOWN_METRES_PER_SECOND;
            points.add(
                    new Point(
                            motion.startEpochMillis() + second * 1000L,
                            moves ? unit / speed : null));
        }
        String name = Texts.say("activities_pace");
        return Chart.of(
                name,
                zone(activity),
                List.of(new Line(name, miles ? "s/mi" : "s/km", Chart.Kind.LINE, 0, true, points)));
    }

    private static @Nullable Chart elevation(Activity activity, Reader reader) {
        @Nullable Altitudes altitudes = Altitudes.of(activity).orElse(null);
        if (altitudes == null) {
            return null;
        }
        boolean feet = reader.units() == Units.IMPERIAL;
        int every = every(altitudes.size());
        List<Point> points = new ArrayList<>();
        for (int sample = 0; sample < altitudes.size(); sample += every) {
            double metres = altitudes.metres(sample);
            points.add(
                    new Point(
                            altitudes.epochMillis(sample),
                            feet ? metres / METRES_IN_FOOT : metres));
        }
        String name = Texts.say("activities_elevation");
        return Chart.of(name, zone(activity), List.of(Chart.line(name, feet ? "ft" : "m", points)));
    }

    private static List<Zone> zones(Activity activity) {
        List<HeartRateZone> given = activity.getHeartRateZones();
        if (given == null) {
            return List.of();
        }
        double all =
                given.stream()
                        .map(HeartRateZone::getMinutes)
                        .mapToDouble(minutes -> minutes == null ? 0 : minutes)
                        .sum();
        return given.stream()
                .map(zone -> {
                    Double minutes = zone.getMinutes();
                    return new Zone(
                            zone.getName(),
                            range(zone),
                            minutes == null ? Reader.ABSENT : Math.round(minutes) + " min",
                            minutes == null || all <= 0
                                    ? 0
                                    : (int) Math.round(100 * minutes / all));
                })
                .toList();
    }

    private static String range(HeartRateZone zone) {
        Integer lower = zone.getLowerBeatsPerMinute();
        Integer upper = zone.getUpperBeatsPerMinute();
        return (lower == null ? "" : lower.toString())
                + Reader.ABSENT
                + (upper == null ? "" : Integer.toString(upper - 1))
                + " bpm";
    }

    private static List<Lap> laps(Activity activity, Reader reader) {
        List<io.pulseline.contracts.health.Lap> given = activity.getLaps();
        List<Lap> laps = new ArrayList<>();
        if (given != null) {
            given.forEach(lap ->
                    laps.add(
                            new Lap(
                                    laps.size() + 1,
                                    reader.duration(lap.getDurationMilliseconds()),
                                    reader.distance(lap.getDistanceMetres()))));
        }
        return laps;
    }
}
