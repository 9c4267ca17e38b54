package io.pulseline.pipeline.setting;

import static io.pulseline.pipeline.setting.JsonCheck.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of setting, on both sides of every border: the schema and the reading agree. */
class SettingKindsTest {
    private static final Setting<Integer> BEATS = Setting.wholeNumber("it", 100, 250);
    private static final Setting<Double> RATIO = Setting.number("it", 0.5, 200);
    private static final Setting<String> TEXT = Setting.text("it", 5);
    private static final Setting<List<String>> TEXTS = Setting.texts("it", 1, 3, 5);
    private static final Setting<Boolean> FLAG = Setting.flag("it");
    private static final Setting<LocalTime> TIME = Setting.localTime("it");
    private static final Setting<Colour> COLOUR = Setting.choice("it", Colour.class);
    private static final Setting<String> WORD = Setting.choice("it", List.of("one", "two"));
    private static final Setting<List<Colour>> COLOURS = Setting.choices("it", Colour.class);
    private static final Setting<List<String>> WORDS = Setting.choices("it", List.of("a", "b"));
    private static final Setting<Integer> LIMIT = Setting.wholeNumber("limit", 1, 9);
    private static final Setting<Values> INNER = Setting.object("it", Settings.of(LIMIT));
    private static final Setting<List<Values>> ITEMS = Setting.list("it", 1, 2, Settings.of(LIMIT));

