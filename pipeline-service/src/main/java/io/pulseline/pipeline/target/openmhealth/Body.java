package io.pulseline.pipeline.target.openmhealth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A body while it is filled. What is null is left out. */
final class Body {
    static final String STATISTIC = "descriptive_statistic";

    private final TimeFrame when;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private Body(TimeFrame when) {
        this.when = when;
    }

    static Body of(TimeFrame when) {
        Body body = new Body(when);
        body.json.set("effective_time_frame", when.json());
        return body;
    }

    /** A value in that unit. */
    Body measure(String name, @Nullable Number value, String unit) {
        if (value != null) {
            json.set(name, measure(value, unit));
        }
        return this;
    }

    Body word(String name, String word) {
        json.put(name, word);
        return this;
    }

    Body flag(String name, @Nullable Boolean flag) {
        if (flag != null) {
            json.put(name, flag);
        }
        return this;
    }

    Body with(String name, JsonNode value) {
        json.set(name, value);
        return this;
    }

    TimeFrame when() {
        return when;
    }

    /** What sort of summary of many values it is; empty for a single one. */
    String statistic() {
        return json.path(STATISTIC).asText();
    }

    ObjectNode json() {
        return json;
    }

    static ObjectNode measure(Number value, String unit) {
        ObjectNode measure = JsonNodeFactory.instance.objectNode();
        double number = value.doubleValue();
        if (number == Math.rint(number)) {
            measure.put("value", value.longValue());
        } else {
            measure.put("value", number);
        }
        return measure.put("unit", unit);
    }
}
