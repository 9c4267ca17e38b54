package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Optional;

/**
 * The first value of the truth that a record does not have.
 *
 * @param field path to it, for example {@code heartRate.beatsPerMinute[17]}
 * @param expected as JSON
 * @param found as JSON; {@code nothing} where the record has no such field
 */
record ValueDifference(String field, String expected, String found) {
    /** A double survives our formats unchanged; sums of many may differ in their last digits. */
    private static final double TOLERANCE = 1e-9;

    private static final int LONGEST_SHOWN = 120;

    /**
     * Every field of the truth against the record; what the truth does not name is not looked at.
     */
    static Optional<ValueDifference> first(TruthLine truth, JsonNode record) {
        return truth.fields().properties().stream()
                .filter(field -> !TruthLine.NO_RECORD_FIELDS.contains(field.getKey()))
                .flatMap(field -> inField(field, record, "").stream())
                .findFirst();
    }

    private static Optional<ValueDifference> inField(
            Map.Entry<String, JsonNode> field, JsonNode holder, String path) {
        String at = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
        return between(field.getValue(), holder.path(field.getKey()), at);
    }

    private static Optional<ValueDifference> between(JsonNode expected, JsonNode found, String at) {
        if (expected.isObject() && found.isObject()) {
            return expected.properties().stream()
                    .flatMap(field -> inField(field, found, at).stream())
                    .findFirst();
        }
        if (expected.isArray() && found.isArray()) {
            return betweenLists(expected, found, at);
        }
        return same(expected, found)
                ? Optional.empty()
                : Optional.of(new ValueDifference(at, shown(expected), shown(found)));
    }

    private static Optional<ValueDifference> betweenLists(
            JsonNode expected, JsonNode found, String at) {
        for (int next = 0; next < Math.min(expected.size(), found.size()); next++) {
            Optional<ValueDifference> difference =
                    between(expected.get(next), found.get(next), at + "[" + next + "]");
            if (difference.isPresent()) {
                return difference;
            }
        }
        return expected.size() == found.size()
                ? Optional.empty()
                : Optional.of(
                        new ValueDifference(
                                at + ".length", "" + expected.size(), "" + found.size()));
    }

    private static boolean same(JsonNode expected, JsonNode found) {
        if (!expected.isNumber() || !found.isNumber()) {
            return expected.equals(found);
        }
        if (expected.isIntegralNumber() && found.isIntegralNumber()) {
            return expected.longValue() == found.longValue();
        }
        double one = expected.doubleValue();
        double other = found.doubleValue();
        return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
    }

    private static String shown(JsonNode value) {
        String text = value instanceof MissingNode ? "nothing" : value.toString();
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
