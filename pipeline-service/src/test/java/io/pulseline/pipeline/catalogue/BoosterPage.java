package io.pulseline.pipeline.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Tier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The boosters of the catalogue for people, in Markdown; made of nothing but what the API gives.
 */
final class BoosterPage {
    private static final String HEAD =
            """
            # Boosters

            Made from the catalogue (`GET /api/catalogue`) by `BoosterPageTest` of pipeline-service; the build fails where this page is
            not true any more. Not to be edited:
            `./mvnw -pl pipeline-service -am test -Dtest=BoosterPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dpulseline.regenerate=yes`
            writes it anew.

            A pipeline names its boosters in order: `{"id": "heart-rate-zones", "configuration": {"style": "text"}}`. Each sees what the
            ones before it left, adds what it has to add, and passes an activity that lacks what it needs, saying so in the run. Its
            figures stand in the `values` of its boost, its text behind the description. Boosters for metrics stand in pipelines whose trigger is
            `{"record": "metric"}`, and leave the metric as it is.

            """;

    private BoosterPage() {}

    static String of(List<Entry> boosters) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Entry booster : boosters) {
            page.append("## %s\n\n".formatted(booster.title()));
            page.append("%s\n\n".formatted(booster.description()));
            page.append(
                    "Id `%s`. For: %s. Needs: %s. Tier: %s.\n\n"
                            .formatted(
                                    booster.id(),
                                    records(booster.records()),
                                    needs(booster.needs()),
                                    tier(booster.tier())));
            addSettings(page, booster.schema());
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String records(List<String> records) {
        return records.equals(List.of(RecordType.ACTIVITY))
                ? "activities"
                : records.stream()
                        .map(record -> "`" + record + "`")
                        .collect(Collectors.joining(", ", "metrics ", ""));
    }

    private static String needs(List<Need> needs) {
        return needs.isEmpty()
                ? "nothing"
                : needs.stream()
                        .map(need -> need.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }

    private static String tier(Tier tier) {
        return switch (tier) {
            case HOBBYIST -> "Hobbyist (everybody)";
            case ATHLETE -> "Athlete";
        };
    }

    private static void addSettings(StringBuilder page, JsonNode schema) {
        if (schema.path("properties").isEmpty()) {
            page.append("There is nothing to set.\n\n");
            return;
        }
        page.append("| setting | what it does | values | default |\n|---|---|---|---|\n");
        addRows(page, "", schema);
        page.append("\n");
    }

    private static void addRows(StringBuilder page, String path, JsonNode schema) {
        schema.path("properties")
                .propertyStream()
                .forEach(property -> {
                    String name = path + property.getKey();
                    JsonNode setting = property.getValue();
                    boolean required =
                            schema.path("required")
                                    .valueStream()
                                    .anyMatch(field -> field.asText().equals(property.getKey()));
                    page.append(
                            "| `%s` | %s | %s | %s |\n"
                                    .formatted(
                                            name,
                                            cell(setting.path("description").asText()),
                                            cell(values(setting)),
                                            required ? "must be given" : byDefault(setting)));
                    addRows(page, name + ".", setting);
                    addRows(page, name + "[].", setting.path("items"));
                });
    }

    private static String values(JsonNode setting) {
        return switch (type(setting)) {
            case "integer" -> "whole number, " + range(setting, "minimum", "maximum");
            case "number" -> "number, " + range(setting, "minimum", "maximum");
            case "boolean" -> "`true`, `false`";
            case "string" -> text(setting);
            case "array" -> list(setting);
            case "object" -> "object";
            case String other -> throw new IllegalArgumentException("no words for " + other);
        };
    }

    private static String text(JsonNode setting) {
        if (setting.has("enum")) {
            return setting.path("enum")
                    .valueStream()
                    .filter(JsonNode::isTextual)
                    .map(word -> "`" + word.asText() + "`")
                    .collect(Collectors.joining(", "));
        }
        return setting.has("examples")
                ? "text like `" + setting.at("/examples/0").asText() + "`"
                : "text, " + range(setting, "minLength", "maxLength") + " characters";
    }

    private static String list(JsonNode setting) {
        JsonNode items = setting.path("items");
        if (items.has("enum")) {
            return "any of " + text(items);
        }
        return "list of %s, each: %s"
                .formatted(range(setting, "minItems", "maxItems"), values(items));
    }

    private static String range(JsonNode setting, String least, String most) {
        return setting.path(least).asText() + " to " + setting.path(most).asText();
    }

    private static String byDefault(JsonNode setting) {
        JsonNode value = setting.path("default");
        if (value.isMissingNode() || (value.isArray() && value.isEmpty())) {
            return "none";
        }
        return "`" + (value.isTextual() ? value.asText() : value.toString()) + "`";
    }

    /** What may also be null says so in a list of types. */
    private static String type(JsonNode setting) {
        JsonNode type = setting.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
