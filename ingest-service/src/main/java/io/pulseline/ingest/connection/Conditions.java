package io.pulseline.ingest.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conditions as the column keeps them: a JSON list. */
final class Conditions {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Not about one consent: they outlive it. */
    private static final Set<String> OUTLIVES_CONSENT = Set.of(Condition.BACKFILLING);

    /** Still true where nothing is read any more. */
    private static final Set<String> OUTLIVES_END =
            Set.of(
                    Condition.BACKFILLING,
                    Condition.MISSING_SCOPES,
                    Condition.MOVE_TO_GOOGLE_HEALTH);

    private Conditions() {}

    static String text(List<Condition> conditions) {
        ArrayNode list = JSON.createArrayNode();
        for (Condition condition : conditions) {
            ObjectNode item =
                    list.addObject()
                            .put("type", condition.type())
                            .put("since", condition.since().toString())
                            .put("reason", condition.reason())
                            .put("message", condition.message());
            if (condition.until() != null) {
                item.put("until", condition.until().toString());
            }
        }
        return list.toString();
    }

    static List<Condition> parse(String text) {
        try {
            List<Condition> conditions = new ArrayList<>();
            for (JsonNode item : JSON.readTree(text)) {
                conditions.add(
                        new Condition(
                                item.path("type").asText(),
                                Instant.parse(item.path("since").asText()),
                                item.path("reason").asText(),
                                item.path("message").asText(),
                                instant(item.get("until"))));
            }
            return conditions;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column connection.conditions holds no JSON list", e);
        }
    }

    private static @Nullable Instant instant(@Nullable JsonNode text) {
        return text == null ? null : Instant.parse(text.asText());
    }

    /**
     * The list with this condition in the place of the one of its type. {@code since} stays while
     * the same reason holds.
     */
    static List<Condition> with(List<Condition> conditions, Condition reported) {
        List<Condition> after = new ArrayList<>(conditions);
        for (int place = 0; place < after.size(); place++) {
            Condition held = after.get(place);
            if (held.type().equals(reported.type())) {
                after.set(place, held.followedBy(reported));
                return after;
            }
        }
        after.add(reported);
        return after;
    }

    static List<Condition> without(List<Condition> conditions, String type) {
        return conditions.stream().filter(held -> !held.type().equals(type)).toList();
    }

    /** Those that hold at that time. */
    static List<Condition> at(List<Condition> conditions, Instant now) {
        return conditions.stream().filter(held -> !held.isOver(now)).toList();
    }

    /** What holds after a new consent: what it found, the same as before keeping its beginning. */
    static List<Condition> afterConsent(List<Condition> before, List<Condition> found) {
        List<Condition> after =
                new ArrayList<>(
                        before.stream()
                                .filter(held -> OUTLIVES_CONSENT.contains(held.type()))
                                .toList());
        for (Condition one : found) {
            after.add(
                    before.stream()
                            .filter(held -> held.type().equals(one.type()))
                            .filter(held -> held.reason().equals(one.reason()))
                            .findFirst()
                            .map(held ->
                                    new Condition(
                                            one.type(),
                                            held.since(),
                                            one.reason(),
                                            one.message(),
                                            one.until()))
                            .orElse(one));
        }
        return after;
    }

    /** What still holds when the consent has ended. */
    static List<Condition> afterEnd(List<Condition> before) {
        return before.stream().filter(held -> OUTLIVES_END.contains(held.type())).toList();
    }
}
