package io.pulseline.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetPlacesTest {
    private static final Path ARCHIVE = Path.of("/stack/archive");
    private static final String SIMULATOR = "http://localhost:8089";
    private static final Map<String, String> REAL_STRAVA =
            Map.of(
                    TargetPlaces.STRAVA_CLIENT_ID, "4711",
                    TargetPlaces.STRAVA_CLIENT_SECRET, "hush");

    @Test
    void simulatedPeopleGoToSimulatedPlaces() {
        Map<String, String> told =
                TargetPlaces.from(Map.of()).serviceEnvironment(Map.of(), ARCHIVE, SIMULATOR, true);

        assertThat(told)
                .containsEntry("PULSELINE_ARCHIVE_ROOT", "/stack/archive")
                .containsEntry("PULSELINE_STRAVA_CLIENT_ID", "178293")
                .containsEntry("PULSELINE_STRAVA_API_URL", SIMULATOR + "/strava/api/v3")
                .containsEntry("PULSELINE_INTERVALS_ICU_API_URL", SIMULATOR + "/intervals/api/v1");
    }

    @Test
    void realPeopleAreNotSentToASimulatedIntervals() {
        Map<String, String> told =
                TargetPlaces.from(Map.of()).serviceEnvironment(Map.of(), ARCHIVE, SIMULATOR, false);

        assertThat(told).doesNotContainKey("PULSELINE_INTERVALS_ICU_API_URL");
    }

    @Test
    void withoutASimulatorStravaIsNotOffered() {
        Map<String, String> told =
                TargetPlaces.from(Map.of()).serviceEnvironment(Map.of(), ARCHIVE, "", false);

        assertThat(told).containsOnlyKeys("PULSELINE_ARCHIVE_ROOT");
    }

    @Test
    void aRealApplicationLeavesStravaWhereItIs() {
        TargetPlaces places = TargetPlaces.from(REAL_STRAVA);

        assertThat(places.realStrava()).isTrue();
        assertThat(places.serviceEnvironment(REAL_STRAVA, ARCHIVE, SIMULATOR, true))
                .containsEntry("PULSELINE_STRAVA_CLIENT_ID", "4711")
                .doesNotContainKey("PULSELINE_STRAVA_API_URL");
    }

    @Test
    void whatTheMachineNamesStays() {
        Map<String, String> own =
                Map.of(
                        TargetPlaces.ARCHIVE_ROOT, "/mnt/files",
                        TargetPlaces.INTERVALS_API, "https://intervals.icu/api/v1");

        assertThat(TargetPlaces.from(own).serviceEnvironment(own, ARCHIVE, SIMULATOR, true))
                .containsAllEntriesOf(own);
    }

    @Test
    void halfAnApplicationIsRefusedNamingTheOtherHalf() {
        assertThatThrownBy(
                        () -> TargetPlaces.from(Map.of(TargetPlaces.STRAVA_CLIENT_SECRET, "hush")))
                .hasMessageStartingWith(TargetPlaces.STRAVA_CLIENT_ID)
                .hasMessageNotContaining("hush");
    }

    @Test
    void itsTextHoldsNoSecret() {
        assertThat(TargetPlaces.from(REAL_STRAVA)).asString().doesNotContain("hush");
    }
}
