package io.pulseline.pipeline.dashboard.pipelines;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pulseline.pipeline.dashboard.pipelines.Field.Limits;
import io.pulseline.pipeline.dashboard.pipelines.Field.Option;
import io.pulseline.pipeline.dashboard.pipelines.Field.Shape;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every kind of setting as a field of a form. */
class FieldsTest {
    private static final String PATH = "boosters[1].configuration";

    private static Field field(Setting<?> setting) {
        return Fields.of(Settings.of(setting).schema(), PATH, MissingNode.getInstance()).getFirst();
    }

    private static Field field(Setting<?> setting, String value) {
        return Fields.of(Settings.of(setting).schema(), PATH, json("{\"it\": " + value + "}"))
                .getFirst();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Test
    void aWholeNumberHasItsLimits() {
        Field beats = field(Setting.wholeNumber("it", 30, 250), "180");

        assertThat(beats.shape()).isEqualTo(Shape.NUMBER);
        assertThat(beats.limits()).isEqualTo(new Limits("30", "250", "1", ""));
        assertThat(beats.value()).isEqualTo("180");
        assertThat(beats.optional()).isFalse();
    }

    @Test
    void aNumberIsShownAsPeopleWriteIt() {
        Field ratio = field(Setting.number("it", 0.5, 200).byDefault(2.0));

        assertThat(ratio.shape()).isEqualTo(Shape.NUMBER);
        assertThat(ratio.limits()).isEqualTo(new Limits("0.5", "200", "any", ""));
        assertThat(ratio.value()).isEqualTo("2");
        assertThat(ratio.optional()).isTrue();
    }

    @Test
    void aTextIsNamedByItsPathAndSaysWhatItIs() {
        Field url = field(Setting.text("it", 50).title("Address").describedAs("As `https://a`."));

        assertThat(url.shape()).isEqualTo(Shape.TEXT);
        assertThat(url.path()).isEqualTo("boosters[1].configuration.it");
        assertThat(url.title()).isEqualTo("Address");
        assertThat(url.limits().longest()).isEqualTo("50");
        assertThat(url.help().pieces())
                .containsExactly(
                        new Help.Piece("As ", false),
                        new Help.Piece("https://a", true),
                        new Help.Piece(".", false));
    }

    @Test
    void aDescriptionHasSeveralLines() {
        assertThat(field(Setting.text("description", 2000)).shape()).isEqualTo(Shape.LINES);
    }

    @Test
    void aSecretIsNeverFilledIn() {
        Field secret = field(Setting.text("it", 50).secret().optional(), "\"whsec\"");

        assertThat(secret.shape()).isEqualTo(Shape.SECRET);
        assertThat(secret.value()).isEmpty();
    }

    @Test
    void aFlagIsOnOrOffAndAnOptionalOneMayBeNeither() {
        assertThat(field(Setting.flag("it").byDefault(true)).shape()).isEqualTo(Shape.FLAG);
        assertThat(field(Setting.flag("it").byDefault(true)).value()).isEqualTo("true");
        assertThat(field(Setting.flag("it")).value()).isEqualTo("false");
        assertThat(field(Setting.flag("it").optional()).shape()).isEqualTo(Shape.MAYBE);
        assertThat(field(Setting.flag("it").optional()).value()).isEmpty();
        assertThat(field(Setting.flag("it").optional(), "false").value()).isEqualTo("false");
    }

    @Test
    void aTimeOfTheDayIsOne() {
        Field time = field(Setting.localTime("it").byDefault(LocalTime.of(7, 30)));

        assertThat(time.shape()).isEqualTo(Shape.TIME);
        assertThat(time.value()).isEqualTo("07:30");
    }

    @Test
    void aChoiceHasItsWordsAndNotNull() {
        Field word = field(Setting.choice("it", List.of("RUN", "open-mhealth")).optional());

        assertThat(word.shape()).isEqualTo(Shape.CHOICE);
        assertThat(word.options())
                .containsExactly(
                        new Option("RUN", "Run", false),
                        new Option("open-mhealth", "open-mhealth", false));
    }

    @Test
    void aChosenWordThatIsGoneStaysUntilItsUserTakesItAway() {
        Field word = field(Setting.choice("it", List.of("a")), "\"old\"");

        assertThat(word.options())
                .containsExactly(new Option("a", "a", false), new Option("old", "old", true));
    }

    @Test
    void choicesThatWereTakenAwayDoNotComeBackByDefault() {
        Setting<List<String>> words =
                Setting.choices("it", List.of("a", "b")).byDefault(List.of("b"));

        assertThat(field(words).shape()).isEqualTo(Shape.CHOICES);
        assertThat(field(words).options())
                .containsExactly(new Option("a", "a", false), new Option("b", "b", true));
        assertThat(field(words, "[]").options()).noneMatch(Option::chosen);
    }

    @Test
    void anObjectHasFieldsOfItsOwnAndMayBeAway() {
        Setting<?> place =
                Setting.object("it", Settings.of(Setting.number("latitude", -90, 90))).optional();

        assertThat(field(place).shape()).isEqualTo(Shape.OBJECT);
        assertThat(field(place).value()).isEqualTo("false");
        Field there = field(place, "{\"latitude\": 55.5}");
        assertThat(there.value()).isEqualTo("true");
        assertThat(there.fields().getFirst().path()).isEqualTo(PATH + ".it.latitude");
        assertThat(there.fields().getFirst().value()).isEqualTo("55.5");
    }

    @Test
    void aListHasItsItemsAndABlankOneWithoutANumber() {
        Setting<?> rules =
                Setting.list("it", 1, 5, Settings.of(Setting.wholeNumber("limit", 1, 9)));

        Field list = field(rules, "[{\"limit\": 3}, {\"limit\": 4}]");

        assertThat(list.shape()).isEqualTo(Shape.LIST);
        assertThat(list.items())
                .extracting(item -> item.fields().getFirst().path())
                .containsExactly(PATH + ".it[0].limit", PATH + ".it[1].limit");
        assertThat(list.items().getLast().fields().getFirst().value()).isEqualTo("4");
        assertThat(requireNonNull(list.blank()).fields().getFirst().path())
                .isEqualTo(PATH + ".it[?].limit");
    }

    @Test
    void aListOfTextsHasAFieldForEachSoThatTextsMayHaveCommas() {
        Field texts = field(Setting.texts("it", 0, 5, 20), "[\"a, b\"]");

        Field first = texts.items().getFirst().fields().getFirst();
        assertThat(first.path()).isEqualTo(PATH + ".it[0]");
        assertThat(first.value()).isEqualTo("a, b");
        assertThat(first.title()).isEqualTo("It");
    }
}
