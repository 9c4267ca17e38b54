package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Activity;
import io.pulseline.normalizer.record.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FitbitRehearsalTest {
    static Iterable<String> kinds() {
        return PayloadKind.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsRehearsedWithoutAnythingStrange(String kind) {
        // When
        Mapping mapping = Mapped.of(FitbitRehearsal.of(kind));

        // Then
        assertThat(mapping.records()).isNotEmpty();
        assertThat(mapping.oddities()).isEmpty();
    }

    @Test
    void theWalkHasAllItsParts() {
        // When
        Activity activity = Mapped.activity(FitbitRehearsal.of(PayloadKind.ACTIVITY));

        // Then
        assertThat(activity.getHeartRate()).as("heart rate").isNotNull();
        assertThat(activity.getTrack()).as("track").isNotNull();
        assertThat(activity.getLaps()).as("laps").hasSize(1);
    }
}
