package io.pulseline.pipeline.target.strava;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.ActivityType;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StravaSportTest {

    @ParameterizedTest
    @CsvSource({
        "RUN, Run, true, false",
        "TREADMILL_RUN, Run, true, true",
        "WALK, Walk, true, false",
        "HIKE, Hike, true, false",
        "RIDE, Ride, true, false",
        "INDOOR_RIDE, Ride, true, true",
        "VIRTUAL_RIDE, VirtualRide, false, false",
        "SWIM, Swim, true, false",
        "ELLIPTICAL, Elliptical, false, false",
        "ROWING, Rowing, true, false",
        "STRENGTH, WeightTraining, true, false",
        "INTERVAL_TRAINING, HighIntensityIntervalTraining, false, false",
        "CIRCUIT_TRAINING, Workout, true, false",
        "YOGA, Yoga, true, false",
        "PILATES, Pilates, false, false",
        "AEROBICS, Workout, true, false",
        "SPORT, Workout, true, false",
        "WORKOUT, Workout, true, false",
        "OTHER, Workout, true, false",
        "UNDERWATER_CHESS, Workout, true, false",
    })
    void everyTypeHasStravasWord(String ours, String theirs, boolean inFile, boolean indoors) {
        assertThat(StravaSport.of(ours)).isEqualTo(new StravaSport(theirs, inFile, indoors));
    }

    @Test
    void noTypeIsForgotten() {
        Set<String> words =
                ActivityType.all().stream()
                        .map(type -> StravaSport.of(type).sportType())
                        .collect(Collectors.toSet());

        assertThat(ActivityType.all()).hasSize(19);
        assertThat(words).hasSize(13);
    }
}
