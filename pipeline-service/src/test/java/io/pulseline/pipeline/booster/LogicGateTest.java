package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogicGateTest {
    /** Of the activity below: it is a run by daylight, without GPS. */
    private static final Map<String, String> RULES =
            Map.of(
                    "yes", "{\"types\": [\"RUN\"]}",
                    "no", "{\"types\": [\"RIDE\"]}",
                    "unknown", "{\"place\": {\"latitudeDegrees\": 52, \"longitudeDegrees\": 13}}",
                    "notYes", "{\"types\": [\"RUN\"], \"negate\": true}",
                    "notNo", "{\"types\": [\"RIDE\"], \"negate\": true}",
                    "notUnknown", "{\"minimumDistanceKilometres\": 5, \"negate\": true}");

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "all, yes, true",
        "all, no, false",
        "all, yes notNo, true",
        "all, yes no, false",
        "all, yes unknown, false",
        "all, yes notUnknown, false",
        "any, no yes, true",
        "any, no notYes, false",
        "any, no unknown, false",
        "any, unknown yes, true",
        "any, notUnknown, false",
        "none, no notYes, true",
        "none, no yes, false",
        "none, unknown, true",
        "none, notUnknown, true",
        "none, notNo, false",
    })
    void theModeSaysHowManyMustMatch(String mode, String rules, boolean matches) {
        assertThat(gate(mode, rules, "continue", "halt").boost(run()))
                .isInstanceOf(matches ? BoostOutcome.Skipped.class : BoostOutcome.Halted.class);
        assertThat(gate(mode, rules, "halt", "continue").boost(run()))
                .isInstanceOf(matches ? BoostOutcome.Halted.class : BoostOutcome.Skipped.class);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "all | yes | it goes on: rule 1 matches if the type is RUN",
                "all | yes no | rule 2 matches only if the type is RIDE",
                "all | notYes | rule 1 matches only if not: the type is RUN",
                "all | yes unknown | rule 2 cannot be judged: no GPS",
                "all | yes notUnknown | rule 2 cannot be judged: no distance",
                "any | no yes | it goes on: rule 2 matches if the type is RUN",
                "any | unknown yes | it goes on: rule 2 matches if the type is RUN; rule 1"
                        + " cannot be judged: no GPS",
                "none | no yes | rule 2 matches if the type is RUN",
                "none | no notUnknown | it goes on: rule 1 matches only if the type is RIDE; rule 2"
                        + " cannot be judged: no distance",
            })
    void theReasonNamesTheRulesThatDecided(String mode, String rules, String reason) {
        BoostOutcome outcome = gate(mode, rules, "continue", "halt").boost(run());

        assertThat(outcome).isIn(new BoostOutcome.Skipped(reason), new BoostOutcome.Halted(reason));
    }

    @Test
    void aRuleIsAsAskedOnlyIfEverythingInItHolds() {
        String both = "{\"types\": [\"RUN\"], \"startsFrom\": \"18:00\"}";
        String neither = "{\"types\": [\"RUN\"], \"startsFrom\": \"18:00\", \"negate\": true}";

        assertThat(gate(both).boost(run())).isInstanceOf(BoostOutcome.Halted.class);
        assertThat(gate(neither).boost(run())).isInstanceOf(BoostOutcome.Skipped.class);
    }

    @Test
    void oneSureNoIsEnoughForANegatedRule() {
        String negated =
                """
                {"types": ["RIDE"], "minimumDistanceKilometres": 5, "negate": true}\
                """;

        assertThat(gate(negated).boost(run())).isInstanceOf(BoostOutcome.Skipped.class);
    }

    @Test
    void everyTypeOfARuleCounts() {
        assertThat(gate("{\"types\": [\"RIDE\", \"RUN\"]}").boost(run()))
                .isInstanceOf(BoostOutcome.Skipped.class);
    }

    @Test
    void timesAndDaysAreLocal() {
        // Saturday 01:30 there, Friday 23:30 in UTC.
        Activity early = Workouts.startingAt("2026-06-13T01:30:00+02:00");

        assertThat(gate("{\"weekdays\": [\"saturday\"], \"startsBefore\": \"02:00\"}").boost(early))
                .isInstanceOf(BoostOutcome.Skipped.class);
    }

    @Test
    void noRulesAreRefused() {
        for (String none : List.of("{}", "{\"rules\": []}")) {
            assertThat(Configured.errors(new LogicGateType(), none))
                    .extracting(FieldError::field)
                    .containsExactly("rules");
        }
    }

    @Test
    void aRuleThatAsksNothingIsRefused() {
        assertThat(
                        Configured.errors(
                                new LogicGateType(),
                                "{\"rules\": [{\"types\": [\"RUN\"]}, {\"negate\": true}]}"))
                .containsExactly(new FieldError("rules[1]", "asks nothing"));
    }

    @Test
    void wrongSettingsAreNamed() {
        String wrong =
                """
                {"mode": "some", "onMatch": "jump", "rules": [{"day": "monday"}]}\
                """;

        assertThat(Configured.errors(new LogicGateType(), wrong))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("mode", "onMatch", "rules[0].day");
    }

    private static Activity run() {
        return Workouts.startingAt("2026-06-13T07:30:00+02:00");
    }

    private static Booster gate(String rule) {
        return Configured.booster(new LogicGateType(), "{\"rules\": [" + rule + "]}");
    }

    private static Booster gate(String mode, String rules, String onMatch, String onNoMatch) {
        String listed =
                Stream.of(rules.split(" ", -1))
                        .map(rule -> String.valueOf(RULES.get(rule)))
                        .collect(Collectors.joining(","));
        return Configured.booster(
                new LogicGateType(),
                """
                {"mode": "%s", "onMatch": "%s", "onNoMatch": "%s", "rules": [%s]}\
                """
                        .formatted(mode, onMatch, onNoMatch, listed));
    }
}
