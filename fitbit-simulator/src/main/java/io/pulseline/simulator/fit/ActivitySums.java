package io.pulseline.simulator.fit;

import static io.pulseline.simulator.fit.NotAnActivityException.require;

import io.pulseline.simulator.fit.NotAnActivityException.Reason;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Sums up the messages of a file; fields by their numbers in FIT's profile. */
final class ActivitySums {
    private static final int FILE_ID_TYPE = 0;
    private static final long TYPE_ACTIVITY = 4;

    private static final int SESSION_START = 2;
    private static final int SESSION_SPORT = 5;
    private static final int SESSION_SUB_SPORT = 6;
    private static final int SESSION_ELAPSED = 7;
    private static final int SESSION_TIMER = 8;
    private static final int SESSION_DISTANCE = 9;
    private static final int SESSION_CALORIES = 11;
    private static final int SESSION_AVERAGE_HEART_RATE = 16;

    private static final int RECORD_LATITUDE = 0;
    private static final int RECORD_LONGITUDE = 1;
    private static final int RECORD_HEART_RATE = 3;

    private static final int ACTIVITY_LOCAL_TIMESTAMP = 5;

    private static final double MILLISECONDS = 1_000;
    private static final double CENTIMETRES = 100;
    private static final long FURTHEST_OFFSET = ZoneOffset.MAX.getTotalSeconds();

    private int fileIds;
    private @Nullable Long type;
    private int sessions;
    private @Nullable FitMessage session;
    private int activities;
    private @Nullable ZoneOffset offset;
    private int records;
    private int heartRates;
    private int positions;
    private int laps;
    private @Nullable Instant lastRecord;
    private @Nullable Reason complaintOfRecords;

    void add(FitMessage message) throws NotAnActivityException {
        switch (message.number()) {
            case FitMessage.FILE_ID -> {
                fileIds++;
                type = message.value(FILE_ID_TYPE);
            }
            case FitMessage.SESSION -> {
                sessions++;
                session = message;
            }
            case FitMessage.LAP -> laps++;
            case FitMessage.RECORD -> addRecord(message);
            case FitMessage.ACTIVITY -> {
                activities++;
                offset = offset(message);
            }
            default -> {}
        }
    }

    private void addRecord(FitMessage message) {
        records++;
        if (message.has(RECORD_HEART_RATE)) {
            heartRates++;
        }
        if (message.has(RECORD_LATITUDE) && message.has(RECORD_LONGITUDE)) {
            positions++;
        }
        Instant time = message.time(FitMessage.TIMESTAMP);
        if (complaintOfRecords == null) {
            complaintOfRecords = complaint(time);
        }
        lastRecord = time;
    }

    private @Nullable Reason complaint(@Nullable Instant time) {
        if (time == null) {
            return Reason.NO_TIME;
        }
        return lastRecord != null && time.isBefore(lastRecord) ? Reason.TIME_GOES_BACK : null;
    }

    /** Both times count the same seconds, one of them on the wearer's clock. */
    private static @Nullable ZoneOffset offset(FitMessage activity) throws NotAnActivityException {
        Long utc = activity.value(FitMessage.TIMESTAMP);
        Long local = activity.value(ACTIVITY_LOCAL_TIMESTAMP);
        if (utc == null || local == null) {
            return null;
        }
        long seconds = local - utc;
        require(Math.abs(seconds) <= FURTHEST_OFFSET, Reason.MALFORMED);
        return ZoneOffset.ofTotalSeconds((int) seconds);
    }

    /**
     * What they say together.
     *
     * @throws NotAnActivityException if that is no activity
     */
    FitActivity activity() throws NotAnActivityException {
        require(fileIds == 1 && type != null && type == TYPE_ACTIVITY, Reason.OTHER_TYPE);
        require(activities == 1, Reason.NOT_ONE_ACTIVITY);
        if (session == null || sessions != 1) {
            throw new NotAnActivityException(Reason.NOT_ONE_SESSION);
        }
        Integer sport = session.number(SESSION_SPORT);
        Instant start = session.time(SESSION_START);
        if (sport == null) {
            throw new NotAnActivityException(Reason.NO_SPORT);
        }
        if (start == null) {
            throw new NotAnActivityException(Reason.NO_TIME);
        }
        if (complaintOfRecords != null) {
            throw new NotAnActivityException(complaintOfRecords);
        }
        return activity(session, FitSports.sport(sport), start);
    }

    private FitActivity activity(FitMessage one, String sport, Instant start)
            throws NotAnActivityException {
        Integer subSport = one.number(SESSION_SUB_SPORT);
        return new FitActivity(
                sport,
                subSport == null ? null : FitSports.subSport(subSport),
                start,
                offset,
                one.scaled(SESSION_ELAPSED, MILLISECONDS),
                one.scaled(SESSION_TIMER, MILLISECONDS),
                one.scaled(SESSION_DISTANCE, CENTIMETRES),
                one.number(SESSION_CALORIES),
                one.number(SESSION_AVERAGE_HEART_RATE),
                records,
                heartRates,
                positions,
                laps);
    }
}
