package io.pulseline.pipeline.upload.file;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.pipeline.upload.file.Points.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One FIT file of type activity: who made it, its sessions, laps and records. Several sessions (a
 * triathlon) become several activities, each with the points and laps of its own time.
 */
final class FitFile {
    private static final int FILE_ID = 0;
    private static final int SPORT = 12;
    private static final int SESSION = 18;
    private static final int LAP = 19;
    private static final int RECORD = 20;
    private static final int DEVICE_INFO = 23;
    private static final int ACTIVITY = 34;

    private static final int MOST_SESSIONS = 50;
    private static final int MOST_LAPS = 10_000;
    private static final int LONGEST_OFFSET_MINUTES = 18 * 60;

    private final List<FitMessage> sessions = new ArrayList<>();
    private final List<FitMessage> laps = new ArrayList<>();
    private final Points points = new Points();
    private final FitDevice device = new FitDevice();
    private @Nullable FitMessage activity;
    private @Nullable String sportName;

    private FitFile() {}

    /**
     * The activities in these bytes, in which several FIT files may follow each other.
     *
     * @param zone what the sender named; holds where the file does not tell the local time
     */
    static List<Activity> activities(byte[] bytes, @Nullable ZoneId zone) {
        List<Activity> activities = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            FitFile file = new FitFile();
            at = FitDecoder.decode(bytes, at, file::take);
            file.addTo(activities, ThingKeys.bytes(bytes), zone);
        }
        return activities;
    }

    private void take(FitMessage message) {
        switch (message.number()) {
            case FILE_ID -> device.takeFileId(message);
            case DEVICE_INFO -> device.takeDeviceInfo(message);
            case SPORT -> sportName = FileText.name(message.text(3));
            case SESSION -> keep(message, sessions, MOST_SESSIONS, "sessions");
            case LAP -> keep(message, laps, MOST_LAPS, "laps");
            case RECORD -> takeRecord(message);
            case ACTIVITY -> activity = message;
            default -> {
                // Settings, zones, statistics: nothing that an activity has a field for.
            }
        }
    }

    private static void keep(FitMessage message, List<FitMessage> kept, int most, String what) {
        if (kept.size() == most) {
            throw RefusedFileException.tooLarge(
                    "The FIT file has more than " + most + " " + what + ".");
        }
        kept.add(message);
    }

    private void takeRecord(FitMessage message) {
        Instant at = message.time(FitMessage.TIMESTAMP);
        if (at == null) {
            return;
        }
        Double altitude = altitude(message, 78);
        points.add(
                new Point(
                        at,
                        degrees(message.whole(0)),
                        degrees(message.whole(1)),
                        altitude == null ? altitude(message, 2) : altitude,
                        message.scaled(5, 100),
                        message.scaled(3, 1)));
    }

    /** Half a turn is 2^31 semicircles. */
    private static @Nullable Double degrees(@Nullable Long semicircles) {
        return semicircles == null ? null : semicircles * 180.0 / (1L << 31);
    }

    private static @Nullable Double altitude(FitMessage message, int field) {
        Double raised = message.scaled(field, 5);
        return raised == null ? null : raised - 500;
    }

    private void addTo(List<Activity> activities, String bytesKey, @Nullable ZoneId zone) {
        device.refuseUnlessActivity();
        if (sessions.isEmpty()) {
            throw RefusedFileException.unfit(
                    "The FIT file has no session, so nothing says when the activity began.");
        }
        String key = device.key(bytesKey);
        double distanceBefore = 0;
        for (int index = 0; index < sessions.size(); index++) {
            FitSession session = new FitSession(sessions.get(index));
            Points own = pointsOf(session);
            // Some devices count on through all sessions, others begin anew.
            double first = own.firstDistanceMetres().orElse(0.0);
            double counted = own.highestDistanceMetres();
            if (distanceBefore > 0 && first >= distanceBefore) {
                own = own.countedFrom(distanceBefore);
            }
            distanceBefore = counted;
            activities.add(record(ThingKeys.part(key, index), session, own, zone));
        }
    }

    private Points pointsOf(FitSession session) {
        Instant start = session.start();
        Instant end = session.end();
        // Records tell whole seconds, a session's end may have milliseconds.
        return start == null || end == null
                ? points
                : points.between(start, Instant.ofEpochMilli(wholeSeconds(end)));
    }

    private static long wholeSeconds(Instant end) {
        return Math.ceilDiv(end.toEpochMilli(), 1000L) * 1000;
    }

    private Activity record(String key, FitSession session, Points own, @Nullable ZoneId zone) {
        Activity record = BlankActivity.of(key, own.areMeasured());
        Provenance provenance = record.getProvenance();
        provenance.setDeviceId(device.id());
        provenance.setDeviceName(device.name());
        Instant start = session.start();
        Instant end = session.end();
        session.fill(record, start == null ? null : offsetSeconds(start, zone), sportName);
        record.setTrack(own.track());
        record.setHeartRate(own.heartRate());
        if (start != null && end != null) {
            record.setLaps(FitSession.laps(laps, start, end));
        }
        return record;
    }

    /** From the file's own local time, which devices write once, else by the sender's zone. */
    private @Nullable Integer offsetSeconds(Instant start, @Nullable ZoneId zone) {
        Instant written = activity == null ? null : activity.time(FitMessage.TIMESTAMP);
        Instant local = activity == null ? null : activity.time(5);
        if (written != null && local != null) {
            double minutes = Duration.between(written, local).toSeconds() / 60.0;
            // Zones differ by quarters of an hour; the two times may be read a moment apart.
            long quarters = Math.round(minutes / 15);
            if (Math.abs(minutes - quarters * 15) <= 1
                    && Math.abs(minutes) <= LONGEST_OFFSET_MINUTES) {
                return (int) (quarters * 15 * 60);
            }
        }
        return zone == null ? null : zone.getRules().getOffset(start).getTotalSeconds();
    }
}
