package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pulseline.pipeline.form.Form;
import java.util.Optional;

/**
 * A text as {@link Form#text} takes it.
 *
 * @param longest in characters (code points)
 */
record Text(int longest) implements Kind<String> {
    /** Not only blanks, and no U+0000; said so that Java and JavaScript read it alike. */
    private static final String PATTERN = "^[\\u0001-\\u0020]*[^\\u0000-\\u0020][^\\u0000]*$";

    @Override
    public ObjectNode schema() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", longest)
                .put("pattern", PATTERN);
    }

    @Override
    public String rule() {
        return "a text of 1 to " + longest + " characters";
    }

    @Override
    public Optional<String> read(Form form, String name) {
        return form.optionalText(name, longest);
    }

    @Override
    public String standIn() {
        return "";
    }

    @Override
    public JsonNode write(String value) {
        return TextNode.valueOf(value);
    }
}
