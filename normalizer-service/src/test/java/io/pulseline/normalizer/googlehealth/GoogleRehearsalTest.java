package io.pulseline.normalizer.googlehealth;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.normalizer.record.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoogleRehearsalTest {
    static Iterable<String> kinds() {
        return PayloadKind.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsRehearsedWithoutAnythingStrange(String kind) {
        // When
        Mapping mapping = GoogleMapped.of(GoogleMapped.mapper(kind).rehearsal());

        // Then
        assertThat(mapping.records()).isNotEmpty();
        assertThat(mapping.oddities()).isEmpty();
    }

    @Test
    void theWalkHasAllItsParts() {
        Activity activity =
                GoogleMapped.only(
                        GoogleMapped.of(GoogleRehearsal.of(PayloadKind.ACTIVITY)), Activity.class);

        assertThat(activity.getHeartRate()).as("heart rate").isNotNull();
        assertThat(activity.getTrack()).as("track").isNotNull();
        assertThat(activity.getLaps()).as("laps").hasSize(1);
    }

    @Test
    void theNightHasItsSamples() {
        OxygenSaturation night =
                GoogleMapped.only(
                        GoogleMapped.of(GoogleRehearsal.of(PayloadKind.OXYGEN_SATURATION)),
                        OxygenSaturation.class);

        assertThat(night.getIntraday()).isNotNull();
    }
}
