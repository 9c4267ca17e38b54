package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.util.Optional;

/** Yes or no. */
record Flag() implements Kind<Boolean> {

    @Override
    public ObjectNode schema() {
        return JsonNodeFactory.instance.objectNode().put("type", "boolean");
    }

    @Override
    public String rule() {
        return "true or false";
    }

    @Override
    public Optional<Boolean> read(Form form, String name) {
        JsonNode json = form.json().path(name);
        if (!json.isBoolean()) {
            form.complain(name, "must be " + rule());
            return Optional.empty();
        }
        return Optional.of(json.booleanValue());
    }

    @Override
    public Boolean standIn() {
        return false;
    }

    @Override
    public JsonNode write(Boolean value) {
        return BooleanNode.valueOf(value);
    }
}
