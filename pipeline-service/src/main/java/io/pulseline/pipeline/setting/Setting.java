package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may be set. It must be given, unless it has a default or is optional; null in JSON
 * is as if it were not there. Immutable: every method gives another setting.
 *
 * @param <T> what it is read as
 */
public final class Setting<T> {
    private final Kind<T> kind;
    private final Label label;
    private final @Nullable T whenAbsent;

    private Setting(Kind<T> kind, Label label, @Nullable T whenAbsent) {
        this.kind = kind;
        this.label = label;
        this.whenAbsent = whenAbsent;
    }

    /** What it says of itself to people. */
    private record Label(String name, String title, String description, boolean secret) {
        static Label of(String name) {
            String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
            String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            return new Label(name, title, "", false);
        }
    }

    private static <T> Setting<T> of(String name, Kind<T> kind) {
        return new Setting<>(kind, Label.of(name), null);
    }

    /** From {@code least} to {@code most}, both included. */
    public static Setting<Integer> wholeNumber(String name, int least, int most) {
        return of(name, new WholeNumber(least, most));
    }

    /** From {@code least} to {@code most}, both included. */
    public static Setting<Double> number(String name, double least, double most) {
        return of(name, new AnyNumber(least, most));
    }

    /** 1 to {@code longest} characters, not only blanks. */
    public static Setting<String> text(String name, int longest) {
        return of(name, new Text(longest));
    }

    /** {@code fewest} to {@code most} texts of 1 to {@code longest} characters. */
    public static Setting<List<String>> texts(String name, int fewest, int most, int longest) {
        return of(name, new Texts(fewest, most, new Text(longest)));
    }

    /** True or false. */
    public static Setting<Boolean> flag(String name) {
        return of(name, new Flag());
    }

    /** A time of the day to the minute, as {@code 07:30}. */
    public static Setting<LocalTime> localTime(String name) {
        return of(name, new TimeOfDay());
    }

    /** One of the constants. */
    public static <E extends Enum<E> & Word> Setting<E> choice(String name, Class<E> type) {
        return of(name, Choice.of(type));
    }

    /** One of the words. */
    public static Setting<String> choice(String name, List<String> words) {
        return of(name, Choice.of(words));
    }

    /** Any of the constants, none of them twice; none at all is allowed. */
    public static <E extends Enum<E> & Word> Setting<List<E>> choices(String name, Class<E> type) {
        return of(name, new Choices<>(Choice.of(type)));
    }

    /** Any of the words, none of them twice; none at all is allowed. */
    public static Setting<List<String>> choices(String name, List<String> words) {
        return of(name, new Choices<>(Choice.of(words)));
    }

    /** {@code fewest} to {@code most} objects with these settings. */
    public static Setting<List<Values>> list(String name, int fewest, int most, Settings items) {
        return of(name, new Items(fewest, most, items));
    }

    /** An object with these settings. */
    public static Setting<Values> object(String name, Settings settings) {
        return of(name, new Inner(settings));
    }

    /** Called so before people; without it the words of the name serve. */
    public Setting<T> title(String title) {
        return with(new Label(label.name, title, label.description, label.secret));
    }

    /** What it does, for people. */
    public Setting<T> describedAs(String description) {
        return with(new Label(label.name, label.title, description, label.secret));
    }

    /** It is taken and never shown again. */
    public Setting<T> secret() {
        return with(new Label(label.name, label.title, label.description, true));
    }

    /**
     * Serves where it is not given.
     *
     * @throws IllegalArgumentException if a user could not have given it
     */
    public Setting<T> byDefault(T value) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.set(label.name, kind.write(value));
        Form form = Form.of(given);
        var _ = kind.read(form, label.name);
        if (form.isWrong()) {
            throw new IllegalArgumentException("the default of " + form.errors());
        }
        return new Setting<>(kind, label, value);
    }

    /** May be left out. */
    public Setting<Optional<T>> optional() {
        return new Setting<>(new Maybe<>(kind), label, Optional.empty());
    }

    /** As it stands in configurations. */
    public String name() {
        return label.name;
    }

    boolean isSecret() {
        return label.secret;
    }

    boolean isRequired() {
        return whenAbsent == null;
    }

    /** The checked value; something harmless where the form has noted what is wrong. */
    T read(Form form) {
        T substitute = whenAbsent == null ? kind.standIn() : whenAbsent;
        if (form.has(label.name)) {
            return kind.read(form, label.name).orElse(substitute);
        }
        if (isRequired()) {
            form.complain(label.name, "is required: " + kind.rule());
        }
        return substitute;
    }

    /** The value as JSON; null in JSON where there is none. */
    JsonNode write(Form form) {
        return kind.write(read(form));
    }

    ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("title", label.title);
        if (!label.description.isEmpty()) {
            schema.put("description", label.description);
        }
        schema.setAll(kind.schema());
        if (whenAbsent != null) {
            allowNull(schema);
            JsonNode value = kind.write(whenAbsent);
            if (!value.isNull()) {
                schema.set("default", value);
            }
        }
        if (label.secret) {
            schema.put("writeOnly", true);
        }
        return schema;
    }

    private static void allowNull(ObjectNode schema) {
        String type = schema.path("type").asText();
        schema.putArray("type").add(type).add("null");
        if (schema.path("enum") instanceof ArrayNode words) {
            words.addNull();
        }
    }

    private Setting<T> with(Label other) {
        return new Setting<>(kind, other, whenAbsent);
    }
}
