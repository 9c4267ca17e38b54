package io.pulseline.pipeline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final Instant CREATED = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void whatEndsAfterItsCreationStartsIt() {
        assertThat(pipeline(true, false).isStartedBy("activity", CREATED)).isTrue();
        assertThat(pipeline(true, false).isStartedBy("activity", CREATED.plusSeconds(1))).isTrue();
    }

    @Test
    void whatEndedBeforeStartsItOnlyWhenAskedFor() {
        Instant before = CREATED.minusMillis(1);

        assertThat(pipeline(true, false).isStartedBy("activity", before)).isFalse();
        assertThat(pipeline(true, true).isStartedBy("activity", before)).isTrue();
    }

    @Test
    void whatEndedInTheSecondOfItsCreationStartsIt() {
        Instant createdWithinTheSecond = CREATED.plusMillis(700);
        Pipeline created = pipeline(true, false, createdWithinTheSecond);

        assertThat(created.isStartedBy("activity", CREATED)).isTrue();
        assertThat(created.isStartedBy("activity", CREATED.minusSeconds(1))).isFalse();
    }

    @Test
    void nothingStartsADisabledOne() {
        assertThat(pipeline(false, true).isStartedBy("activity", CREATED)).isFalse();
    }

    @Test
    void otherRecordsDoNotStartIt() {
        assertThat(pipeline(true, true).isStartedBy("sleep", CREATED)).isFalse();
    }

    private static Pipeline pipeline(boolean enabled, boolean includeEarlier) {
        return pipeline(enabled, includeEarlier, CREATED);
    }

    private static Pipeline pipeline(boolean enabled, boolean includeEarlier, Instant createdAt) {
        return new Pipeline(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Runs",
                enabled,
                "activity",
                includeEarlier,
                List.of(),
                List.of(),
                createdAt,
                createdAt);
    }
}
