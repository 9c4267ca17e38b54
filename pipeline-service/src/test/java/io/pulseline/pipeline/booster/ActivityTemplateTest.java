package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTemplateTest {

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Just words | Just words",
                "{title} | Morning {weekday} $1",
                "{activityType} | Treadmill run",
                "{localDate} | 2026-06-13",
                "{weekday} | Saturday",
                "{distanceKilometres} km | 10.05 km",
                "{durationMinutes} min | 63 min",
                "{weekday}: {title}, {weekday} | Saturday: Morning {weekday} $1, Saturday",
                "an open { alone | an open { alone",
                "a closed } before { an open | a closed } before { an open",
                "{{weekday}} | {Saturday}",
                "costs $5 \\ more | costs $5 \\ more",
            })
    void variablesAreFilledInOnce(String template, String filled) {
        assertThat(new ActivityTemplate(template).filled(full())).isEqualTo(filled);
        assertThat(new ActivityTemplate(template).unknownVariables()).isEmpty();
    }

    @Test
    void numbersAreWrittenAlikeEverywhere() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new ActivityTemplate("{distanceKilometres} {weekday}").filled(full()))
                    .isEqualTo("10.05 Saturday");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theDateIsTheLocalOne() {
        Activity lateInHonolulu = Workouts.startingAt("2026-06-13T23:30:00-10:00");

        assertThat(new ActivityTemplate("{localDate} {weekday}").filled(lateInHonolulu))
                .isEqualTo("2026-06-13 Saturday");
    }

    @Test
    void otherWordsInBracesAreUnknown() {
        assertThat(
                        new ActivityTemplate("{title} {Title} {} { title} {heartRate}")
                                .unknownVariables())
                .containsExactly("Title", "", " title", "heartRate");
    }

    @ParameterizedTest
    @CsvSource({
        "{title}",
        "{localDate}",
        "{weekday}",
        "{distanceKilometres}",
        "{durationMinutes}",
    })
    void whatTheActivityLacksIsToldAndNotFilledWithZero(String variable) {
        ActivityTemplate template = new ActivityTemplate("A " + variable);

        assertThat(template.lacking(Workouts.bare())).contains(variable);
        assertThat(template.lacking(full())).isEmpty();
    }

    private static Activity full() {
        Activity activity = Workouts.lasting(3_770_000L);
        activity.setTitle("Morning {weekday} $1");
        activity.setActivityType("TREADMILL_RUN");
        activity.setDistanceMetres(10_049.9);
        return activity;
    }
}