    @ParameterizedTest(name = "{1} is read as {2}")
    @MethodSource("right")
    void whatIsRightFitsTheSchemaAndIsRead(Setting<?> setting, String value, Object read) {
        ObjectNode given = given(value);
        Settings settings = Settings.of(setting);
        Form form = Form.of(given);

        Values values = settings.read(form);

        assertThat(form.errors()).isEmpty();
        assertThat(JsonCheck.fits(settings.schema(), given)).isTrue();
        assertThat(values.of(setting)).isEqualTo(read);
    }

    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of(BEATS, "100", 100),
                Arguments.of(BEATS, "250", 250),
                Arguments.of(BEATS, "180.0", 180),
                Arguments.of(BEATS, "1.8e2", 180),
                Arguments.of(RATIO, "0.5", 0.5),
                Arguments.of(RATIO, "200", 200.0),
                Arguments.of(RATIO, "3", 3.0),
                Arguments.of(TEXT, "\"a\"", "a"),
                Arguments.of(TEXT, "\" a\\n b\"", " a\n b"),
                Arguments.of(TEXT, "\"\u00a0\"", "\u00a0"),
                Arguments.of(TEXT, "\"🏃🏃🏃🏃🏃\"", "🏃🏃🏃🏃🏃"),
                Arguments.of(TEXTS, "[\"a\"]", List.of("a")),
                Arguments.of(TEXTS, "[\"a\", \"a\", \"b\"]", List.of("a", "a", "b")),
                Arguments.of(FLAG, "true", true),
                Arguments.of(FLAG, "false", false),
                Arguments.of(TIME, "\"00:00\"", LocalTime.MIDNIGHT),
                Arguments.of(TIME, "\"23:59\"", LocalTime.of(23, 59)),
                Arguments.of(COLOUR, "\"dark red\"", Colour.DARK_RED),
                Arguments.of(WORD, "\"two\"", "two"),
                Arguments.of(COLOURS, "[]", List.of()),
                Arguments.of(
                        COLOURS, "[\"dark red\", \"blue\"]", List.of(Colour.DARK_RED, Colour.BLUE)),
                Arguments.of(WORDS, "[\"b\"]", List.of("b")));
    }

    @ParameterizedTest(name = "{1} is wrong at {2}")
    @MethodSource("wrong")
    void whatIsWrongFitsNotAndIsNamed(Setting<?> setting, String value, String field) {
        ObjectNode given = given(value);
        Settings settings = Settings.of(setting);
        Form form = Form.of(given);

        settings.read(form);

        assertThat(form.errors()).extracting(FieldError::field).containsExactly(field);
        assertThat(JsonCheck.fits(settings.schema(), given)).isFalse();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(BEATS, "99", "it"),
                Arguments.of(BEATS, "251", "it"),
                Arguments.of(BEATS, "180.5", "it"),
                Arguments.of(BEATS, "\"180\"", "it"),
                Arguments.of(BEATS, "true", "it"),
                Arguments.of(BEATS, "[180]", "it"),
                Arguments.of(BEATS, "123456789012345678901234567890", "it"),
                Arguments.of(RATIO, "0.49", "it"),
                Arguments.of(RATIO, "200.01", "it"),
                Arguments.of(RATIO, "\"1\"", "it"),
                Arguments.of(TEXT, "\"\"", "it"),
                Arguments.of(TEXT, "\" \\t\\n\"", "it"),
                Arguments.of(TEXT, "\"a\\u0000\"", "it"),
                Arguments.of(TEXT, "\"123456\"", "it"),
                Arguments.of(TEXT, "7", "it"),
                Arguments.of(TEXTS, "[]", "it"),
                Arguments.of(TEXTS, "[\"a\", \"b\", \"c\", \"d\"]", "it"),
                Arguments.of(TEXTS, "[\"a\", \"\"]", "it[1]"),
                Arguments.of(TEXTS, "[\"a\", null]", "it[1]"),
                Arguments.of(TEXTS, "\"a\"", "it"),
                Arguments.of(FLAG, "\"true\"", "it"),
                Arguments.of(FLAG, "1", "it"),
                Arguments.of(TIME, "\"24:00\"", "it"),
                Arguments.of(TIME, "\"7:30\"", "it"),
                Arguments.of(TIME, "\"07:30:00\"", "it"),
                Arguments.of(TIME, "730", "it"),
                Arguments.of(COLOUR, "\"DARK_RED\"", "it"),
                Arguments.of(COLOUR, "\"green\"", "it"),
                Arguments.of(COLOUR, "0", "it"),
                Arguments.of(WORD, "\"three\"", "it"),
                Arguments.of(COLOURS, "[\"green\"]", "it"),
                Arguments.of(COLOURS, "[\"blue\", \"blue\"]", "it"),
                Arguments.of(COLOURS, "[null]", "it"),
                Arguments.of(COLOURS, "\"blue\"", "it"),
                Arguments.of(COLOURS, "{\"blue\": \"blue\"}", "it"),
                Arguments.of(WORDS, "[\"a\", 1]", "it"),
                Arguments.of(INNER, "{}", "it.limit"),
                Arguments.of(INNER, "{\"limit\": 10}", "it.limit"),
                Arguments.of(INNER, "{\"limit\": 1, \"x\": 1}", "it.x"),
                Arguments.of(ITEMS, "[]", "it"),
                Arguments.of(ITEMS, "[{\"limit\": 1}, {\"limit\": 1}, {\"limit\": 1}]", "it"),
                Arguments.of(ITEMS, "[{\"limit\": 1}, {\"limit\": 0}]", "it[1].limit"),
                Arguments.of(ITEMS, "[{\"limit\": 1, \"x\": null}]", "it[0].x"),
                Arguments.of(ITEMS, "{\"limit\": 1}", "it"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsRequiredMustBeThere(Setting<?> setting) {
        assertThat(accepted(Settings.of(setting), "{}")).isFalse();
        assertThat(accepted(Settings.of(setting), "{\"it\": null}")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsOptionalMayBeAbsentOrNullAndThenThereIsNone(Setting<?> setting) {
        var optional = setting.optional();
        Settings settings = Settings.of(optional);

        assertThat(accepted(settings, "{}")).isTrue();
        assertThat(accepted(settings, "{\"it\": null}")).isTrue();
        assertThat(settings.read(Form.of(json("{}"))).of(optional)).isEqualTo(Optional.empty());
    }

    static Stream<Setting<?>> kinds() {
        return Stream.of(
                BEATS, RATIO, TEXT, TEXTS, FLAG, TIME, COLOUR, WORD, COLOURS, WORDS, INNER, ITEMS);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("defaults")
    void aDefaultStandsInTheSchemaFitsItAndServes(Setting<?> setting, String asJson, Object value) {
        Settings settings = Settings.of(setting);
        JsonNode shown = settings.schema().at("/properties/it/default");

        assertThat(shown).isEqualTo(json(asJson));
        assertThat(accepted(settings, "{}")).isTrue();
        assertThat(accepted(settings, "{\"it\": null}")).isTrue();
        assertThat(accepted(settings, "{\"it\": " + asJson + "}")).isTrue();
        assertThat(settings.read(Form.of(json("{}"))).of(setting)).isEqualTo(value);
        assertThat(settings.read(Form.of(json("{}"))).shown().get("it")).isEqualTo(shown);
    }

    static Stream<Arguments> defaults() {
        return Stream.of(
                Arguments.of(BEATS.byDefault(190), "190", 190),
                Arguments.of(TEXT.byDefault("a"), "\"a\"", "a"),
                Arguments.of(TEXTS.byDefault(List.of("a")), "[\"a\"]", List.of("a")),
                Arguments.of(FLAG.byDefault(false), "false", false),
                Arguments.of(TIME.byDefault(LocalTime.of(7, 5)), "\"07:05\"", LocalTime.of(7, 5)),
                Arguments.of(COLOUR.byDefault(Colour.BLUE), "\"blue\"", Colour.BLUE),
                Arguments.of(COLOURS.byDefault(List.of()), "[]", List.of()),
                Arguments.of(WORDS.byDefault(List.of("a")), "[\"a\"]", List.of("a")));
    }

    /** Both judges, who must agree. */
    private static boolean accepted(Settings settings, String text) {
        JsonNode given = json(text);
        Form form = Form.of(given);
        settings.read(form);
        assertThat(form.errors().isEmpty())
                .as("%s: %s", text, form.errors())
                .isEqualTo(JsonCheck.fits(settings.schema(), given));
        return form.errors().isEmpty();
    }

    private static ObjectNode given(String value) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.set("it", json(value));
        return given;
    }

    enum Colour implements Word {
        BLUE("blue"),
        DARK_RED("dark red");

        private final String word;

        Colour(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
