package io.pulseline.pipeline.target.openmhealth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Schemas of the bodies we write: newest ones of Open mHealth ({@code omh}) that are not
 * deprecated, IEEE 1752.1 ({@code ieee}), and where neither has one our own ({@code pulseline}).
 */
enum SchemaId {
    HEART_RATE("omh", "heart-rate", "2.0"),
    OXYGEN_SATURATION("omh", "oxygen-saturation", "2.0"),
    RESPIRATORY_RATE("omh", "respiratory-rate", "2.0"),
    CALORIES_BURNED("omh", "calories-burned", "2.0"),
    BODY_WEIGHT("omh", "body-weight", "3.0"),
    BODY_MASS_INDEX("omh", "body-mass-index", "3.0"),
    BODY_FAT_PERCENTAGE("omh", "body-fat-percentage", "2.0"),
    PHYSICAL_ACTIVITY("ieee", "physical-activity", "1.0"),
    SLEEP_EPISODE("ieee", "sleep-episode", "1.0"),
    SLEEP_STAGE_SUMMARY("ieee", "sleep-stage-summary", "1.0"),

    /** Local to us: neither family has a schema for it. */
    HEART_RATE_VARIABILITY("pulseline", "heart-rate-variability", "1.0");

    private final String namespace;
    private final String word;
    private final String version;

    SchemaId(String namespace, String word, String version) {
        this.namespace = namespace;
        this.word = word;
        this.version = version;
    }

    /** For example {@code omh:heart-rate:2.0}. */
    String text() {
        return namespace + ":" + word + ":" + version;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("namespace", namespace)
                .put("name", word)
                .put("version", version);
    }
}
