package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** The settings of one object, in the order in which people are asked for them. */
public final class Settings {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final List<Setting<?>> all;
    private final BiConsumer<Values, Form> rule;

    private Settings(List<Setting<?>> all, BiConsumer<Values, Form> rule) {
        this.all = all;
        this.rule = rule;
        if (all.stream().map(Setting::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two settings of one name among " + names());
        }
    }

    /** These, and no others. */
    public static Settings of(Setting<?>... all) {
        return new Settings(List.of(all), (_, _) -> {});
    }

    /**
     * The same with a rule that no single setting can see, such as least below most. It notes in
     * the form what is wrong, and is only asked where every setting alone is right. The schema does
     * not know of it.
     */
    public Settings check(BiConsumer<Values, Form> further) {
        return new Settings(all, rule.andThen(further));
    }

    /** As a JSON Schema, draft 2020-12. */
    public ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("$schema", DIALECT);
        schema.setAll(inner());
        return schema;
    }

    /** The same as a part of a schema. */
    ObjectNode inner() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        all.forEach(setting -> properties.set(setting.name(), setting.schema()));
        ArrayNode required = schema.putArray("required");
        all.stream().filter(Setting::isRequired).map(Setting::name).forEach(required::add);
        return schema.put("additionalProperties", false);
    }

    /**
     * Reads an object. Whatever is wrong with it, unknown fields too, is noted in the form; the
     * values are then harmless, but not what the user meant.
     */
    public Values read(Form form) {
        Values values = new Values(this, form.quiet());
        if (!form.isQuiet()) {
            form.knowsOnly(names().toArray(String[]::new));
            all.forEach(setting -> {
                var _ = setting.read(form);
            });
            if (!form.isWrong()) {
                rule.accept(values, form);
            }
        }
        return values;
    }

    /**
     * What is made of an object with these settings; empty if anything is wrong, which is then
     * noted in the form.
     *
     * @param made only asked for right values; may note what it alone can see
     */
    public <R> Optional<R> made(Form form, BiFunction<Values, Form, R> made) {
        Values values = read(form);
        if (form.isWrong()) {
            return Optional.empty();
        }
        R result = made.apply(values, form);
        return form.isWrong() ? Optional.empty() : Optional.of(result);
    }

    /** Name of the setting that is taken and never shown; empty if there is none. */
    public Optional<String> secretName() {
        return all.stream().filter(Setting::isSecret).map(Setting::name).findFirst();
    }

    List<Setting<?>> all() {
        return all;
    }

    private List<String> names() {
        return all.stream().map(Setting::name).toList();
    }
}
