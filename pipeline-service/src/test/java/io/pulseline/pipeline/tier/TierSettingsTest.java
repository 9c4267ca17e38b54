package io.pulseline.pipeline.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TierSettingsTest {
    private static final String HOBBYIST = "pulseline.tiers.monthly-activities.hobbyist";

    @Test
    void unlessTheOperatorSaysOtherwiseTiersAreOff() {
        TierSettings settings = settings(Map.of());

        assertThat(settings.enabled()).isFalse();
        assertThat(settings.monthlyActivities().hobbyist().most()).hasValue(25);
        assertThat(settings.monthlyActivities().athlete().most()).isEmpty();
    }

    @Test
    void eachTierHasItsLimit() {
        TierSettings settings =
                settings(
                        Map.of(
                                "pulseline.tiers.enabled",
                                "true",
                                HOBBYIST,
                                "unlimited",
                                "pulseline.tiers.monthly-activities.athlete",
                                "300"));

        assertThat(settings.enabled()).isTrue();
        assertThat(settings.monthlyActivities().hobbyist().most()).isEqualTo(OptionalInt.empty());
        assertThat(settings.monthlyActivities().athlete().most()).hasValue(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2.5", "none", "1000000000", "٢"})
    void whatIsNoLimitIsRefusedAtTheStart(String text) {
        assertThatThrownBy(() -> settings(Map.of(HOBBYIST, text)))
                .hasStackTraceContaining(HOBBYIST)
                .hasStackTraceContaining("or unlimited, not " + text);
    }

    private static TierSettings settings(Map<String, String> given) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(TierSettings.class);
        given.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(TierSettings.class);
    }
}
