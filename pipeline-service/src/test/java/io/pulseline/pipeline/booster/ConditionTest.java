package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.form.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    private static final String EVERYTHING =
            """
            {"types": ["RUN", "WALK"], "weekdays": ["saturday", "sunday"],
             "startsFrom": "07:00", "startsBefore": "09:00",
             "place": {"latitudeDegrees": 52.5163, "longitudeDegrees": 13.3777},
             "titleContains": "park", "minimumDistanceKilometres": 4,
             "maximumDistanceKilometres": 6, "minimumDurationMinutes": 20,
             "maximumDurationMinutes": 40, "titleTemplate": "parkrun {localDate}"}\
            """;

    @Test
    void whereEverythingHoldsTheTitleIsReplaced() {
        assertThat(condition(EVERYTHING).boost(parkrun())).isEqualTo(titled("parkrun 2026-06-13"));
    }

    @ParameterizedTest(name = "only if {2}")
    @CsvSource({
        "activityType, RIDE, the type is RUN or WALK",
        "title, By the sea, the title contains \"park\"",
    })
    void oneThatDoesNotHoldIsEnoughToSkip(String field, String value, String reason) {
        Activity activity = parkrun();
        activity.put(field, value);

        assertThat(condition(EVERYTHING).boost(activity))
                .isEqualTo(new BoostOutcome.Skipped("applies only if " + reason));
    }

    @Test
    void anotherDayTimePlaceOrLengthIsSkipped() {
        Activity monday = parkrun();
        monday.setStartEpochMillis(parkrun().getStartEpochMillis() + 2 * 86_400_000L);
        Activity evening = parkrun();
        evening.setStartEpochMillis(parkrun().getStartEpochMillis() + 12 * 3_600_000L);
        Activity elsewhere = parkrun();
        elsewhere.setTrack(Workouts.track("52.5190,13.3777"));
        Activity tooFar = parkrun();
        tooFar.setDistanceMetres(6_001.0);
        Activity tooLong = parkrun();
        tooLong.setElapsedMilliseconds(2_400_001L);

        assertThat(reason(monday)).isEqualTo("it starts on Saturday or Sunday");
        assertThat(reason(evening)).isEqualTo("it starts from 07:00 and before 09:00");
        assertThat(reason(elsewhere)).isEqualTo("it starts within 200 m of the place");
        assertThat(reason(tooFar)).isEqualTo("the distance is at most 6 km");
        assertThat(reason(tooLong)).isEqualTo("it lasts at most 40 min");
    }

    @Test
    void whatCannotBeJudgedIsSkippedWithWhatIsLacking() {
        Activity withoutGps = parkrun();
        withoutGps.setTrack(null);

        assertThat(reason(withoutGps))
                .isEqualTo("it starts within 200 m of the place, and there is no GPS");
    }

    @Test
    void theRadiusIsTheOneThatWasSet() {
        Booster wide =
                condition(
                        """
                        {"place": {"latitudeDegrees": 52.5163, "longitudeDegrees": 13.3777,
                         "radiusMetres": 500}, "titleTemplate": "Gate"}\
                        """);
        Activity threeHundredMetresAway = Workouts.bare();
        threeHundredMetresAway.setTrack(Workouts.track("52.5190,13.3777"));

        assertThat(wide.boost(threeHundredMetresAway)).isEqualTo(titled("Gate"));
    }

    @Test
    void aWindowMayHaveOneEndOnly() {
        Booster late = condition("{\"startsFrom\": \"21:00\", \"titleTemplate\": \"Late\"}");
        Booster early = condition("{\"startsBefore\": \"06:00\", \"titleTemplate\": \"Early\"}");

        assertThat(late.boost(Workouts.startingAt("2026-06-13T23:59:00+02:00")))
                .isEqualTo(titled("Late"));
        assertThat(late.boost(Workouts.startingAt("2026-06-13T00:00:00+02:00")))
                .isInstanceOf(BoostOutcome.Skipped.class);
        assertThat(early.boost(Workouts.startingAt("2026-06-13T00:00:00+02:00")))
                .isEqualTo(titled("Early"));
        assertThat(early.boost(Workouts.startingAt("2026-06-13T06:00:00+02:00")))
                .isInstanceOf(BoostOutcome.Skipped.class);
    }

    @Test
    void theDescriptionTakesThePlaceOfTheSources() {
        Booster booster =
                condition("{\"descriptionTemplate\": \"{durationMinutes} min of {activityType}\"}");

        assertThat(booster.boost(parkrun()))
                .isEqualTo(BoostOutcome.Added.builder().description("25 min of Run").build());
    }

    @Test
    void aTemplateThatLacksSomethingIsSkipped() {
        Booster booster = condition("{\"titleTemplate\": \"{distanceKilometres} km\"}");

        assertThat(booster.boost(Workouts.bare()))
                .isEqualTo(
                        new BoostOutcome.Skipped(
                                "the activity has nothing for {distanceKilometres}"));
    }

    @Test
    void anUnknownVariableIsRefusedWhenSaved() {
        String wrong = "{\"titleTemplate\": \"{titel}\", \"descriptionTemplate\": \"{heartRate}\"}";

        assertThat(Configured.errors(new ConditionType(), wrong))
                .containsExactly(
                        new FieldError(
                                "titleTemplate",
                                "knows no variable {titel}, only {title}, {activityType},"
                                        + " {localDate}, {weekday}, {distanceKilometres},"
                                        + " {durationMinutes}"),
                        new FieldError(
                                "descriptionTemplate",
                                "knows no variable {heartRate}, only {title}, {activityType},"
                                        + " {localDate}, {weekday}, {distanceKilometres},"
                                        + " {durationMinutes}"));
    }

    @Test
    void withoutATemplateItIsRefused() {
        assertThat(Configured.errors(new ConditionType(), "{\"types\": [\"RUN\"]}"))
                .extracting(FieldError::field)
                .containsExactly("titleTemplate");
    }

    @ParameterizedTest(name = "{0} is wrong at {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"startsFrom\": \"25:00\" | startsFrom",
                "\"startsFrom\": \"07:00\", \"startsBefore\": \"07:00\" | startsBefore",
                "\"weekdays\": [\"Someday\"] | weekdays",
                "\"place\": {\"latitudeDegrees\": 52} | place.longitudeDegrees",
                "\"place\": {\"latitudeDegrees\": 91, \"longitudeDegrees\": 0} |"
                        + " place.latitudeDegrees",
                "\"minimumDurationMinutes\": 9, \"maximumDurationMinutes\": 8 |"
                        + " maximumDurationMinutes",
                "\"type\": \"RUN\" | type",
            })
    void wrongSettingsAreNamed(String settings, String field) {
        assertThat(
                        Configured.errors(
                                new ConditionType(),
                                "{\"titleTemplate\": \"x\", " + settings + "}"))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    private static String reason(Activity activity) {
        BoostOutcome.Skipped skipped = (BoostOutcome.Skipped) condition(EVERYTHING).boost(activity);
        return skipped.reason().replace("applies only if ", "");
    }

    private static BoostOutcome titled(String title) {
        return BoostOutcome.Added.builder().title(title).build();
    }

    private static Activity parkrun() {
        Activity activity = Workouts.lasting(1_500_000L);
        activity.setTitle("In the Park");
        activity.setDistanceMetres(5_000.0);
        activity.setTrack(Workouts.track("52.5163,13.3777"));
        return activity;
    }

    private static Booster condition(String configuration) {
        return Configured.booster(new ConditionType(), configuration);
    }
}
