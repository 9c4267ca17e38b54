package io.pulseline.benchmarks.life;

import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.OpenSets.Completeness;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.health.Lap;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Activities of three hours, with a point each second. */
public final class ThreeHours {
    /** A Saturday morning in Berlin. */
    public static final OffsetDateTime START = OffsetDateTime.parse("2026-06-13T07:30:00+02:00");

    /** Start to end. */
    public static final Duration LENGTH = Duration.ofSeconds(Course.SECONDS);

    private static final UUID USER = UUID.fromString("5b0f4a3e-6d52-4f0e-9a53-6f2c6f0f3a11");
    private static final double RUNNING_METRES_PER_SECOND = 2.9;
    private static final double RIDING_METRES_PER_SECOND = 8.5;
    private static final int LAP_SECONDS = 900;

    private ThreeHours() {}

    /** A run with satellite receiver, barometer and heart rate, as a Fitbit gives it. */
    public static Activity outdoor() {
        Course course = new Course(RUNNING_METRES_PER_SECOND);
        Activity run = activity(course, ActivityType.RUN, OpenSets.Provider.FITBIT, "34988321456");
        run.setTitle("Long run with the club");
        run.setDescription("Twice around the lake, eight times fast on the second lap.");
        run.setTrack(track(course, course.latitudeDegrees, course.longitudeDegrees));
        run.setHeartRate(heartRate(course));
        run.setHeartRateZones(zones());
        return run;
    }

    /** A ride on a trainer, from a file: distance and altitude, neither places nor heart rate. */
    public static Activity indoor() {
        Course course = new Course(RIDING_METRES_PER_SECOND);
        Activity ride =
                activity(course, ActivityType.INDOOR_RIDE, OpenSets.Provider.FILE, "trainer");
        ride.setTitle("Trainer with the club");
        List<Double> nowhere = Collections.nCopies(course.offsetMilliseconds.size(), null);
        ride.setTrack(track(course, nowhere, nowhere));
        return ride;
    }

    /** What the heart does meanwhile, told each second. */
    public static HeartRateSamples heartMeanwhile() {
        return heartRate(new Course(RIDING_METRES_PER_SECOND));
    }

    private static Activity activity(Course course, String type, String provider, String thing) {
        String thingKey = Ids.thingKey(provider, thing);
        long captured = START.toInstant().plus(LENGTH).toEpochMilli();
        Activity activity = new Activity();
        activity.setRecordId(Ids.record(USER, "activity", thingKey).toString());
        activity.setUser(USER.toString());
        activity.setThingKey(thingKey);
        activity.setRevision(Revision.of(captured, 1));
        activity.setContentHash("");
        activity.setAcquisition(Acquisition.LIVE);
        activity.setCompleteness(Completeness.COMPLETE);
        activity.setMissingParts(List.of());
        activity.setProvenance(
                new Provenance(
                        provider,
                        thing,
                        null,
                        1,
                        captured,
                        RecordingMethod.SENSED,
                        null,
                        null,
                        null));
        activity.setActivityType(type);
        activity.setStartEpochMillis(start());
        activity.setStartOffsetSeconds(START.getOffset().getTotalSeconds());
        activity.setElapsedMilliseconds(LENGTH.toMillis());
        activity.setDistanceMetres(course.metres());
        activity.setLaps(laps(course));
        return activity;
    }

    private static Track track(Course course, List<Double> latitudes, List<Double> longitudes) {
        return new Track(
                start(),
                course.offsetMilliseconds,
                latitudes,
                longitudes,
                course.altitudeMetres,
                course.distanceMetres);
    }

    private static HeartRateSamples heartRate(Course course) {
        return new HeartRateSamples(start(), course.offsetMilliseconds, course.beatsPerMinute);
    }

    private static List<Lap> laps(Course course) {
        List<Lap> laps = new ArrayList<>();
        for (int from = 0; from < Course.SECONDS; from += LAP_SECONDS) {
            double metres =
                    course.distanceMetres.get(from + LAP_SECONDS) - course.distanceMetres.get(from);
            laps.add(new Lap(start() + from * 1000L, LAP_SECONDS * 1000L, metres, null));
        }
        return laps;
    }

    private static List<HeartRateZone> zones() {
        return List.of(
                new HeartRateZone("Out of Range", 30, 110, 5.0, null),
                new HeartRateZone("Fat Burn", 110, 140, 40.0, null),
                new HeartRateZone("Cardio", 140, 170, 120.0, null),
                new HeartRateZone("Peak", 170, 220, 15.0, null));
    }

    private static long start() {
        return START.toInstant().toEpochMilli();
    }

    /** Some minutes after the end: all has come. */
    public static Instant now() {
        return START.toInstant().plus(LENGTH).plus(Duration.ofMinutes(20));
    }
}
