package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeMapperTest {
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
                .isEqualTo(fits ? becomes("YOGA") : new BoostOutcome.Skipped("no rule fits"));
    }

    @Test
    void theFirstRuleThatFitsWins() {
        Booster mapper =
                mapper(
                        rule("title", "contains", "hill", "HIKE"),
                        rule("title", "contains", "run", "TREADMILL_RUN"),
                        rule("title", "contains", "hill run", "RUN"));

        assertThat(mapper.boost(with("title", "Hill run"))).isEqualTo(becomes("HIKE"));
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
        assertThat(mapper(forRides).boost(ride)).isEqualTo(becomes("VIRTUAL_RIDE"));
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
        String wrong =
                """
                {"rules": [
                  {"field": "colour", "match": "equals", "value": "x", "type": "RUN"},
                  {"field": "title", "match": "regex", "value": "(", "type": "RUN"},
                  {"field": "title", "match": "contains", "type": "FLYING", "from": "RUN"}]}\
                """;

        assertThat(Configured.errors(new TypeMapperType(), wrong))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "rules[0].field",
                        "rules[1].value",
                        "rules[2].from",
                        "rules[2].value",
                        "rules[2].type");
    }

    @Test
    void noRulesAreAnError() {
        assertThat(Configured.errors(new TypeMapperType(), "{}"))
                .extracting(FieldError::field)
                .containsExactly("rules");
    }

    private static String rule(String field, String match, String value, String type) {
        return """
        {"field": "%s", "match": "%s", "value": "%s", "type": "%s"}\
        """
                .formatted(field, match, value, type);
    }

    private static Booster mapper(String... rules) {
        return Configured.booster(
                new TypeMapperType(), "{\"rules\": [" + String.join(",", rules) + "]}");
    }

    private static BoostOutcome becomes(String type) {
        return BoostOutcome.Added.builder().activityType(type).build();
    }

    private static Activity with(String field, @Nullable String text) {
        Activity activity = new Activity();
        activity.setActivityType("RUN");
        activity.put(field, text);
        return activity;
    }
}
