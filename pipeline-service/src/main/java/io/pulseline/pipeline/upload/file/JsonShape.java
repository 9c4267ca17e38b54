package io.pulseline.pipeline.upload.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.pipeline.form.Form;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Finds what a schema would pass over in silence: fields that it does not know (misspelt ones would
 * do nothing), and texts that no database takes.
 */
final class JsonShape {
    /** Our own answers have it; it may come back. */
    private static final Set<String> IGNORED = Set.of("links");

    private final Form form;

    private JsonShape(Form form) {
        this.form = form;
    }

    /** Complains of all that is wrong in the form's JSON. */
    static void check(Form form, Schema schema) {
        new JsonShape(form).record(form.json(), schema, "");
    }

    private void record(JsonNode json, Schema schema, String path) {
        json.properties()
                .forEach(entry -> {
                    String at = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                    Schema.Field field = schema.getField(entry.getKey());
                    if (field != null) {
                        value(entry.getValue(), field.schema(), at);
                    } else if (!IGNORED.contains(at)) {
                        form.complain(at, "is not known here");
                    }
                });
    }

    private void value(JsonNode json, Schema schema, String path) {
        switch (schema.getType()) {
            case UNION ->
                    schema.getTypes().stream()
                            .filter(branch -> branch.getType() != Schema.Type.NULL)
                            .forEach(branch -> value(json, branch, path));
            case RECORD -> record(json, schema, path);
            case ARRAY -> items(json, schema.getElementType(), path);
            case STRING -> {
                if (json.asText().indexOf('\0') >= 0) {
                    form.complain(path, "must not contain the character U+0000");
                }
            }
            default -> {
                // Numbers and flags are judged by whoever reads them.
            }
        }
    }

    private void items(JsonNode json, Schema element, String path) {
        if (element.getType() == Schema.Type.RECORD || element.getType() == Schema.Type.STRING) {
            for (int item = 0; item < json.size(); item++) {
                value(json.path(item), element, path + "[" + item + "]");
            }
        }
    }
}
