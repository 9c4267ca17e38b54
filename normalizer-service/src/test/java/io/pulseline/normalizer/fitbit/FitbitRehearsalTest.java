package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.health.Activity;
import org.junit.jupiter.api.Test;

class FitbitRehearsalTest {
    @Test
    void theRehearsalWalksTheWholeWay() {
        // When
        Activity activity = new FitbitActivities().map(FitbitRehearsal.payload()).activity();

        // Then
        assertThat(activity.getHeartRate()).as("heart rate").isNotNull();
        assertThat(activity.getTrack()).as("track").isNotNull();
        assertThat(activity.getLaps()).as("laps").hasSize(1);
    }
}
