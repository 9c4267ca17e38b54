package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.util.List;
import java.util.Optional;

/** A list of texts. */
record Texts(int fewest, int most, Text item) implements Kind<List<String>> {

    @Override
    public ObjectNode schema() {
        return Lists.schema(fewest, most, item.schema());
    }

    @Override
    public String rule() {
        return "a list of " + fewest + " to " + most + " texts";
    }

    @Override
    public Optional<List<String>> read(Form form, String name) {
        return form.optionalTexts(name, fewest, most, item.longest());
    }

    @Override
    public List<String> standIn() {
        return List.of();
    }

    @Override
    public JsonNode write(List<String> value) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        value.forEach(list::add);
        return list;
    }
}
