package io.pulseline.normalizer.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.json.RecordJson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * What two readings of one record say differently.
 *
 * @param before the reading that consumers have
 * @param now by the present mapping
 */
record Difference(Reread now, Published before, Verdict verdict, List<Field> fields) {
    /** What ContentHash leaves out, and the hash: they tell who read when, not what. */
    private static final Set<String> NOT_CONTENT =
            Set.of("revision", "acquisition", "contentHash", "provenance");

    Difference {
        fields = List.copyOf(fields);
    }

    /**
     * One field that differs.
     *
     * @param path names from the outside in, joined by dots; a list is one field
     * @param before a health value, as is the other
     */
    record Field(String path, JsonNode before, JsonNode now) {}

    static List<Field> fields(SpecificRecord before, SpecificRecord now) {
        List<Field> fields = new ArrayList<>();
        collect(
                "",
                RecordJson.tree(before, NOT_CONTENT),
                RecordJson.tree(now, NOT_CONTENT),
                fields);
        return fields;
    }

    private static void collect(String path, JsonNode before, JsonNode now, List<Field> fields) {
        if (before.equals(now)) {
            return;
        }
        if (!(before instanceof ObjectNode left) || !(now instanceof ObjectNode right)) {
            fields.add(new Field(path, before, now));
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        right.fieldNames().forEachRemaining(names::add);
        left.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            collect(
                    path.isEmpty() ? name : path + "." + name,
                    left.has(name) ? left.get(name) : MissingNode.getInstance(),
                    right.has(name) ? right.get(name) : MissingNode.getInstance(),
                    fields);
        }
    }
}
