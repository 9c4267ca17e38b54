package io.pulseline.pipeline;

import io.pulseline.contracts.ContentHash;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.Acquisition;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.Revision;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.health.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Activities for tests: a run of 32 minutes, as a Fitbit gives it. */
public final class Activities {
    public static final Duration ELAPSED = Duration.ofMinutes(32);

    private Activities() {}

    /** A live run of that user which ended at {@code end}; captured one second later. */
    public static Activity run(UUID user, String thing, Instant end) {
        String thingKey = Ids.thingKey("FITBIT", thing);
        long captured = end.plusSeconds(1).toEpochMilli();
        Activity run = new Activity();
        run.setRecordId(Ids.record(user, "activity", thingKey).toString());
        run.setUser(user.toString());
        run.setThingKey(thingKey);
        run.setRevision(Revision.of(captured, 1));
        run.setAcquisition(Acquisition.LIVE);
        run.setCompleteness("COMPLETE");
        run.setMissingParts(List.of());
        run.setProvenance(
                new Provenance("FITBIT", thing, "p1", 1, captured, "SENSED", null, null, null));
        run.setTitle("Morning run");
        run.setActivityType(ActivityType.RUN);
        run.setProviderActivityTypeName("Run");
        run.setStartEpochMillis(end.minus(ELAPSED).toEpochMilli());
        run.setStartOffsetSeconds(3600);
        run.setElapsedMilliseconds(ELAPSED.toMillis());
        run.setDistanceMetres(5123.4);
        run.setHeartRate(heartRate(end.minus(ELAPSED)));
        run.setHeartRateZones(zones());
        return hashed(run);
    }

    /** The same thing, captured later, with another title. */
    public static Activity renamed(Activity activity, String title) {
        Activity later = new Activity();
        activity.getSchema()
                .getFields()
                .forEach(field -> later.put(field.pos(), activity.get(field.pos())));
        later.setRevision(activity.getRevision() + 1024);
        later.setTitle(title);
        return hashed(later);
    }

    /** The same thing with its hash brought up to date. */
    public static Activity hashed(Activity activity) {
        activity.setContentHash(ContentHash.of(activity));
        return activity;
    }

    /** Two minutes of one sample a second: 100, then 150 beats per minute. */
    private static HeartRateSamples heartRate(Instant start) {
        return new HeartRateSamples(
                start.toEpochMilli(),
                IntStream.range(0, 120).map(second -> second * 1000).boxed().toList(),
                IntStream.range(0, 120).map(second -> second < 60 ? 100 : 150).boxed().toList());
    }

    private static List<HeartRateZone> zones() {
        return List.of(
                new HeartRateZone("Out of Range", 30, 110, 10.0, null),
                new HeartRateZone("Fat Burn", 110, 140, 0.0, null),
                new HeartRateZone("Cardio", 140, 170, 22.0, null),
                new HeartRateZone("Peak", 170, 220, 0.0, null));
    }
}
