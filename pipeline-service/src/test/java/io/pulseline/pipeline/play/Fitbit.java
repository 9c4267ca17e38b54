package io.pulseline.pipeline.play;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.Completeness;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.contracts.health.Track;
import io.pulseline.pipeline.MetricDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A person's Fitbit: records as the normalizer writes them. */
final class Fitbit {
    private static final int SECONDS_PER_SAMPLE = 10;
    private static final int MILLISECONDS = 1_000;

    private final UUID user;

    Fitbit(UUID user) {
        this.user = user;
    }

    UUID recordId(int number) {
        return Ids.record(user, RecordType.ACTIVITY, thingKey(number));
    }

    private static String thingKey(int number) {
        return Ids.thingKey("FITBIT", "play-" + number);
    }

    /** A workout with heart rate and, outdoors, a track; ten seconds from sample to sample. */
    Activity activity(Workout workout, Instant captured) {
        Activity activity = blank(workout.number(), captured);
        activity.setTitle(workout.title());
        activity.setActivityType(workout.type());
        activity.setStartEpochMillis(workout.startedAt().toEpochMilli());
        activity.setStartOffsetSeconds(workout.start().getOffset().getTotalSeconds());
        activity.setElapsedMilliseconds((long) workout.seconds() * MILLISECONDS);
        activity.setDistanceMetres(workout.hasDistance() ? workout.metres() : null);
        activity.setEnergyKilocalories(workout.energyKilocalories());
        List<Integer> offsets = offsets(workout);
        activity.setHeartRate(
                new HeartRateSamples(
                        workout.startedAt().toEpochMilli(),
                        offsets,
                        Collections.nCopies(offsets.size(), workout.beatsPerMinute())));
        activity.setTrack(workout.hasTrack() ? track(workout, offsets) : null);
        return hashed(activity);
    }

    Activity withoutHeartRate(Workout workout, Instant captured) {
        Activity activity = activity(workout, captured);
        activity.setHeartRate(null);
        return hashed(activity);
    }

    /** What the normalizer says of an activity that its source no longer has. */
    Activity deletion(int number, Instant captured) {
        Activity activity = blank(number, captured);
        activity.setDeleted(true);
        return hashed(activity);
    }

    private Activity blank(int number, Instant captured) {
        Activity activity = new Activity();
        activity.setRecordId(recordId(number).toString());
        activity.setUser(user.toString());
        activity.setThingKey(thingKey(number));
        activity.setRevision(Revision.of(captured.toEpochMilli(), 1));
        activity.setAcquisition(Acquisition.LIVE);
        activity.setCompleteness(Completeness.COMPLETE);
        activity.setMissingParts(List.of());
        activity.setProvenance(provenance("play-" + number, captured));
        activity.setActivityType("OTHER");
        return activity;
    }

    private static Provenance provenance(String id, Instant captured) {
        return new Provenance(
                "FITBIT",
                id,
                "payload",
                1,
                captured.toEpochMilli(),
                RecordingMethod.SENSED,
                null,
                null,
                null);
    }

    private static Activity hashed(Activity activity) {
        activity.setContentHash(ContentHash.of(activity));
        return activity;
    }

    private static List<Integer> offsets(Workout workout) {
        return IntStream.rangeClosed(0, workout.seconds() / SECONDS_PER_SAMPLE)
                .map(sample -> sample * SECONDS_PER_SAMPLE * MILLISECONDS)
                .boxed()
                .toList();
    }

    private static Track track(Workout workout, List<Integer> offsets) {
        Track track = new Track();
        track.setStartEpochMillis(workout.startedAt().toEpochMilli());
        track.setOffsetMilliseconds(offsets);
        track.setLatitudeDegrees(Collections.nCopies(offsets.size(), null));
        track.setLongitudeDegrees(Collections.nCopies(offsets.size(), null));
        track.setAltitudeMetres(Collections.nCopies(offsets.size(), null));
        track.setDistanceMetres(
                offsets.stream()
                        .map(offset ->
                                (long) offset
                                        / MILLISECONDS
                                        * workout.centimetresPerSecond()
                                        / 100.0)
                        .toList());
        return track;
    }

    /**
     * The hours in which a workout lies, told to their ends, a sample a minute.
     *
     * @param from nothing is measured before
     * @param to nothing is measured from then on
     */
    List<HeartRateSeries> hours(Workout workout, Instant from, Instant to, Instant captured) {
        List<HeartRateSeries> hours = new ArrayList<>();
        for (Instant hour = workout.startedAt().truncatedTo(ChronoUnit.HOURS);
                hour.isBefore(workout.endedAt());
                hour = hour.plus(1, ChronoUnit.HOURS)) {
            hours.add(hour(hour, minutes(hour, from, to), workout.beatsPerMinute(), captured));
        }
        return hours;
    }

    private static List<Integer> minutes(Instant hour, Instant from, Instant to) {
        return IntStream.range(0, 60)
                .filter(minute -> {
                    Instant at = hour.plus(minute, ChronoUnit.MINUTES);
                    return !at.isBefore(from) && at.isBefore(to);
                })
                .map(minute -> minute * 60 * MILLISECONDS)
                .boxed()
                .toList();
    }

    private HeartRateSeries hour(
            Instant start, List<Integer> offsets, int beatsPerMinute, Instant captured) {
        LocalDate date = start.atZone(Plan.HOME).toLocalDate();
        Instant midnight = date.atStartOfDay(Plan.HOME).toInstant();
        int slot = Math.toIntExact(Duration.between(midnight, start).toHours());
        return MetricDays.captured(
                new MetricDays(user, Plan.HOME)
                        .hour(
                                date,
                                slot,
                                offsets,
                                Collections.nCopies(offsets.size(), beatsPerMinute)),
                captured);
    }
}
