package io.pulseline.pipeline.dashboard.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.dashboard.pipelines.Field.Item;
import io.pulseline.pipeline.dashboard.pipelines.Field.Limits;
import io.pulseline.pipeline.dashboard.pipelines.Field.Option;
import io.pulseline.pipeline.dashboard.pipelines.Field.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** From a JSON Schema of the catalogue, and what is set, to the fields of a form. */
final class Fields {
    /** Stands in paths where the browser puts the number of the item. */
    static final String NUMBER = "[?]";

    /** How the pattern of a time of the day begins; no format of JSON Schema is without seconds. */
    private static final String TIME_PATTERN = "^([01][0-9]|2[0-3]):";

    private Fields() {}

    /** The fields of an object at a path, in the order of its schema. */
    static List<Field> of(JsonNode schema, String path, JsonNode values) {
        Set<String> required = words(schema.path("required"));
        List<Field> fields = new ArrayList<>();
        schema.path("properties")
                .properties()
                .forEach(property -> {
                    String name = property.getKey();
                    fields.add(
                            field(
                                    property.getValue(),
                                    path + "." + name,
                                    !required.contains(name),
                                    values.path(name)));
                });
        return fields;
    }

    private static Field field(JsonNode schema, String path, boolean optional, JsonNode given) {
        boolean isGiven = !given.isMissingNode() && !given.isNull();
        JsonNode value = isGiven ? given : schema.path("default");
        Shape shape = shape(schema, path, optional);
        boolean isList = shape == Shape.LIST;
        return new Field(
                path,
                path.substring(path.lastIndexOf('.') + 1),
                schema.path("title").asText(),
                Help.of(schema.path("description").asText()),
                shape,
                optional,
                text(shape, value),
                limits(schema),
                options(shape, schema, value),
                shape == Shape.OBJECT ? of(schema, path, value) : List.of(),
                isList ? items(schema, path, value) : List.of(),
                isList ? item(schema, path + NUMBER, MissingNode.getInstance()) : null);
    }

    private static Shape shape(JsonNode schema, String path, boolean optional) {
        String type = type(schema);
        return switch (type) {
            case "integer", "number" -> Shape.NUMBER;
            case "boolean" -> optional && !schema.has("default") ? Shape.MAYBE : Shape.FLAG;
            case "string" -> shapeOfText(schema, path);
            case "array" -> schema.path("items").has("enum") ? Shape.CHOICES : Shape.LIST;
            case "object" -> Shape.OBJECT;
            default -> throw new IllegalArgumentException(path + " is of unknown type " + type);
        };
    }

    private static Shape shapeOfText(JsonNode schema, String path) {
        if (schema.path("writeOnly").asBoolean()) {
            return Shape.SECRET;
        }
        if (schema.has("enum")) {
            return Shape.CHOICE;
        }
        if (schema.path("pattern").asText().startsWith(TIME_PATTERN)) {
            return Shape.TIME;
        }
        return path.toLowerCase(Locale.ROOT).contains("description") ? Shape.LINES : Shape.TEXT;
    }

    /** Without the null that may stand in place of what may be left out. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private static String text(Shape shape, JsonNode value) {
        return switch (shape) {
            case OBJECT -> Boolean.toString(value.isObject());
            case FLAG -> Boolean.toString(value.asBoolean());
            case NUMBER -> value.isNumber() ? plain(value) : "";
            case SECRET, CHOICES, LIST -> "";
            case TEXT, LINES, TIME, MAYBE, CHOICE -> value.asText("");
        };
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }

    private static Limits limits(JsonNode schema) {
        String step =
                switch (type(schema)) {
                    case "integer" -> "1";
                    case "number" -> "any";
                    default -> "";
                };
        return new Limits(
                schema.has("minimum") ? plain(schema.path("minimum")) : "",
                schema.has("maximum") ? plain(schema.path("maximum")) : "",
                step,
                schema.path("maxLength").asText(""));
    }

    private static List<Option> options(Shape shape, JsonNode schema, JsonNode value) {
        if (shape != Shape.CHOICE && shape != Shape.CHOICES) {
            return List.of();
        }
        Set<String> chosen = value.isArray() ? words(value) : Set.of(value.asText(""));
        Set<String> all =
                words((shape == Shape.CHOICE ? schema : schema.path("items")).path("enum"));
        // What this version no longer knows stays until its user takes it away.
        chosen.stream().filter(word -> !word.isEmpty()).forEach(all::add);
        return all.stream()
                .map(word -> new Option(word, title(word), chosen.contains(word)))
                .toList();
    }

    private static List<Item> items(JsonNode list, String path, JsonNode values) {
        List<Item> items = new ArrayList<>();
        for (JsonNode value : values) {
            items.add(item(list, path + "[" + items.size() + "]", value));
        }
        return items;
    }

    /** A text is a field by itself, and is called as its list. */
    private static Item item(JsonNode list, String path, JsonNode value) {
        ObjectNode schema = list.path("items").deepCopy();
        return new Item(
                type(schema).equals("object")
                        ? of(schema, path, value)
                        : List.of(
                                field(
                                        schema.put("title", list.path("title").asText()),
                                        path,
                                        false,
                                        value)));
    }

    /** Words that programs shout, and kinds of records, as people write them. */
    private static String title(String word) {
        boolean isForPrograms =
                word.equals(word.toUpperCase(Locale.ROOT))
                        || word.equals(RecordType.ACTIVITY)
                        || RecordType.metrics().contains(word);
        if (!isForPrograms) {
            return word;
        }
        String plain = word.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new LinkedHashSet<>();
        for (JsonNode word : list) {
            if (!word.isNull()) {
                words.add(word.asText());
            }
        }
        return words;
    }
}
