package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.util.Optional;

/** A whole number; {@code 7.0} is one, as in JSON Schema. */
record WholeNumber(int least, int most) implements Kind<Integer> {
    WholeNumber {
        if (least > most) {
            throw new IllegalArgumentException("least " + least + " is above most " + most);
        }
    }

    @Override
    public ObjectNode schema() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "integer")
                .put("minimum", least)
                .put("maximum", most);
    }

    @Override
    public String rule() {
        return "a whole number from " + least + " to " + most;
    }

    @Override
    public Optional<Integer> read(Form form, String name) {
        JsonNode json = form.json().path(name);
        double value = json.doubleValue();
        if (!json.isNumber() || value != Math.rint(value) || value < least || value > most) {
            form.complain(name, "must be " + rule());
            return Optional.empty();
        }
        return Optional.of((int) value);
    }

    @Override
    public Integer standIn() {
        return least;
    }

    @Override
    public JsonNode write(Integer value) {
        return IntNode.valueOf(value);
    }
}
