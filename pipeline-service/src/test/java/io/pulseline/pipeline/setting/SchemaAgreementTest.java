package io.pulseline.pipeline.setting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent: reading it notes something exactly if it does not fit the schema. */
class SchemaAgreementTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Settings ITEM =
            Settings.of(
                    Setting.text("a", 3),
                    Setting.wholeNumber("b", -2, 2).optional(),
                    Setting.choice("c", List.of("x", "y")).byDefault("y"));

    private static final Settings SETTINGS =
            Settings.of(
                    Setting.list("a", 0, 2, ITEM).byDefault(List.of()),
                    Setting.object("b", ITEM).optional(),
                    Setting.number("c", -1.5, 2).byDefault(0.0),
                    Setting.choices("d", List.of("x", "y")).optional(),
                    Setting.texts("e", 0, 2, 3).byDefault(List.of()));

    private static final JsonNode SCHEMA = SETTINGS.schema();

    @Property(tries = 3000)
    void schemaAndReadingAgree(@ForAll("bodies") JsonNode body) {
        Form form = Form.of(body);
        SETTINGS.read(form);

        assertThat(form.errors().isEmpty())
                .as("%s: %s", body, form.errors())
                .isEqualTo(JsonCheck.fits(SCHEMA, body));
    }

    @Provide
    Arbitrary<JsonNode> bodies() {
        Arbitrary<JsonNode> plain =
                Arbitraries.<JsonNode>of(
                        JSON.nullNode(),
                        JSON.booleanNode(true),
                        JSON.numberNode(-3),
                        JSON.numberNode(-1.5),
                        JSON.numberNode(0),
                        JSON.numberNode(1.25),
                        JSON.numberNode(2.0),
                        // Larger ones than a long the judge itself stumbles over.
                        JSON.numberNode(3e15),
                        JSON.textNode(""),
                        JSON.textNode(" \n"),
                        JSON.textNode("x"),
                        JSON.textNode("y\n"),
                        JSON.textNode("y"),
                        JSON.textNode("xyz"),
                        JSON.textNode("xyzx"));
        Arbitrary<JsonNode> inner = Arbitraries.oneOf(plain, lists(plain), objects(plain));
        return objects(Arbitraries.oneOf(inner, lists(inner)));
    }

    private static Arbitrary<JsonNode> lists(Arbitrary<JsonNode> items) {
        return items.list().ofMaxSize(3).map(list -> JSON.arrayNode().addAll(list));
    }

    private static Arbitrary<JsonNode> objects(Arbitrary<JsonNode> values) {
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "d", "e");
        return Arbitraries.maps(names, values).ofMaxSize(3).map(SchemaAgreementTest::object);
    }

    private static JsonNode object(Map<String, JsonNode> fields) {
        ObjectNode object = JSON.objectNode();
        object.setAll(fields);
        return object;
    }
}
