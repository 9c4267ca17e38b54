package io.pulseline.localstack.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.localstack.client.Http;
import java.util.List;
import java.util.Set;

/** The demo's two pipelines, to every kind of target there is. */
final class DemoPipelines {
    /** Topics of their own; the operator's prefix stands before them. */
    static final String WORKOUT_TOPIC = "demo.workouts";

    static final String NIGHT_TOPIC = "demo.nights";

    /** What of a night is told. */
    static final List<String> NIGHT =
            List.of(
                    RecordType.SLEEP,
                    RecordType.HEART_RATE_VARIABILITY,
                    RecordType.OXYGEN_SATURATION,
                    RecordType.RESPIRATORY_RATE);

    private static final String WORKOUTS = "Demo: workouts with zones";
    private static final String NIGHTS = "Demo: nights";

    private DemoPipelines() {}

    static Set<String> names() {
        return Set.of(WORKOUTS, NIGHTS);
    }

    /** Four boosters, six targets. */
    static ObjectNode workouts(DemoPlaces places) {
        ObjectNode pipeline = Http.JSON.createObjectNode();
        pipeline.put("name", WORKOUTS).put("enabled", true);
        pipeline.putObject("trigger").put("record", "activity");
        ArrayNode boosters = pipeline.putArray("boosters");
        typeMapper(boosters);
        for (String booster :
                List.of("fitbit-heart-rate", "heart-rate-summary", "heart-rate-zones")) {
            boosters.addObject().put("id", booster).putObject("configuration");
        }
        ArrayNode targets = pipeline.putArray("targets");
        common(targets, places, WORKOUT_TOPIC);
        var _ = target(targets, "strava");
        return pipeline;
    }

    private static void typeMapper(ArrayNode boosters) {
        ArrayNode rules =
                boosters.addObject()
                        .put("id", "type-mapper")
                        .putObject("configuration")
                        .putArray("rules");
        rules.addObject()
                .put("field", "title")
                .put("match", "equals")
                .put("value", "Treadmill")
                .put("type", "TREADMILL_RUN");
        rules.addObject()
                .put("field", "providerActivityTypeName")
                .put("match", "contains")
                .put("value", "run")
                .put("type", "INTERVAL_TRAINING");
    }

    /** No boosters, five targets: Strava takes no metrics. */
    static ObjectNode nights(DemoPlaces places) {
        ObjectNode pipeline = Http.JSON.createObjectNode();
        // The night was over before the demo began.
        pipeline.put("name", NIGHTS).put("enabled", true).put("includeEarlier", true);
        ArrayNode metrics =
                pipeline.putObject("trigger").put("record", "metric").putArray("metrics");
        NIGHT.forEach(metrics::add);
        pipeline.putArray("boosters");
        common(pipeline.putArray("targets"), places, NIGHT_TOPIC);
        return pipeline;
    }

    private static void common(ArrayNode targets, DemoPlaces places, String topic) {
        target(targets, "webhook")
                .put("url", places.webhook().toString())
                .put("secret", places.webhookSecret())
                .put("inlineSeries", true);
        target(targets, "kafka").put("topic", topic);
        target(targets, "fhir")
                .put("baseUrl", places.fhir().toString())
                .put("patient", "Patient/1")
                .put("authentication", "bearer")
                .put("secret", places.fhirToken());
        target(targets, "intervals-icu")
                .put("athleteId", places.athlete())
                .put("apiKey", places.athleteKey());
        target(targets, "file-archive").put("folder", places.name());
    }

    private static ObjectNode target(ArrayNode targets, String id) {
        return targets.addObject().put("id", id).putObject("configuration");
    }
}
