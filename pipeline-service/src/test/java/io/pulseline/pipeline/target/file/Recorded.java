package io.pulseline.pipeline.target.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.contracts.OpenSets.ActivityType;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateZone;
import io.pulseline.contracts.health.Track;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.pipeline.Boost;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Activities as targets meet them. */
public final class Recorded {
    public static final String ID = "6f8f0a0c-7b5e-5d0a-9a54-0c7f6f3f2a10";

    /** A Saturday morning in Berlin. */
    public static final OffsetDateTime START = OffsetDateTime.parse("2026-06-13T07:30:00+02:00");

    private Recorded() {}

    /** An activity of which nothing is known but its type and when it began. */
    public static Activity bare(String type, OffsetDateTime start) {
        Activity activity = RecordJson.read(JsonNodeFactory.instance.objectNode(), Activity.class);
        activity.setRecordId(ID);
        activity.setActivityType(type);
        activity.setStartEpochMillis(start.toInstant().toEpochMilli());
        activity.setStartOffsetSeconds(start.getOffset().getTotalSeconds());
        return activity;
    }

    /** Ten minutes of weights with a break of two, a heart rate every five seconds, no track. */
    public static Activity strength() {
        Activity activity = bare(ActivityType.STRENGTH, START);
        activity.setTitle("Krafttraining für Zwei");
        activity.getProvenance().setDeviceName("Charge 6");
        activity.setElapsedMilliseconds(600_000L);
        activity.setActiveMilliseconds(480_000L);
        activity.setEnergyKilocalories(96.4);
        activity.setAverageHeartRateBeatsPerMinute(117.0);
        activity.setHeartRate(everyFiveSeconds(600));
        activity.setHeartRateZones(
                List.of(
                        new HeartRateZone("Out of Range", 30, 98, 1.0, 5.0),
                        new HeartRateZone("Fat Burn", 98, 137, 8.5, 80.0),
                        new HeartRateZone("Cardio", 137, 167, 0.5, 11.4),
                        new HeartRateZone("Peak", 167, 220, 0.0, 0.0)));
        return activity;
    }

    /** A run of 300 s with a point a second but for a pause of 60 s after 100 s. */
    public static Activity pausedRun(double latitude, double longitude, double altitude) {
        Activity activity = bare(ActivityType.RUN, START);
        activity.setElapsedMilliseconds(300_000L);
        activity.setActiveMilliseconds(240_000L);
        activity.setDistanceMetres(723.5);
        activity.setSteps(801);
        activity.setHeartRate(everyFiveSeconds(301));
        List<Integer> seconds =
                IntStream.rangeClosed(0, 300)
                        .filter(second -> second <= 100 || second >= 160)
                        .boxed()
                        .toList();
        activity.setTrack(track(START, seconds, latitude, longitude, altitude));
        return activity;
    }

    /** A track to the north-east at 3 m/s, slowly uphill. */
    public static Track track(
            OffsetDateTime start,
            List<Integer> seconds,
            double latitude,
            double longitude,
            double altitude) {
        return new Track(
                start.toInstant().toEpochMilli(),
                seconds.stream().map(second -> second * 1000).toList(),
                seconds.stream().map(second -> latitude + second * 1e-5).toList(),
                seconds.stream().map(second -> longitude + second * 1e-5).toList(),
                seconds.stream().map(second -> altitude + second * 0.2).toList(),
                seconds.stream().map(second -> second * 3.0).toList());
    }

    /** 100 to 139 beats per minute, up and up again. */
    public static HeartRateSamples everyFiveSeconds(int seconds) {
        List<Integer> offsets =
                IntStream.iterate(0, at -> at < seconds, at -> at + 5)
                        .mapToObj(at -> at * 1000)
                        .toList();
        return new HeartRateSamples(
                START.toInstant().toEpochMilli(),
                offsets,
                offsets.stream().map(at -> 100 + (at / 5000) % 40).toList());
    }

    /** Points that only have a time. */
    public static Track emptyTrack(List<Integer> milliseconds) {
        List<@Nullable Double> absent = Collections.nCopies(milliseconds.size(), null);
        return new Track(
                START.toInstant().toEpochMilli(), milliseconds, absent, absent, absent, absent);
    }

    /** What a booster has counted. */
    public static Boost boost(String booster, Map<String, Double> values) {
        return new Boost(booster, "ADDED", null, null, values, Map.of());
    }
}
