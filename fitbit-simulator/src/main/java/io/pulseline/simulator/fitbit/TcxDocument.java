package io.pulseline.simulator.fitbit;

import io.pulseline.simulator.truth.HeartRateSample;
import io.pulseline.simulator.truth.Position;
import io.pulseline.simulator.truth.Quirk;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.Track;
import io.pulseline.simulator.truth.TrackPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** The track as a Garmin TCX document, SI units always (fact sheet section 4.2). */
final class TcxDocument {
    private static final Position NOWHERE = new Position(0, 0);

    private final SimulatedActivity activity;
    private final boolean withPositions;
    private final boolean withHeartRate;
    private final StringBuilder xml = new StringBuilder(1 << 16);
    private int pointsWritten;

    private TcxDocument(SimulatedActivity activity, boolean withPositions, boolean withHeartRate) {
        this.activity = activity;
        this.withPositions = withPositions;
        this.withHeartRate = withHeartRate;
    }

    /** Id and creator only, as for an activity without positions. */
    static String withoutLaps(SimulatedActivity activity, String device) {
        return new TcxDocument(activity, false, false).document(List.of(), device);
    }

    /** A lap per kilometre with its points. */
    static String withLaps(
            SimulatedActivity activity,
            String device,
            boolean withPositions,
            boolean withHeartRate) {
        TcxDocument tcx = new TcxDocument(activity, withPositions, withHeartRate);
        List<List<TrackPoint>> laps = activity.track().laps();
        String document = tcx.document(laps.isEmpty() ? tcx.standing() : laps, device);
        return activity.has(Quirk.TCX_BROKEN)
                ? document.substring(0, document.length() * 2 / 3)
                : document;
    }

    /** One lap for somebody who went nowhere: a point per heart-rate sample. */
    private List<List<TrackPoint>> standing() {
        List<TrackPoint> points =
                activity.heartRate().stream()
                        .map(sample -> new TrackPoint(sample.at(), NOWHERE, 0, 0))
                        .toList();
        return points.isEmpty() ? List.of() : List.of(points);
    }

    private String document(List<List<TrackPoint>> laps, String device) {
        xml.append(
                """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
                    <Activities>
                        <Activity Sport="%s">
                            <Id>%s</Id>
                """
                        .formatted(TypeIds.sport(activity.plan().kind()), time(activity.start())));
        for (int index = 0; index < laps.size(); index++) {
            addLap(laps, index);
        }
        xml.append(
                """
                            <Creator xsi:type="Device_t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                                <Name>%s</Name>
                                <UnitId>0</UnitId>
                                <ProductID>0</ProductID>
                            </Creator>
                        </Activity>
                    </Activities>
                </TrainingCenterDatabase>
                """
                        .formatted(device));
        return xml.toString();
    }

    private void addLap(List<List<TrackPoint>> laps, int index) {
        List<TrackPoint> points = laps.get(index);
        Instant from = points.getFirst().at();
        boolean isLast = index == laps.size() - 1;
        Instant to = isLast ? points.getLast().at() : laps.get(index + 1).getFirst().at();
        double seconds =
                activity.recorded().activeSecondsUntil(to)
                        - activity.recorded().activeSecondsUntil(from);
        double share = seconds / activity.recorded().active().toSeconds();
        double metres =
                isLast
                        ? activity.track().distanceMetres() - index * Track.LAP_METRES
                        : Track.LAP_METRES;
        xml.append(
                """
                            <Lap StartTime="%s">
                                <TotalTimeSeconds>%s</TotalTimeSeconds>
                                <DistanceMeters>%s</DistanceMeters>
                                <Calories>%d</Calories>
                                <Intensity>Active</Intensity>
                                <TriggerMethod>Manual</TriggerMethod>
                                <Track>
                """
                        .formatted(
                                time(from),
                                plain(seconds, 1),
                                plain(metres, 1),
                                Math.round(activity.energyKilocalories() * share)));
        points.forEach(this::addPoint);
        xml.append("                </Track>\n            </Lap>\n");
    }

    private void addPoint(TrackPoint point) {
        String indent = "                        ";
        xml.append("                    <Trackpoint>\n").append(indent);
        xml.append("<Time>").append(time(point.at())).append("</Time>\n");
        if (withPositions && shows(Quirk.TCX_POINTS_WITHOUT_POSITION, 3)) {
            xml.append(indent)
                    .append("<Position><LatitudeDegrees>")
                    .append(point.position().latitude())
                    .append("</LatitudeDegrees><LongitudeDegrees>")
                    .append(point.position().longitude())
                    .append("</LongitudeDegrees></Position>\n");
        }
        if (withPositions) {
            xml.append(indent)
                    .append("<AltitudeMeters>")
                    .append(plain(point.altitudeMetres(), 9))
                    .append("</AltitudeMeters>\n");
        }
        xml.append(indent)
                .append("<DistanceMeters>")
                .append(plain(shownDistance(point), 6))
                .append("</DistanceMeters>\n");
        HeartRateSample rate = activity.heartRateAt(point.at());
        if (withHeartRate && rate != null && shows(Quirk.TCX_POINTS_WITHOUT_HEART_RATE, 4)) {
            xml.append(indent)
                    .append("<HeartRateBpm><Value>")
                    .append(rate.beatsPerMinute())
                    .append("</Value></HeartRateBpm>\n");
        }
        xml.append("                    </Trackpoint>\n");
        pointsWritten++;
    }

    private boolean shows(Quirk quirk, int everyOther) {
        return !activity.has(quirk) || pointsWritten % everyOther != everyOther - 1;
    }

    private double shownDistance(TrackPoint point) {
        double half = activity.track().distanceMetres() / 2;
        boolean reset = activity.has(Quirk.TCX_DISTANCE_RESET) && point.distanceMetres() > half;
        return reset ? point.distanceMetres() - half : point.distanceMetres();
    }

    private String time(Instant at) {
        return LocalTimes.WITH_OFFSET.format(at.atZone(activity.zone()));
    }

    private static String plain(double value, int decimals) {
        BigDecimal rounded =
                BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return rounded.scale() < 1 ? rounded.setScale(1).toPlainString() : rounded.toPlainString();
    }
}
