package io.pulseline.pipeline.booster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.setting.Tier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SummaryTypesTest {
    static Stream<Arguments> configurations() {
        return Stream.of(
                Arguments.of(new HeartRateSummaryType(), "{}", new HeartRateSummary(true, true)),
                Arguments.of(
                        new HeartRateSummaryType(),
                        "{\"style\": \"none\", \"drift\": false}",
                        new HeartRateSummary(false, false)),
                Arguments.of(
                        new PaceSummaryType(),
                        "{}",
                        new PaceSummary(LengthUnit.KILOMETRES, true, true, true, true)),
                Arguments.of(
                        new PaceSummaryType(),
                        """
                        {"unit": "miles", "style": "none", "splits": false,
                         "negativeSplit": false, "fatigue": false}\
                        """,
                        new PaceSummary(LengthUnit.MILES, false, false, false, false)),
                Arguments.of(
                        new SpeedSummaryType(),
                        "{}",
                        new SpeedSummary(LengthUnit.KILOMETRES, true)),
                Arguments.of(
                        new SpeedSummaryType(),
                        "{\"unit\": \"miles\", \"style\": \"none\"}",
                        new SpeedSummary(LengthUnit.MILES, false)),
                Arguments.of(
                        new ElevationSummaryType(),
                        "{}",
                        new ElevationSummary(ElevationSummary.Style.TEXT)),
                Arguments.of(
                        new ElevationSummaryType(),
                        "{\"style\": \"profile\"}",
                        new ElevationSummary(ElevationSummary.Style.PROFILE)),
                Arguments.of(
                        new IntervalsType(),
                        "{}",
                        new Intervals(LengthUnit.KILOMETRES, true, false)),
                Arguments.of(
                        new IntervalsType(),
                        "{\"unit\": \"miles\", \"style\": \"none\", \"eachRepetition\": true}",
                        new Intervals(LengthUnit.MILES, false, true)),
                Arguments.of(new VirtualGpsType(), "{}", new VirtualGps(4000)),
                Arguments.of(new VirtualGpsType(), "{\"lapMetres\": 400}", new VirtualGps(400)),
                Arguments.of(new RouteThumbnailType(), "{}", new RouteThumbnail()),
                Arguments.of(new SourceLinkType(), "{}", new SourceLink()));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void aConfigurationMakesItsBooster(BoosterType type, String configuration, Booster booster) {
        assertThat(Configured.booster(type, configuration)).isEqualTo(booster);
    }

    @Test
    void aLoopLargerThanTheLakeIsRefused() {
        List<FieldError> errors = Configured.errors(new VirtualGpsType(), "{\"lapMetres\": 20001}");

        assertThat(errors).extracting(FieldError::field).containsExactly("lapMetres");
    }

    @Test
    void onlyThePictureOfTheRouteIsForAthletes() {
        assertThat(new RouteThumbnailType().tier()).isEqualTo(Tier.ATHLETE);
        assertThat(new VirtualGpsType().tier()).isEqualTo(Tier.HOBBYIST);
    }

    @Test
    void theyAreInTheCatalogue() {
        assertThat(Boosters.all())
                .extracting(BoosterType::id)
                .contains(
                        "heart-rate-summary",
                        "pace-summary",
                        "speed-summary",
                        "elevation-summary",
                        "intervals",
                        "virtual-gps",
                        "route-thumbnail",
                        "source-link");
    }
}
