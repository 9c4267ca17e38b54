package io.pulseline.pipeline.pipeline;

import static io.pulseline.pipeline.pipeline.StartAnswer.DISABLED;
import static io.pulseline.pipeline.pipeline.StartAnswer.EARLIER;
import static io.pulseline.pipeline.pipeline.StartAnswer.OTHER_RECORD;
import static io.pulseline.pipeline.pipeline.StartAnswer.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import io.pulseline.pipeline.Activities;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineTest {
    private static final Instant CREATED = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID USER = UUID.randomUUID();

    @Test
    void whatEndsAfterItsCreationStartsIt() {
        assertThat(asked(pipeline(true, false), CREATED)).isEqualTo(STARTED);
        assertThat(asked(pipeline(true, false), CREATED.plusSeconds(1))).isEqualTo(STARTED);
    }

    @Test
    void whatEndedBeforeStartsItOnlyWhenAskedFor() {
        Instant before = CREATED.minusMillis(1);

        assertThat(asked(pipeline(true, false), before)).isEqualTo(EARLIER);
        assertThat(asked(pipeline(true, true), before)).isEqualTo(STARTED);
    }

    @Test
    void whatEndedInTheSecondOfItsCreationStartsIt() {
        Pipeline created = pipeline(true, false, any(), CREATED.plusMillis(700));

        assertThat(asked(created, CREATED)).isEqualTo(STARTED);
        assertThat(asked(created, CREATED.minusSeconds(1))).isEqualTo(EARLIER);
    }

    @Test
    void whatHasNoKnownEndIsNotEarlier() {
        assertThat(asked(pipeline(true, false), null)).isEqualTo(STARTED);
    }

    @Test
    void nothingStartsADisabledOne() {
        assertThat(asked(pipeline(false, true), CREATED)).isEqualTo(DISABLED);
    }

    @Test
    void otherRecordsDoNotStartIt() {
        assertThat(
                        pipeline(true, true)
                                .asked(new Candidate("sleep", "FITBIT", null, null, CREATED)))
                .isEqualTo(OTHER_RECORD);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            emptyValue = "",
            value = {
                "FITBIT        | RUN   | SENSED | STARTED",
                "FITBIT        | RIDE  | SENSED | STARTED",
                "GOOGLE_HEALTH | RUN   | SENSED | OTHER_PROVIDER",
                "''            | RUN   | SENSED | OTHER_PROVIDER",
                "FITBIT        | WALK  | SENSED | OTHER_ACTIVITY_TYPE",
                "FITBIT        | SKATE | SENSED | OTHER_ACTIVITY_TYPE",
                "FITBIT        | RUN   | MANUAL | OTHER_RECORDING_METHOD",
                "FITBIT        | RUN   | -      | OTHER_RECORDING_METHOD",
            })
    void aTriggerNamesWhatStartsIt(
            String provider, String type, @Nullable String method, StartAnswer answer) {
        Trigger trigger =
                new Trigger(
                        "activity",
                        List.of("FITBIT"),
                        List.of("RUN", "RIDE"),
                        List.of("SENSED"),
                        List.of());

        Pipeline pipeline = pipeline(true, false, trigger, CREATED);

        assertThat(pipeline.asked(Candidate.of(activity(provider, type, method), CREATED)))
                .isEqualTo(answer);
    }

    @Test
    void anEmptyListNarrowsNothing() {
        assertThat(
                        pipeline(true, false)
                                .asked(Candidate.of(activity("ELSEWHERE", "SKATE", null), CREATED)))
                .isEqualTo(STARTED);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"5, x", "193, x", "194, x", "200, x", "5, \uD83C\uDFC3", "200, \uD83C\uDFC3"})
    void aCopyHasANameThatFits(int characters, String character) {
        String name = character.repeat(characters);

        PipelineDraft copy =
                new PipelineDraft(name, true, any(), true, false, List.of(), List.of()).copy();

        assertThat(copy.enabled()).isFalse();
        assertThat(copy.name()).isEqualTo(character.repeat(Math.min(characters, 193)) + " (copy)");
    }

    private static StartAnswer asked(Pipeline pipeline, @Nullable Instant endedAt) {
        return pipeline.asked(Candidate.of(activity(), endedAt));
    }

    private static Activity activity() {
        return Activities.run(USER, "1", CREATED);
    }

    private static Activity activity(String provider, String type, @Nullable String method) {
        Activity activity = activity();
        activity.setActivityType(type);
        activity.getProvenance().setProvider(provider);
        activity.getProvenance().setRecordingMethod(method);
        return activity;
    }

    private static Trigger any() {
        return Trigger.any("activity");
    }

    private static Pipeline pipeline(boolean enabled, boolean includeEarlier) {
        return pipeline(enabled, includeEarlier, any(), CREATED);
    }

    private static Pipeline pipeline(
            boolean enabled, boolean includeEarlier, Trigger trigger, Instant createdAt) {
        return new Pipeline(
                UUID.randomUUID(),
                USER,
                "Runs",
                enabled,
                trigger,
                includeEarlier,
                false,
                List.of(),
                List.of(),
                createdAt,
                createdAt);
    }
}
