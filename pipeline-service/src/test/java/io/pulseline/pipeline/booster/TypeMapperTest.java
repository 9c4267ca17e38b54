package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeMapperTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0} {1} ''{2}'' on ''{3}'' fits: {4}")
    @CsvSource({
        "title, contains, tread, On the TREADMILL, true",
        "title, contains, tread, In the wood, false",
        "title, equals, lunch run, Lunch Run, true",
        "title, equals, lunch run, Lunch Run!, false",
        "title, starts, parkrun, Parkrun 7, true",
        "title, starts, parkrun, My parkrun, false",
        "title, regex, ^Z[0-9]$, Z2, true",
        "title, regex, ^Z[0-9]$, z2, false",
        "title, regex, (?i)^z[0-9]$, Z2, true",
        "title, contains, ß, STRASSE, false",
        "providerActivityTypeName, equals, spinning, Spinning, true",
        "activityType, equals, WORKOUT, WORKOUT, true",
    })
    void aRuleFitsAsItsMatchSays(
            String field, String match, String value, String text, boolean fits) {
        Booster mapper = mapper(rule(field, match, value, "YOGA"));

        BoostOutcome outcome = mapper.boost(with(field, text));

        assertThat(outcome)
                .isEqualTo(
                        fits
                                ? BoostOutcome.Added.type("YOGA")
                                : new BoostOutcome.Skipped("no rule fits"));
    }

    @Test
    void theFirstRuleThatFitsWins() {
        Booster mapper =
                mapper(
                        rule("title", "contains", "hill", "HIKE"),
                        rule("title", "contains", "run", "TREADMILL_RUN"),
                        rule("title", "contains", "hill run", "RUN"));

        assertThat(mapper.boost(with("title", "Hill run")))
                .isEqualTo(BoostOutcome.Added.type("HIKE"));
    }

    @Test
    void aRuleForAnotherTypeIsPassedOver() {
        String forRides =
                """
                {"field": "title", "match": "contains", "value": "x", "fromType": "RIDE",
                 "type": "VIRTUAL_RIDE"}\
                """;
        Activity run = with("title", "x");
        Activity ride = with("title", "x");
        ride.setActivityType("RIDE");

        assertThat(mapper(forRides).boost(run)).isInstanceOf(BoostOutcome.Skipped.class);
        assertThat(mapper(forRides).boost(ride)).isEqualTo(BoostOutcome.Added.type("VIRTUAL_RIDE"));
    }

    @Test
    void anActivityOfThatTypeIsSkippedWithAReason() {
        assertThat(mapper(rule("title", "contains", "x", "RUN")).boost(with("title", "x")))
                .isEqualTo(new BoostOutcome.Skipped("the activity is already a RUN"));
    }

    @Test
    void anAbsentFieldFitsNothing() {
        assertThat(mapper(rule("title", "regex", ".*", "YOGA")).boost(with("title", null)))
                .isEqualTo(new BoostOutcome.Skipped("no rule fits"));
    }

    @Test
    void wrongSettingsAreNamedAllAtOnce() {
        Form form =
                form(
                        """
                        {"rules": [
                          {"field": "colour", "match": "regex", "value": "(", "type": "RUN"},
                          {"field": "title", "match": "contains", "type": "FLYING", "from": "RUN"}]}\
                        """);

        new TypeMapperType().configured(form);

        assertThat(form.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "rules[0].field",
                        "rules[0].value",
                        "rules[1].from",
                        "rules[1].value",
                        "rules[1].type");
    }

    @Test
    void noRulesAreAnError() {
        Form form = form("{}");

        new TypeMapperType().configured(form);

        assertThat(form.errors()).extracting(FieldError::field).containsExactly("rules");
    }

    private static String rule(String field, String match, String value, String type) {
        return """
        {"field": "%s", "match": "%s", "value": "%s", "type": "%s"}\
        """
                .formatted(field, match, value, type);
    }

    private static Booster mapper(String... rules) {
        Form form = form("{\"rules\": [" + String.join(",", rules) + "]}");
        Booster booster = new TypeMapperType().configured(form);
        assertThat(form.errors()).isEqualTo(List.of());
        return booster;
    }

    private static Form form(String json) {
        try {
            return Form.of(JSON.readTree(json));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Activity with(String field, @Nullable String text) {
        Activity activity = new Activity();
        activity.setActivityType("RUN");
        activity.put(field, text);
        return activity;
    }
}
