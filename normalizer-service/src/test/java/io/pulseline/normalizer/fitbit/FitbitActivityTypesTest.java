package io.pulseline.normalizer.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.ActivityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitbitActivityTypesTest {
    @ParameterizedTest
    @CsvSource({
        "90009, ランニング, RUN",
        "1071, Outdoor Bike, RIDE",
        "90013, Run, WALK",
        "777777, Hike, HIKE",
        "777777, ' interval workout ', INTERVAL_TRAINING",
        "777777, Underwater Chess, OTHER",
        ", Spinning, INDOOR_RIDE",
        "777777,, OTHER",
    })
    void theIdDecidesThenTheName(Long id, String name, String type) {
        assertThat(FitbitActivityTypes.of(id, name)).isEqualTo(type);
        assertThat(ActivityType.all()).contains(type);
    }

    @Test
    void anUnknownActivityKeepsItsIdAndName() {
        var activity =
                Mapped.activity(
                        Payloads.of()
                                .log(
                                        """
                                        {"startTime":"2026-05-14T18:00:00Z","activityTypeId":4294967297,
                                         "activityName":"Underwater Chess"}\
                                        """)
                                .build());

        assertThat(activity.getActivityType()).isEqualTo(ActivityType.OTHER);
        assertThat(activity.getProviderActivityTypeId()).isEqualTo("4294967297");
        assertThat(activity.getProviderActivityTypeName()).isEqualTo("Underwater Chess");
    }
}
