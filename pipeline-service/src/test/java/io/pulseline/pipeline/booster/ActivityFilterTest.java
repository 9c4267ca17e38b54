package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityFilterTest {
    private static final BoostOutcome PASSES = new BoostOutcome.Skipped("the filter lets it pass");

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "exclusions",
                    """
                    {"excludeTypes": ["WALK", "YOGA"], "excludeTitles": ["commute", "test"],
                     "excludeDescriptions": ["#private"]}\
                    """,
                    "inclusions",
                    """
                    {"includeTypes": ["RUN", "HIKE"], "includeTitles": ["hill", "wood"],
                     "includeDescriptions": ["#share"]}\
                    """,
                    "both",
                    """
                    {"includeTitles": ["hill"], "excludeTitles": ["commute"]}\
                    """);

    @ParameterizedTest(name = "{0}: {1} ''{2}'' ''{3}'' passes: {4}")
    @CsvSource({
        "exclusions, RUN, Morning, , true",
        "exclusions, WALK, Morning, , false",
        "exclusions, YOGA, Morning, , false",
        "exclusions, RUN, My COMMUTE home, , false",
        "exclusions, RUN, Testing, , false",
        "exclusions, RUN, Morning, Only mine #Private, false",
        "exclusions, WALK, Commute, #private, false",
        "inclusions, RUN, Hill, #share, true",
        "inclusions, HIKE, In the woods, please #SHARE, true",
        "inclusions, RIDE, Hill, #share, false",
        "inclusions, RUN, Sea, #share, false",
        "inclusions, RUN, Hill, alone, false",
        "inclusions, RUN, Hill, , false",
        "inclusions, RUN, , #share, false",
        "both, RUN, Hill commute, , false",
        "both, RUN, Hill, , true",
    })
    void oneExclusionHaltsAndInclusionsOfAllKindsMustHold(
            String settings,
            String type,
            @Nullable String title,
            @Nullable String description,
            boolean passes) {
        Activity activity = Workouts.bare();
        activity.setActivityType(type);
        activity.setTitle(title);
        activity.setDescription(description);

        BoostOutcome outcome = filter(String.valueOf(SETTINGS.get(settings))).boost(activity);

        assertThat(outcome.equals(PASSES)).isEqualTo(passes);
        assertThat(outcome instanceof BoostOutcome.Halted).isEqualTo(!passes);
    }

    @Test
    void anActivityWithoutTextsIsNotExcludedByThem() {
        assertThat(filter("{\"excludeTitles\": [\"x\"]}").boost(Workouts.bare())).isEqualTo(PASSES);
    }

    @Test
    void theReasonIsOneForPeople() {
        Activity activity = Workouts.lasting(600_000L);
        activity.setTitle("Commute");
        activity.setDistanceMetres(800.0);

        assertThat(filter("{\"excludeTitles\": [\"test\", \"commute\"]}").boost(activity))
                .isEqualTo(
                        new BoostOutcome.Halted(
                                "left out if the title contains \"test\" or contains \"commute\""));
        assertThat(filter("{\"includeTypes\": [\"RIDE\", \"WALK\"]}").boost(activity))
                .isEqualTo(new BoostOutcome.Halted("let through only if the type is RIDE or WALK"));
        assertThat(filter("{\"minimumDistanceKilometres\": 1}").boost(activity))
                .isEqualTo(
                        new BoostOutcome.Halted(
                                "let through only if the distance is at least 1 km"));
    }

    @ParameterizedTest(name = "{0} m in {1} ms passes: {2}")
    @CsvSource({
        "1000, 600000, true",
        "999, 600000, false",
        "42195, 7200000, true",
        "1000, 7200001, false",
        "1000, 599999, false",
        "0, 600000, false",
        "1000, 0, false",
    })
    void limitsMustHold(double metres, long milliseconds, boolean passes) {
        Activity activity = Workouts.lasting(milliseconds);
        activity.setDistanceMetres(metres);

        assertThat(limited().boost(activity) instanceof BoostOutcome.Skipped).isEqualTo(passes);
    }

    @Test
    void anActivityWithoutADistanceIsNotOneOfAtLeastAKilometre() {
        assertThat(limited().boost(Workouts.lasting(600_000L)))
                .isEqualTo(
                        new BoostOutcome.Halted(
                                "let through only if the distance is at least 1 km, and there is"
                                        + " no distance"));
    }

    @Test
    void aFilterThatFiltersNothingIsRefused() {
        for (String nothing : List.of("{}", "{\"excludeTypes\": [], \"includeTitles\": []}")) {
            assertThat(Configured.errors(new ActivityFilterType(), nothing))
                    .extracting(FieldError::field)
                    .containsExactly("excludeTypes");
        }
    }

    @Test
    void wrongSettingsAreNamed() {
        String wrong =
                """
                {"excludeTypes": ["FLYING"], "includeTitles": [""], "includeTitle": ["x"],
                 "minimumDurationMinutes": -1}\
                """;

        assertThat(Configured.errors(new ActivityFilterType(), wrong))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "excludeTypes",
                        "includeTitles[0]",
                        "includeTitle",
                        "minimumDurationMinutes");
    }

    private static Booster limited() {
        return filter(
                """
                {"minimumDistanceKilometres": 1, "minimumDurationMinutes": 10,
                 "maximumDurationMinutes": 120}\
                """);
    }

    private static Booster filter(String configuration) {
        return Configured.booster(new ActivityFilterType(), configuration);
    }
}
