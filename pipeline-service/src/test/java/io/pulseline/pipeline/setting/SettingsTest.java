package io.pulseline.pipeline.setting;

import static io.pulseline.pipeline.setting.JsonCheck.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Setting<Integer> LEAST =
            Setting.wholeNumber("leastMinutes", 0, 600).byDefault(0);
    private static final Setting<Integer> MOST =
            Setting.wholeNumber("mostMinutes", 0, 600)
                    .title("At most")
                    .describedAs("Longer ones are passed.")
                    .byDefault(600);
    private static final Setting<Optional<String>> PASSWORD =
            Setting.text("password", 20).secret().optional();
    private static final Setting<String> NAME = Setting.text("name", 20);
    private static final Setting<List<Values>> RANGES =
            Setting.list(
                    "ranges",
                    1,
                    5,
                    Settings.of(NAME, LEAST, MOST).check(SettingsTest::leastIsNotAboveMost));
    private static final Settings SETTINGS = Settings.of(RANGES, PASSWORD);

    @Test
    void everythingWrongIsNamedAtOnceByItsPath() {
        Form form =
                Form.of(
                        json(
                                """
                                {"password": 7, "colour": "red", "ranges": [
                                  {"name": "", "leastMinutes": -1, "speed": 1},
                                  {"leastMinutes": 5, "mostMinutes": "6"},
                                  12]}\
                                """));

        SETTINGS.read(form);

        assertThat(form.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "password",
                        "colour",
                        "ranges[0].name",
                        "ranges[0].leastMinutes",
                        "ranges[0].speed",
                        "ranges[1].name",
                        "ranges[1].mostMinutes",
                        "ranges[2]",
                        "ranges[2].name");
    }

    @Test
    void aReasonSaysWhatItMustBe() {
        Form form = Form.of(json("{\"ranges\": [{\"leastMinutes\": 601}], \"x\": 1}"));

        SETTINGS.read(form);

        assertThat(form.errors())
                .containsExactly(
                        new FieldError("x", "is not known here; known are ranges, password"),
                        new FieldError(
                                "ranges[0].name", "is required: a text of 1 to 20 characters"),
                        new FieldError(
                                "ranges[0].leastMinutes", "must be a whole number from 0 to 600"));
    }

    @Test
    void valuesOfAListAreReadOneByOne() {
        Values values =
                SETTINGS.read(
                        Form.of(
                                json(
                                        """
                                        {"ranges": [{"name": "a", "leastMinutes": 5},
                                                    {"name": "b", "mostMinutes": 7}]}\
                                        """)));

        assertThat(values.of(RANGES))
                .extracting(range -> range.of(NAME) + range.of(LEAST) + "-" + range.of(MOST))
                .containsExactly("a5-600", "b0-7");
    }

    @Test
    void aRuleOverSeveralSettingsNamesItsField() {
        Form form =
                Form.of(
                        json(
                                """
                                {"ranges": [{"name": "a"},
                                  {"name": "b", "leastMinutes": 9, "mostMinutes": 8}]}\
                                """));

        SETTINGS.read(form);

        assertThat(form.errors())
                .containsExactly(
                        new FieldError("ranges[1].mostMinutes", "must not be below leastMinutes"));
    }

    @Test
    void aRuleIsNotAskedOverWhatIsWrongAnyway() {
        Form form =
                Form.of(
                        json(
                                """
                                {"ranges": [
                                  {"name": "b", "leastMinutes": 9, "mostMinutes": -8}]}\
                                """));

        SETTINGS.read(form);

        assertThat(form.errors())
                .extracting(FieldError::field)
                .containsExactly("ranges[0].mostMinutes");
    }

    @Test
    void nothingIsMadeOfWrongSettings() {
        Form wrong = Form.of(json("{}"));
        Form right = Form.of(json("{\"ranges\": [{\"name\": \"a\"}]}"));

        assertThat(SETTINGS.made(wrong, (_, _) -> "made")).isEmpty();
        assertThat(SETTINGS.made(right, (_, _) -> "made")).contains("made");
        assertThat(wrong.errors()).extracting(FieldError::field).containsExactly("ranges");
    }

    @Test
    void whatTheMakerNotesCountsToo() {
        Form form = Form.of(json("{\"ranges\": [{\"name\": \"a\"}]}"));

        Optional<String> made =
                SETTINGS.made(
                        form,
                        (_, notes) -> {
                            notes.complain("ranges[0].name", "is taken");
                            return "made";
                        });

        assertThat(made).isEmpty();
        assertThat(form.errors()).containsExactly(new FieldError("ranges[0].name", "is taken"));
    }

    @Test
    void errorsElsewhereInTheBodyMakeAnObjectNotWrong() {
        Form body = Form.of(json("{\"a\": {\"ranges\": 7}, \"ab\": {\"name\": \"x\"}}"));
        SETTINGS.read(body.form("a"));

        assertThat(Settings.of(NAME).made(body.form("ab"), (values, _) -> values.of(NAME)))
                .contains("x");
        assertThat(body.form("a").isWrong()).isTrue();
        assertThat(body.isWrong()).isTrue();
    }

    @Test
    void theSchemaSaysWhatPeopleNeed() {
        assertThat(SETTINGS.schema())
                .isEqualTo(
                        json(
                                """
                                {"$schema": "https://json-schema.org/draft/2020-12/schema",
                                 "type": "object",
                                 "properties": {
                                   "ranges": {"title": "Ranges", "type": "array",
                                     "minItems": 1, "maxItems": 5,
                                     "items": {"type": "object", "properties": {
                                       "name": {"title": "Name", "type": "string",
                                         "minLength": 1, "maxLength": 20, "pattern":
                                         "^[\\\\u0001-\\\\u0020]*[^\\\\u0000-\\\\u0020][^\\\\u0000]*$"},
                                       "leastMinutes": {"title": "Least minutes",
                                         "type": ["integer", "null"],
                                         "minimum": 0, "maximum": 600, "default": 0},
                                       "mostMinutes": {"title": "At most",
                                         "description": "Longer ones are passed.",
                                         "type": ["integer", "null"],
                                         "minimum": 0, "maximum": 600, "default": 600}},
                                       "required": ["name"], "additionalProperties": false}},
                                   "password": {"title": "Password",
                                     "type": ["string", "null"],
                                     "minLength": 1, "maxLength": 20, "pattern":
                                       "^[\\\\u0001-\\\\u0020]*[^\\\\u0000-\\\\u0020][^\\\\u0000]*$",
                                     "writeOnly": true}},
                                 "required": ["ranges"], "additionalProperties": false}\
                                """));
    }

    @Test
    void numbersInASchemaAreWrittenPlainly() {
        String schema =
                Settings.of(Setting.number("share", 0.25, 1_000_000).byDefault(100.0))
                        .schema()
                        .toString();

        assertThat(schema).contains("\"minimum\":0.25", "\"maximum\":1000000,", "\"default\":100}");
    }

    @Test
    void aSecretIsReadAndNotShown() {
        Values values =
                SETTINGS.read(
                        Form.of(json("{\"ranges\": [{\"name\": \"a\"}], \"password\": \"p\"}")));

        assertThat(values.of(PASSWORD)).contains("p");
        assertThat(values.shown())
                .isEqualTo(
                        json(
                                """
                                {"ranges": [
                                  {"name": "a", "leastMinutes": 0, "mostMinutes": 600}]}\
                                """));
    }

    @Test
    void mistakesOfDeclarationAreSeenAtOnce() {
        Values values = SETTINGS.read(Form.of(json("{\"ranges\": [{\"name\": \"a\"}]}")));

        assertThatThrownBy(() -> values.of(NAME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
        assertThatThrownBy(() -> Setting.wholeNumber("it", 1, 9).byDefault(10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it");
        assertThatThrownBy(() -> Setting.wholeNumber("it", 9, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Settings.of(NAME, NAME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
    }

    private static void leastIsNotAboveMost(Values values, Form form) {
        if (values.of(LEAST) > values.of(MOST)) {
            form.complain(MOST.name(), "must not be below " + LEAST.name());
        }
    }
}
