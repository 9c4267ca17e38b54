package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.truth.ActivityKind;
import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.Position;
import io.pulseline.simulator.truth.Quirk;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.Track;
import io.pulseline.simulator.truth.TrackPoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The way as a Garmin TCX document (version 2), times in UTC, a lap for each kilometre. */
final class TcxTrack {
    private static final String NAMESPACE =
            "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";

    private final SimulatedActivity activity;
    private final boolean withPositions;
    private final StringBuilder xml = new StringBuilder(1 << 16);
    private int written;

    private TcxTrack(SimulatedActivity activity, boolean withPositions) {
        this.activity = activity;
        this.withPositions = withPositions;
    }

    static String of(SimulatedActivity activity, String device, boolean withPositions) {
        String document = new TcxTrack(activity, withPositions).document(device);
        return activity.has(Quirk.TCX_BROKEN)
                ? document.substring(0, document.length() * 2 / 3)
                : document;
    }

    private String document(String device) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TrainingCenterDatabase xmlns=\"")
                .append(NAMESPACE)
                .append("\"><Activities><Activity Sport=\"")
                .append(sport(activity.plan().kind()))
                .append("\"><Id>")
                .append(activity.start())
                .append("</Id>\n");
        List<List<TrackPoint>> laps =
                activity.has(Quirk.TCX_WITHOUT_LAP)
                        ? List.of()
                        : activity.track().points().isEmpty()
                                ? standing()
                                : activity.track().laps();
        for (int index = 0; index < laps.size(); index++) {
            addLap(laps, index);
        }
        return xml.append("<Creator xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
                .append(" xsi:type=\"Device_t\"><Name>")
                .append(device)
                .append("</Name><UnitId>0</UnitId><ProductID>0</ProductID></Creator>")
                .append("</Activity></Activities></TrainingCenterDatabase>\n")
                .toString();
    }

    /** One lap for somebody who went nowhere: a point per heartbeat read. */
    private List<List<TrackPoint>> standing() {
        List<TrackPoint> points =
                activity.heartRate().stream()
                        .map(sample -> new TrackPoint(sample.at(), new Position(0, 0), 0, 0))
                        .toList();
        return points.isEmpty() ? List.of() : List.of(points);
    }

    private void addLap(List<List<TrackPoint>> laps, int index) {
        List<TrackPoint> points = laps.get(index);
        boolean isLast = index == laps.size() - 1;
        Instant from = points.getFirst().at();
        Instant to = isLast ? points.getLast().at() : laps.get(index + 1).getFirst().at();
        double seconds =
                activity.recorded().activeSecondsUntil(to)
                        - activity.recorded().activeSecondsUntil(from);
        double metres =
                isLast
                        ? activity.track().distanceMetres() - index * Track.LAP_METRES
                        : Track.LAP_METRES;
        double share = seconds / activity.recorded().active().toSeconds();
        xml.append("<Lap StartTime=\"").append(from).append("\">");
        add("TotalTimeSeconds", "%.1f", seconds);
        add("DistanceMeters", "%.1f", Math.max(0, metres));
        xml.append("<Calories>")
                .append(Math.round(activity.energyKilocalories() * share))
                .append("</Calories><Intensity>Active</Intensity>")
                .append("<TriggerMethod>Distance</TriggerMethod><Track>\n");
        points.forEach(this::addPoint);
        xml.append("</Track></Lap>\n");
    }

    private void addPoint(TrackPoint point) {
        xml.append("<Trackpoint><Time>").append(point.at()).append("</Time>");
        boolean hasPosition =
                withPositions
                        && !(activity.has(Quirk.TCX_POINTS_WITHOUT_POSITION) && written % 3 == 2);
        if (hasPosition) {
            xml.append("<Position>");
            add("LatitudeDegrees", "%.7f", point.position().latitude());
            add("LongitudeDegrees", "%.7f", point.position().longitude());
            xml.append("</Position>");
        }
        if (withPositions) {
            add("AltitudeMeters", "%.2f", point.altitudeMetres());
        }
        add("DistanceMeters", "%.2f", shownDistance(point));
        HeartRateSample rate = activity.heartRateAt(point.at());
        boolean hasRate = !(activity.has(Quirk.TCX_POINTS_WITHOUT_HEART_RATE) && written % 4 == 3);
        if (rate != null && hasRate) {
            xml.append("<HeartRateBpm><Value>")
                    .append(rate.beatsPerMinute())
                    .append("</Value></HeartRateBpm>");
        }
        xml.append("</Trackpoint>\n");
        written++;
    }

    private double shownDistance(TrackPoint point) {
        double half = activity.track().distanceMetres() / 2;
        return activity.has(Quirk.TCX_DISTANCE_RESET) && point.distanceMetres() > half
                ? point.distanceMetres() - half
                : point.distanceMetres();
    }

    private void add(String name, String format, double value) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(String.format(Locale.ROOT, format, value))
                .append("</")
                .append(name)
                .append('>');
    }

    private static String sport(ActivityKind kind) {
        return switch (kind) {
            case RUN, TREADMILL -> "Running";
            case BIKE, OUTDOOR_BIKE, SPINNING -> "Biking";
            case WALK,
                    ELLIPTICAL,
                    SWIM,
                    WEIGHTS,
                    CIRCUIT_TRAINING,
                    WORKOUT,
                    AEROBIC_WORKOUT,
                    SPORT,
                    YOGA ->
                    "Other";
        };
    }
}
