package io.pulseline.pipeline.booster;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.Track;
import java.util.List;
import java.util.Map;

/** What boosters say, for tests. */
final class Boosts {
    private Boosts() {}

    static BoostOutcome.Added added(Booster booster, Activity activity) {
        return switch (booster.boost(activity)) {
            case BoostOutcome.Added added -> added;
            case BoostOutcome other -> throw new AssertionError("not added, but " + other);
        };
    }

    static Map<String, Double> figures(Booster booster, Activity activity) {
        return added(booster, activity).values();
    }

    static String text(Booster booster, Activity activity) {
        String text = added(booster, activity).text();
        if (text == null) {
            throw new AssertionError("no text");
        }
        return text;
    }

    /** Nothing but a type. */
    static Activity bare(String activityType) {
        Activity activity = new Activity();
        activity.setActivityType(activityType);
        return activity;
    }

    static Track emptyTrack() {
        return new Track(Outing.START, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** A single point with everything. */
    static Track onePoint() {
        return new Track(
                Outing.START,
                List.of(0),
                List.of(47.0),
                List.of(9.0),
                List.of(400.0),
                List.of(0.0));
    }
}
