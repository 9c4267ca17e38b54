package io.pulseline.normalizer.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** The fields of a record that a provider may give, dotted where they lie deeper. */
final class FieldPaths {
    /** What ingest and the normalizer put there, whoever the provider is. */
    static final List<String> FRAME =
            List.of(
                    "recordId",
                    "revision",
                    "contentHash",
                    "user",
                    "thingKey",
                    "localDate",
                    "slot",
                    "zone",
                    "timePlacedByRule",
                    "deleted",
                    "acquisition",
                    "completeness",
                    "missingParts",
                    "provenance.provider",
                    "provenance.payloadId",
                    "provenance.mappingVersion",
                    "provenance.capturedEpochMillis");

    /** Of records by the hour: where the hour lies, and how far ingest has all of it. */
    static final List<String> FRAME_OF_SLOTS =
            List.of(
                    "startEpochMillis",
                    "endEpochMillis",
                    "startOffsetSeconds",
                    "coveredUntilEpochMillis");

    private FieldPaths() {}

    /** In the order of the schema. */
    static List<String> of(Schema record) {
        List<String> paths = new ArrayList<>();
        add("", record, paths);
        Set<String> frame = Set.copyOf(FRAME);
        paths.removeIf(frame::contains);
        if (record.getField("slot") != null) {
            paths.removeIf(FRAME_OF_SLOTS::contains);
        }
        return paths;
    }

    private static void add(String path, Schema schema, List<String> paths) {
        switch (schema.getType()) {
            case UNION ->
                    schema.getTypes().stream()
                            .filter(branch -> branch.getType() != Schema.Type.NULL)
                            .forEach(branch -> add(path, branch, paths));
            case ARRAY -> add(path, schema.getElementType(), paths);
            case RECORD ->
                    schema.getFields()
                            .forEach(field ->
                                    add(
                                            path.isEmpty()
                                                    ? field.name()
                                                    : path + "." + field.name(),
                                            field.schema(),
                                            paths));
            default -> paths.add(path);
        }
    }

    /** What stands at a path of a record, through all elements of lists on the way. */
    static List<JsonNode> values(JsonNode record, String path) {
        List<JsonNode> values = new ArrayList<>();
        collect(record, List.of(path.split("\\.", -1)), values);
        return values;
    }

    private static void collect(JsonNode node, List<String> path, List<JsonNode> values) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, path, values));
        } else if (!path.isEmpty()) {
            collect(node.path(path.getFirst()), path.subList(1, path.size()), values);
        } else if (!node.isMissingNode()) {
            values.add(node);
        }
    }
}
