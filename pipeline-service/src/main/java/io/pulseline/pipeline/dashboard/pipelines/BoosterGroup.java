package io.pulseline.pipeline.dashboard.pipelines;

import io.pulseline.pipeline.dashboard.Texts;
import java.util.List;

/**
 * Boosters that people look for at one place.
 *
 * @param word of its text
 * @param boosters their ids
 */
record BoosterGroup(String word, List<String> boosters) {
    private static final List<BoosterGroup> ALL =
            List.of(
                    of("CHOOSING", "activity-filter", "logic-gate", "type-mapper", "condition"),
                    of(
                            "HEART",
                            "fitbit-heart-rate",
                            "heart-rate-summary",
                            "heart-rate-zones",
                            "training-load",
                            "recovery",
                            "effort-score",
                            "calories"),
                    of(
                            "MOVEMENT",
                            "pace-summary",
                            "speed-summary",
                            "elevation-summary",
                            "intervals",
                            "virtual-gps",
                            "route-thumbnail"),
                    of(
                            "PROGRESS",
                            "personal-records",
                            "streak",
                            "goals",
                            "distance-milestones",
                            "auto-increment"),
                    of("METRICS", "baseline", "missing-data"),
                    of("MORE", "source-link"));

    BoosterGroup {
        boosters = List.copyOf(boosters);
    }

    private static BoosterGroup of(String word, String... boosters) {
        return new BoosterGroup(word, List.of(boosters));
    }

    /** In the order in which people are shown them. */
    static List<BoosterGroup> all() {
        return ALL;
    }

    boolean has(String booster) {
        return boosters.contains(booster);
    }

    String title() {
        return Texts.say("pipelines_group_" + word);
    }
}
