package io.pulseline.pipeline.booster;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.RecordingMethod;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.pipeline.booster.past.ActivityFigures;
import io.pulseline.pipeline.booster.past.Background;
import io.pulseline.pipeline.booster.past.Lookup;
import io.pulseline.pipeline.booster.past.PastActivity;
import io.pulseline.pipeline.booster.past.PastDay;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An earlier activity, told as a booster may know it: half an hour, sensed by a device. */
final class Past {
    private final OffsetDateTime start;
    private final String activityType;
    private double minutes = 30;
    private @Nullable Double distanceMetres;
    private @Nullable Double elevationGainMetres;
    private @Nullable Double averageHeartRate;
    private Map<Integer, Double> heartRateSeconds = Map.of();
    private Map<Integer, Double> bestEffortSeconds = Map.of();
    private String provider = OpenSets.Provider.FITBIT;

    private Past(String activityType, OffsetDateTime start) {
        this.activityType = activityType;
        this.start = start;
    }

    static Past of(String activityType, OffsetDateTime start) {
        return new Past(activityType, start);
    }

    static Past run(OffsetDateTime start) {
        return of("RUN", start);
    }

    Past minutes(double length) {
        minutes = length;
        return this;
    }

    Past metres(double distance) {
        distanceMetres = distance;
        return this;
    }

    Past gain(double metres) {
        elevationGainMetres = metres;
        return this;
    }

    /** All the time. */
    Past heart(int beatsPerMinute) {
        averageHeartRate = (double) beatsPerMinute;
        heartRateSeconds = Map.of(beatsPerMinute, minutes * 60);
        return this;
    }

    /** For how many seconds each heart rate held. */
    Past held(Map<Integer, Double> secondsByBeats) {
        heartRateSeconds = secondsByBeats;
        return this;
    }

    Past efforts(Map<Integer, Double> seconds) {
        bestEffortSeconds = seconds;
        return this;
    }

    Past from(String otherProvider) {
        provider = otherProvider;
        return this;
    }

    PastActivity activity() {
        Instant instant = start.toInstant();
        return new PastActivity(
                id(activityType + start + provider),
                "Earlier",
                activityType,
                instant,
                new ActivityFigures(
                        "Earlier",
                        activityType,
                        instant.toEpochMilli(),
                        start.getOffset().getTotalSeconds(),
                        minutes * 60,
                        null,
                        distanceMetres,
                        elevationGainMetres,
                        null,
                        averageHeartRate,
                        heartRateSeconds,
                        bestEffortSeconds,
                        provider,
                        RecordingMethod.SENSED));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The activity at hand as one of Fitbit's that a device sensed. */
    static Activity sensed(Activity activity) {
        activity.setRecordId(id("at hand").toString());
        Provenance provenance = new Provenance();
        provenance.setProvider(OpenSets.Provider.FITBIT);
        provenance.setRecordingMethod(RecordingMethod.SENSED);
        activity.setProvenance(provenance);
        return activity;
    }

    /** The booster, told of those earlier activities. */
    static Booster knowing(Booster booster, Activity activity, Past... earlier) {
        return knowing(booster, activity, List.of(), earlier);
    }

    /** The booster, told of what lies within its lookups. */
    static Booster knowing(
            Booster booster, Activity activity, List<PastDay> days, Past... earlier) {
        Background background = Background.at(Instant.parse("2030-01-01T00:00:00Z"));
        List<PastActivity> all = List.of(earlier).stream().map(Past::activity).toList();
        for (Lookup lookup : booster.lookups(activity)) {
            background =
                    switch (lookup) {
                        case Lookup.Activities asked ->
                                background.with(
                                        asked,
                                        all.stream()
                                                .filter(one ->
                                                        !one.startedAt().isBefore(asked.from()))
                                                .filter(one ->
                                                        one.startedAt().isBefore(asked.before()))
                                                .toList());
                        case Lookup.Days asked ->
                                background.with(
                                        asked,
                                        days.stream()
                                                .filter(day -> !day.date().isBefore(asked.first()))
                                                .filter(day -> !day.date().isAfter(asked.last()))
                                                .toList());
                        case Lookup.HeartRate _ -> throw new AssertionError("not asked here");
                    };
        }
        return booster.knowing(background);
    }
}
