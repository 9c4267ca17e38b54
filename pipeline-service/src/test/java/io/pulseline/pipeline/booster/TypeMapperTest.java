package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeMapperTest {
    private static final BoostOutcome NO_RULE_FITS = new BoostOutcome.Skipped("no rule fits");

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
        "description, contains, belt, On the belt, true",
        "providerActivityTypeName, equals, spinning, Spinning, true",
        "activityType, equals, WORKOUT, WORKOUT, true",
    })
    void aRuleFitsAsItsMatchSays(
            String field, String match, String value, String text, boolean fits) {
        Booster mapper = mapper(rule(field, match, value, "YOGA"));

        assertThat(mapper.boost(with(field, text)))
                .isEqualTo(fits ? becomes("YOGA") : NO_RULE_FITS);
    }

    @RepeatedTest(20)
    void theFirstRuleThatFitsWinsEveryTime() {
        Booster mapper =
                mapper(
                        rule("title", "contains", "hill", "HIKE"),
                        rule("title", "contains", "run", "TREADMILL_RUN"),
                        rule("title", "contains", "hill run", "RUN"));

        assertThat(mapper.boost(with("title", "Hill run"))).isEqualTo(becomes("HIKE"));
    }

    @Test
    void aRuleForAnotherTypeIsPassedOver() {
        Booster forRides =
                mapper(
                        """
                        {"field": "title", "match": "contains", "value": "x",
                         "fromType": "RIDE", "type": "VIRTUAL_RIDE"}\
                        """);
        Activity ride = with("title", "x");
        ride.setActivityType("RIDE");

        assertThat(forRides.boost(with("title", "x"))).isEqualTo(NO_RULE_FITS);
        assertThat(forRides.boost(ride)).isEqualTo(becomes("VIRTUAL_RIDE"));
    }

    @Test
    void aRunWithoutGpsBecomesATreadmillRun() {
        Booster mapper =
                mapper(
                        """
                        {"fromType": "RUN", "hasGps": false, "type": "TREADMILL_RUN"}\
                        """);
        Activity outside = Workouts.bare();
        outside.setTrack(Workouts.track("52.5,13.4"));

        assertThat(mapper.boost(Workouts.bare())).isEqualTo(becomes("TREADMILL_RUN"));
        assertThat(mapper.boost(outside)).isEqualTo(NO_RULE_FITS);
    }

    @ParameterizedTest(name = "{0} m in {1} ms fits: {2}")
    @CsvSource({
        "3000, 1200000, true",
        "2999, 1200000, false",
        "10000, 3600000, true",
        "10001, 3600000, false",
        "5000, 1199999, false",
        "5000, 3600001, false",
        ", 1800000, false",
        "5000, , false",
        "0, 1800000, false",
    })
    void everyLimitMustHold(@Nullable Double metres, @Nullable Long milliseconds, boolean fits) {
        Booster mapper =
                mapper(
                        """
                        {"minimumDistanceKilometres": 3, "maximumDistanceKilometres": 10,
                         "minimumDurationMinutes": 20, "maximumDurationMinutes": 60,
                         "type": "HIKE"}\
                        """);
        Activity activity = Workouts.lasting(milliseconds);
        activity.setDistanceMetres(metres);

        assertThat(mapper.boost(activity)).isEqualTo(fits ? becomes("HIKE") : NO_RULE_FITS);
    }

    @Test
    void anActivityOfThatTypeIsSkippedWithAReason() {
        assertThat(mapper(rule("title", "contains", "x", "RUN")).boost(with("title", "x")))
                .isEqualTo(new BoostOutcome.Skipped("the activity is already a RUN"));
    }

    @Test
    void anAbsentFieldFitsNothing() {
        assertThat(mapper(rule("title", "regex", ".*", "YOGA")).boost(with("title", null)))
                .isEqualTo(NO_RULE_FITS);
    }

    @Test
    void aHostileExpressionEndsInTime() {
        Booster mapper = mapper(rule("title", "regex", "^(a+)+$", "YOGA"));

        assertThat(mapper.boost(with("title", "a".repeat(200) + "!"))).isEqualTo(NO_RULE_FITS);
    }

    @Test
    void wrongSettingsAreNamedAllAtOnce() {
        String wrong =
                """
                {"rules": [
                  {"field": "colour", "match": "equals", "value": "x", "type": "RUN"},
                  {"field": "title", "match": "regex", "value": "(", "type": "RUN"},
                  {"field": "title", "type": "RUN"},
                  {"minimumDistanceKilometres": 5, "maximumDistanceKilometres": 4, "type": "RUN"},
                  {"field": "title", "match": "contains", "value": "x", "type": "FLYING",
                   "from": "RUN"}]}\
                """;

        assertThat(Configured.errors(new TypeMapperType(), wrong))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "rules[0].field",
                        "rules[1].value",
                        "rules[2].match",
                        "rules[2].value",
                        "rules[3].maximumDistanceKilometres",
                        "rules[4].from",
                        "rules[4].type");
    }

    @Test
    void aRuleThatAsksNothingIsRefused() {
        assertThat(Configured.errors(new TypeMapperType(), "{\"rules\": [{\"type\": \"RUN\"}]}"))
                .containsExactly(new FieldError("rules[0]", "asks nothing"));
    }

    @Test
    void noRulesAreAnError() {
        assertThat(Configured.errors(new TypeMapperType(), "{}"))
                .extracting(FieldError::field)
                .containsExactly("rules");
    }

    private static BoostOutcome becomes(String type) {
        return BoostOutcome.Added.builder().activityType(type).build();
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

    private static Activity with(String field, @Nullable String text) {
        Activity activity = Workouts.bare();
        activity.put(field, text);
        return activity;
    }
}
