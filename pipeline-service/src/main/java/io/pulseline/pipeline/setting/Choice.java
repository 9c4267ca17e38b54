package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pulseline.pipeline.form.Form;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of a few things.
 *
 * @param all in the order in which people are shown them
 * @param word what each is called in configurations
 */
record Choice<T>(List<T> all, Function<T, String> word) implements Kind<T> {
    Choice {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to choose from");
        }
    }

    static <E extends Enum<E> & Word> Choice<E> of(Class<E> type) {
        return new Choice<>(List.of(type.getEnumConstants()), Word::word);
    }

    static Choice<String> of(List<String> words) {
        return new Choice<>(words, Function.identity());
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        ArrayNode words = schema.putArray("enum");
        words().forEach(words::add);
        return schema;
    }

    @Override
    public String rule() {
        return "one of " + String.join(", ", words());
    }

    @Override
    public Optional<T> read(Form form, String name) {
        return form.optionalChoice(name, words()).flatMap(this::called);
    }

    @Override
    public T standIn() {
        return all.getFirst();
    }

    @Override
    public JsonNode write(T value) {
        return TextNode.valueOf(word.apply(value));
    }

    List<String> words() {
        return all.stream().map(word).toList();
    }

    Optional<T> called(String sought) {
        return all.stream().filter(thing -> word.apply(thing).equals(sought)).findFirst();
    }
}
