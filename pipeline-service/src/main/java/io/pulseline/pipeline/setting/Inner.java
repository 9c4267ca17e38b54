package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.util.Optional;

/** An object with settings of its own. */
record Inner(Settings settings) implements Kind<Values> {

    @Override
    public ObjectNode schema() {
        return settings.inner();
    }

    @Override
    public String rule() {
        return "an object";
    }

    @Override
    public Optional<Values> read(Form form, String name) {
        return Optional.of(settings.read(form.form(name)));
    }

    @Override
    public Values standIn() {
        return settings.read(Form.of(JsonNodeFactory.instance.objectNode()));
    }

    @Override
    public JsonNode write(Values value) {
        return value.shown();
    }
}
