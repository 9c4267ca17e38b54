package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Some of a few things, none of them twice; also none at all. In the order in which they came. */
record Choices<T>(Choice<T> choice) implements Kind<List<T>> {

    @Override
    public ObjectNode schema() {
        return Lists.schema(0, choice.all().size(), choice.schema()).put("uniqueItems", true);
    }

    @Override
    public String rule() {
        return "a list of different words, each " + choice.rule();
    }

    @Override
    public Optional<List<T>> read(Form form, String name) {
        List<T> chosen = new ArrayList<>();
        JsonNode list = form.json().path(name);
        for (JsonNode item : list) {
            // What is no text is called nothing: no word is empty.
            choice.called(item.asText("")).filter(_ -> item.isTextual()).ifPresent(chosen::add);
        }
        boolean distinct = chosen.stream().distinct().count() == chosen.size();
        if (!list.isArray() || chosen.size() < list.size() || !distinct) {
            form.complain(name, "must be " + rule());
            return Optional.empty();
        }
        return Optional.of(List.copyOf(chosen));
    }

    @Override
    public List<T> standIn() {
        return List.of();
    }

    @Override
    public JsonNode write(List<T> value) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        value.forEach(thing -> list.add(choice.write(thing)));
        return list;
    }
}
