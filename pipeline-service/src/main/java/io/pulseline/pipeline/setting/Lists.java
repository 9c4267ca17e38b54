package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What all kinds that are lists say of themselves. */
final class Lists {
    private Lists() {}

    static ObjectNode schema(int fewest, int most, ObjectNode items) {
        ObjectNode schema =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "array")
                        .put("minItems", fewest)
                        .put("maxItems", most);
        schema.set("items", items);
        return schema;
    }
}
