package io.pulseline.pipeline.dashboard.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.booster.metric.MetricBoosters;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Part;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields are named as the API names what is wrong with them. */
class FieldPathsTest {
    private static final String BOOSTER = "boosters[0]";

    static Stream<Part> boosters() {
        return Stream.concat(Boosters.all().stream(), MetricBoosters.all().stream());
    }

    @ParameterizedTest
    @MethodSource("boosters")
    void whatIsWrongWithAFieldIsToldUnderItsName(Part booster) {
        for (Field field : allOf(booster)) {
            String path = field.path().replace(Fields.NUMBER, "[0]");
            Form body = Form.of(at(path, wrong(field)));

            var _ =
                    booster.settings()
                            .read(body.forms("boosters", 1, 1).getFirst().form("configuration"));

            assertThat(body.errors()).extracting(FieldError::field).contains(path);
        }
    }

    @Test
    void everyBoosterHasItsPlaceAmongTheGroups() {
        List<String> placed =
                BoosterGroup.all().stream().flatMap(group -> group.boosters().stream()).toList();

        assertThat(placed).containsExactlyInAnyOrderElementsOf(boosters().map(Part::id).toList());
    }

    private static List<Field> allOf(Part booster) {
        return Fields.of(
                        booster.settings().schema(),
                        BOOSTER + ".configuration",
                        MissingNode.getInstance())
                .stream()
                .flatMap(FieldPathsTest::withInner)
                .toList();
    }

    private static Stream<Field> withInner(Field field) {
        Stream<Field> blank = field.blank() == null ? Stream.of() : field.blank().fields().stream();
        return Stream.concat(
                Stream.of(field),
                Stream.concat(field.fields().stream(), blank).flatMap(FieldPathsTest::withInner));
    }

    /** What a field of that shape cannot be. */
    private static JsonNode wrong(Field field) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return field.shape() == Field.Shape.LIST
                ? json.objectNode()
                : json.arrayNode().add(json.arrayNode());
    }

    private static JsonNode at(String path, JsonNode value) {
        JsonNode made = value;
        List<String> steps = Arrays.asList(path.replace("[0]", ".0").split("\\."));
        for (String step : steps.reversed()) {
            if (step.equals("0")) {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                made = list.add(made);
            } else {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                made = object.set(step, made);
            }
        }
        return made;
    }
}
