package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.upload.file.Points.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GPX 1.0 and 1.1: one track of segments of points. Heart rate comes from Garmin's and others'
 * extensions. GPX has neither distance nor energy, so the record has none; a new segment is a
 * pause.
 */
final class GpxReader {
    private static final double MOST_BEATS_PER_MINUTE = 300;

    private final XmlWalk xml;
    private final byte[] bytes;
    private final FileTimes times;
    private final Points points = new Points();
    private final List<Duration> segments = new ArrayList<>();
    private @Nullable String creator;
    private @Nullable String name;
    private @Nullable String description;
    private @Nullable String sport;
    private int tracks;

    /** The walk stands at the root element. */
    GpxReader(XmlWalk xml, byte[] bytes, @Nullable ZoneId zone) {
        this.xml = xml;
        this.bytes = bytes;
        this.times = new FileTimes(zone);
    }

    /** The one activity. */
    List<Activity> activities() {
        creator = FileText.name(xml.attribute("creator"));
        xml.children(child -> {
            if (child.equals("trk")) {
                tracks++;
                xml.children(this::readTrackChild);
            } else {
                xml.skip();
            }
        });
        xml.end();
        if (tracks > 1) {
            throw RefusedFileException.unfit(
                    "The GPX file has "
                            + tracks
                            + " tracks, and does not tell whether they are one activity or several;"
                            + " send each in a file of its own.");
        }
        Instant start =
                points.first()
                        .orElseThrow(() ->
                                RefusedFileException.unfit(
                                        "The GPX file has no track with times: it is a route, or"
                                                + " nothing says when the activity began."));
        return List.of(record(start));
    }

    private Activity record(Instant start) {
        Activity activity = BlankActivity.of(ThingKeys.gpx(start, bytes), points.areMeasured());
        activity.getProvenance().setApplication(creator);
        activity.setTitle(name);
        activity.setDescription(description);
        activity.setActivityType(SportNames.typeOf(sport));
        activity.setProviderActivityTypeName(sport);
        activity.setStartEpochMillis(start.toEpochMilli());
        activity.setStartOffsetSeconds(times.offsetSecondsAt(start));
        Duration elapsed = Duration.between(start, points.last().orElse(start));
        activity.setElapsedMilliseconds(elapsed.isZero() ? null : elapsed.toMillis());
        activity.setActiveMilliseconds(
                segments.size() > 1 ? Math.min(moving(), elapsed.toMillis()) : null);
        activity.setTrack(points.track());
        activity.setHeartRate(points.heartRate());
        return activity;
    }

    private long moving() {
        return segments.stream().mapToLong(Duration::toMillis).sum();
    }

    private void readTrackChild(String element) {
        switch (element) {
            case "name" -> name = FileText.name(xml.text());
            case "desc", "cmt" -> description = FileText.description(xml.text());
            case "type" -> sport = FileText.name(xml.text());
            case "trkseg" -> readSegment();
            default -> xml.skip();
        }
    }

    private void readSegment() {
        Span span = new Span();
        xml.children(child -> {
            if (child.equals("trkpt")) {
                readPoint(span);
            } else {
                xml.skip();
            }
        });
        if (span.first != null && span.last != null) {
            segments.add(Duration.between(span.first, span.last));
        }
    }

    private void readPoint(Span span) {
        Double latitude = degrees("lat");
        Double longitude = degrees("lon");
        PointValues point = new PointValues();
        xml.children(point::read);
        Instant at = point.at;
        if (at != null) {
            points.add(
                    new Point(at, latitude, longitude, point.altitude, null, point.beatsPerMinute));
            span.reachTo(at);
        }
    }

    private @Nullable Double degrees(String attribute) {
        String text = xml.attribute(attribute);
        try {
            return text == null ? null : Double.valueOf(text.strip());
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** From the first to the last moment of a segment. */
    private static final class Span {
        private @Nullable Instant first;
        private @Nullable Instant last;

        void reachTo(Instant at) {
            first = first == null || at.isBefore(first) ? at : first;
            last = last == null || at.isAfter(last) ? at : last;
        }
    }

    private final class PointValues {
        private @Nullable Instant at;
        private @Nullable Double altitude;
        private @Nullable Double beatsPerMinute;

        void read(String element) {
            switch (element) {
                case "time" -> at = times.instant(xml.text());
                case "ele" -> altitude = xml.number();
                case "extensions", "TrackPointExtension" -> xml.children(this::read);
                case "hr", "heartrate" -> beatsPerMinute = xml.amount(MOST_BEATS_PER_MINUTE);
                default -> xml.skip();
            }
        }
    }
}
