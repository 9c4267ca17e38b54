package io.pulseline.pipeline.target.file;

import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An activity as a GPX 1.1 file: one track, a segment between two pauses, heart rate in Garmin's
 * TrackPointExtension v1. GPX has neither distance nor energy nor laps, and knows no moment without
 * a position: what was measured where nobody knows is not in it.
 *
 * <p>Written without JPX, which builds a document for each heart rate: that took twenty times as
 * long. Tests read with it what is written here.
 */
public final class ActivityGpx {
    private static final String NAMESPACE = "http://www.topografix.com/GPX/1/1";
    private static final String POINT_NAMESPACE =
            "http://www.garmin.com/xmlschemas/TrackPointExtension/v1";

    private final XmlOut xml = new XmlOut("gpx", NAMESPACE);
    private final Activity activity;

    private ActivityGpx(Activity activity) {
        this.activity = activity;
    }

    /** Why there can be no GPX file of that activity; empty if there can. */
    public static Optional<String> obstacle(Activity activity) {
        if (activity.getDeleted()) {
            return Optional.of("the activity is deleted");
        }
        return Moment.of(activity).stream().anyMatch(Moment::hasPosition)
                ? Optional.empty()
                : Optional.of("the activity has no track, and GPX holds nothing else");
    }

    /**
     * The file, in UTF-8.
     *
     * @throws IllegalArgumentException if there is an {@linkplain #obstacle obstacle}
     */
    public static byte[] write(Activity activity) {
        Optional<String> obstacle = obstacle(activity);
        if (obstacle.isPresent()) {
            throw new IllegalArgumentException("no GPX file: " + obstacle.get());
        }
        return new ActivityGpx(activity).file();
    }

    private byte[] file() {
        xml.namespace("gpxtpx", POINT_NAMESPACE);
        xml.attribute("version", "1.1");
        xml.attribute("creator", "Pulseline");
        xml.open("trk");
        xml.leaf("name", XmlOut.clean(activity.getTitle()));
        xml.leaf("desc", XmlOut.clean(activity.getDescription()));
        xml.leaf("type", XmlOut.clean(type(activity.getActivityType())));
        for (List<Moment> part : Pause.between(Pause.of(activity), Moment.of(activity))) {
            writeSegment(part.stream().filter(Moment::hasPosition).toList());
        }
        return xml.bytes();
    }

    /** In the words of Garmin Connect, which most programs know. */
    private static String type(String type) {
        return switch (type) {
            case ActivityType.RUN -> "running";
            case ActivityType.TREADMILL_RUN -> "treadmill_running";
            case ActivityType.WALK -> "walking";
            case ActivityType.HIKE -> "hiking";
            case ActivityType.RIDE -> "cycling";
            case ActivityType.INDOOR_RIDE -> "indoor_cycling";
            case ActivityType.SWIM -> "swimming";
            case ActivityType.STRENGTH -> "strength_training";
            case ActivityType.INTERVAL_TRAINING -> "hiit";
            default -> type.toLowerCase(Locale.ROOT);
        };
    }

    private void writeSegment(List<Moment> points) {
        if (!points.isEmpty()) {
            xml.open("trkseg");
            points.forEach(this::writePoint);
            xml.close();
        }
    }

    private void writePoint(Moment moment) {
        Double latitude = moment.latitudeDegrees();
        Double longitude = moment.longitudeDegrees();
        if (latitude == null || longitude == null) {
            return;
        }
        xml.open("trkpt");
        xml.attribute("lat", XmlOut.decimal(latitude));
        xml.attribute("lon", XmlOut.decimal(longitude));
        xml.leaf("ele", moment.altitudeMetres());
        xml.leaf("time", XmlOut.time(moment.epochMillis()));
        Integer beats = moment.beatsPerMinute();
        if (beats != null) {
            xml.open("extensions");
            xml.open("gpxtpx:TrackPointExtension");
            xml.leaf("gpxtpx:hr", beats.toString());
            xml.close();
            xml.close();
        }
        xml.close();
    }
}
