package io.pulseline.normalizer.googlehealth;

import static io.pulseline.normalizer.googlehealth.Written.at;
import static io.pulseline.normalizer.googlehealth.Written.on;
import static io.pulseline.normalizer.googlehealth.Written.page;
import static io.pulseline.normalizer.googlehealth.Written.point;
import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddity;
import org.junit.jupiter.api.Test;

class GoogleOxygenSaturationTest {
    @Test
    void boundsOfAConfidenceIntervalAreNoMinimumAndMaximum() {
        OxygenSaturation saturation =
                GoogleMapped.only(
                        mapped(
                                page(
                                        point(
                                                "dailyOxygenSaturation",
                                                on(
                                                        "2026-05-14",
                                                        """
                                                        "averagePercentage":96.5,"lowerBoundPercentage":93.1,
                                                        "upperBoundPercentage":100\
                                                        """))),
                                page(percent("2026-05-14T01:00:00Z", "96.6"))),
                        OxygenSaturation.class);

        assertThat(saturation.getAveragePercent()).isEqualTo(96.5);
        assertThat(saturation.getMinimumPercent()).isNull();
        assertThat(saturation.getMaximumPercent()).isNull();
        assertThat(saturation.getIntraday().getPercent()).containsExactly(96.6);
    }

    @Test
    void whatStandsForASensorWithoutContactIsLeftOutAndCounted() {
        Mapping mapping =
                mapped(
                        page(),
                        page(
                                percent("2026-05-14T01:02:00Z", "101"),
                                percent("2026-05-14T01:01:00Z", "50.0"),
                                percent("2026-05-14T01:00:00Z", "50.1")));

        assertThat(GoogleMapped.only(mapping, OxygenSaturation.class).getIntraday().getPercent())
                .containsExactly(50.1);
        assertThat(mapping.oddities())
                .containsEntry(Oddity.SATURATION_WITHOUT_CONTACT, 1)
                .containsEntry(Oddity.SATURATION_OUT_OF_RANGE, 1);
    }

    private static String percent(String instant, String value) {
        return point("oxygenSaturation", at(instant, "7200s", "\"percentage\":" + value));
    }

    private static Mapping mapped(String daily, String intraday) {
        return GoogleMapped.of(
                GooglePayloads.ofDate(PayloadKind.OXYGEN_SATURATION, "2026-05-14")
                        .part(PartKind.DAILY_OXYGEN_SATURATION, daily)
                        .part(PartKind.OXYGEN_SATURATION, intraday));
    }
}
