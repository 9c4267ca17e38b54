package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.upload.file.Points.Point;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TCX, Garmin's Training Center XML: activities of laps of track points. Distances are metres,
 * times seconds; other units do not exist. Elements it does not know are passed over.
 */
final class TcxReader {
    private static final int MOST_ACTIVITIES = 50;

    // Far beyond every workout; what lies above is a writer's mistake.
    private static final double MOST_SECONDS = 10_000_000;
    private static final double MOST_METRES = 10_000_000;
    private static final double MOST_KILOCALORIES = 100_000;
    private static final double MOST_STEPS = 1_000_000;
    private static final double MOST_BEATS_PER_MINUTE = 300;

    private final XmlWalk xml;
    private final byte[] bytes;
    private final @Nullable ZoneId zone;
    private final List<TcxActivity> activities = new ArrayList<>();
    private @Nullable String author;

    /** The walk stands at the root element. */
    TcxReader(XmlWalk xml, byte[] bytes, @Nullable ZoneId zone) {
        this.xml = xml;
        this.bytes = bytes;
        this.zone = zone;
    }

    /** The activities in their order. */
    List<Activity> activities() {
        xml.children(this::readAnywhere);
        xml.end();
        if (activities.isEmpty()) {
            throw RefusedFileException.unfit("There is no activity in the TCX file.");
        }
        List<Activity> records = new ArrayList<>();
        for (TcxActivity activity : activities) {
            String otherwise = ThingKeys.part(ThingKeys.bytes(bytes), records.size());
            records.add(activity.record(otherwise, author));
        }
        return records;
    }

    private void readAnywhere(String element) {
        switch (element) {
            case "Activities", "MultiSportSession", "FirstSport", "NextSport" ->
                    xml.children(this::readAnywhere);
            case "Activity" -> readActivity();
            case "Author" -> xml.children(child -> author = nameOr(child, author));
            default -> xml.skip();
        }
    }

    private void readActivity() {
        if (activities.size() == MOST_ACTIVITIES) {
            throw RefusedFileException.tooLarge(
                    "The file has more than " + MOST_ACTIVITIES + " activities; send them apart.");
        }
        TcxActivity activity = new TcxActivity(new FileTimes(zone));
        activities.add(activity);
        activity.sport = FileText.name(xml.attribute("Sport"));
        xml.children(child -> readActivityChild(activity, child));
    }

    private void readActivityChild(TcxActivity activity, String element) {
        switch (element) {
            case "Id" -> activity.id = xml.text().strip();
            case "Notes" -> activity.notes = FileText.description(xml.text());
            case "Creator" -> xml.children(child -> readCreatorChild(activity, child));
            case "Lap" -> readLap(activity);
            default -> xml.skip();
        }
    }

    private void readCreatorChild(TcxActivity activity, String element) {
        if (element.equals("UnitId")) {
            activity.deviceId = FileText.name(xml.text());
        } else {
            activity.deviceName = nameOr(element, activity.deviceName);
        }
    }

    private @Nullable String nameOr(String element, @Nullable String otherwise) {
        if (element.equals("Name")) {
            return FileText.name(xml.text());
        }
        xml.skip();
        return otherwise;
    }

    private void readLap(TcxActivity activity) {
        String start = xml.attribute("StartTime");
        LapValues lap = new LapValues();
        xml.children(child -> lap.read(activity, child));
        activity.add(
                new TcxLap(
                        start == null ? null : activity.times.instant(start),
                        lap.seconds,
                        lap.metres,
                        positive(lap.kilocalories),
                        positive(lap.averageBeatsPerMinute),
                        lap.steps));
    }

    private static @Nullable Double positive(@Nullable Double value) {
        return value == null || value == 0 ? null : value;
    }

    private final class LapValues {
        private @Nullable Double seconds;
        private @Nullable Double metres;
        private @Nullable Double kilocalories;
        private @Nullable Double averageBeatsPerMinute;
        private @Nullable Double steps;

        void read(TcxActivity activity, String element) {
            switch (element) {
                case "TotalTimeSeconds" -> seconds = xml.amount(MOST_SECONDS);
                case "DistanceMeters" -> metres = xml.amount(MOST_METRES);
                case "Calories" -> kilocalories = xml.amount(MOST_KILOCALORIES);
                case "AverageHeartRateBpm" ->
                        xml.children(child -> {
                            if (child.equals("Value")) {
                                averageBeatsPerMinute = xml.amount(MOST_BEATS_PER_MINUTE);
                            } else {
                                xml.skip();
                            }
                        });
                case "Extensions", "LX" -> xml.children(child -> read(activity, child));
                case "Steps" -> steps = xml.amount(MOST_STEPS);
                case "Track" -> xml.children(child -> readPoint(activity, child));
                default -> xml.skip();
            }
        }
    }

    private void readPoint(TcxActivity activity, String element) {
        if (!element.equals("Trackpoint")) {
            xml.skip();
            return;
        }
        PointValues point = new PointValues(activity.times);
        xml.children(point::read);
        if (point.at != null) {
            activity.points.add(
                    new Point(
                            point.at,
                            point.latitude,
                            point.longitude,
                            point.altitude,
                            point.distance,
                            point.beatsPerMinute));
        }
    }

    private final class PointValues {
        private final FileTimes times;
        private @Nullable Instant at;
        private @Nullable Double latitude;
        private @Nullable Double longitude;
        private @Nullable Double altitude;
        private @Nullable Double distance;
        private @Nullable Double beatsPerMinute;

        PointValues(FileTimes times) {
            this.times = times;
        }

        void read(String element) {
            switch (element) {
                case "Time" -> at = times.instant(xml.text());
                case "Position", "HeartRateBpm" -> xml.children(this::read);
                case "LatitudeDegrees" -> latitude = xml.number();
                case "LongitudeDegrees" -> longitude = xml.number();
                case "AltitudeMeters" -> altitude = xml.number();
                case "DistanceMeters" -> distance = xml.amount(MOST_METRES);
                case "Value" -> beatsPerMinute = xml.amount(MOST_BEATS_PER_MINUTE);
                default -> xml.skip();
            }
        }
    }
}
