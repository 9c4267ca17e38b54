package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.util.List;
import java.util.Optional;

/** A list of objects, each with settings of its own. */
record Items(int fewest, int most, Settings settings) implements Kind<List<Values>> {

    @Override
    public ObjectNode schema() {
        return Lists.schema(fewest, most, settings.inner());
    }

    @Override
    public String rule() {
        return "a list of " + fewest + " to " + most + " objects";
    }

    @Override
    public Optional<List<Values>> read(Form form, String name) {
        return Optional.of(form.forms(name, fewest, most).stream().map(settings::read).toList());
    }

    @Override
    public List<Values> standIn() {
        return List.of();
    }

    @Override
    public JsonNode write(List<Values> value) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        value.forEach(item -> list.add(item.shown()));
        return list;
    }
}
