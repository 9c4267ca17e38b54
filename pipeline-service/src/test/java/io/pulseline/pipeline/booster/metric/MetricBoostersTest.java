package io.pulseline.pipeline.booster.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.setting.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricBoostersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @Test
    void everyBoosterIsFoundByItsId() {
        assertThat(MetricBoosters.all())
                .extracting(MetricBoosterType::id)
                .containsExactly("baseline", "missing-data");
        for (MetricBoosterType type : MetricBoosters.all()) {
            assertThat(MetricBoosters.byId(type.id())).containsSame(type);
        }
        assertThat(MetricBoosters.byId("heart-rate-zones")).isEmpty();
    }

    @Test
    void everybodyMayUseThemOnDailyRecords() {
        assertThat(MetricBoosters.all())
                .allSatisfy(type -> {
                    assertThat(type.needs()).isEmpty();
                    assertThat(type.tier()).isEqualTo(Tier.HOBBYIST);
                    assertThat(type.recordTypes())
                            .containsExactly(
                                    RecordType.DAILY_SUMMARY,
                                    RecordType.HEART_RATE_VARIABILITY,
                                    RecordType.OXYGEN_SATURATION,
                                    RecordType.RESPIRATORY_RATE,
                                    RecordType.SLEEP);
                });
    }

    @Test
    void defaultsServeWhereNothingIsSet() {
        assertThat(ConfiguredMetric.booster(new BaselineType(), "{}"))
                .isEqualTo(new Baseline(28, 7, 2));
        assertThat(ConfiguredMetric.booster(new MissingDataType(), "{}"))
                .isEqualTo(new MissingData(45, 10, 24));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "baseline | {'days': 7, 'fewestDays': 5, 'deviations': 0.5} |",
                "baseline | {'days': 90, 'fewestDays': 90, 'deviations': 5} |",
                "baseline | {'days': 6, 'fewestDays': 4, 'deviations': 0.4}"
                        + " | days fewestDays deviations",
                "baseline | {'days': 91, 'fewestDays': 91, 'deviations': 5.1}"
                        + " | days fewestDays deviations",
                "baseline | {'days': 10, 'fewestDays': 11} | fewestDays",
                "baseline | {'fewestDays': 29} | fewestDays",
                "missing-data | {'minutesOfValidHour': 60, 'validDayHours': 24, 'noSyncHours': 336}"
                        + " |",
                "missing-data | {'minutesOfValidHour': 0, 'validDayHours': 0, 'noSyncHours': 0}"
                        + " | minutesOfValidHour validDayHours noSyncHours",
                "missing-data | {'minutesOfValidHour': 61, 'validDayHours': 25, 'noSyncHours': 337}"
                        + " | minutesOfValidHour validDayHours noSyncHours",
                "missing-data | {'hours': 1} | hours",
            })
    void whatIsOutOfRangeIsRefusedByName(String id, String configuration, String refused) {
        MetricBoosterType type = MetricBoosters.byId(id).orElseThrow();

        assertThat(
                        String.join(
                                " ",
                                ConfiguredMetric.refused(type, configuration.replace('\'', '"'))))
                .isEqualTo(refused == null ? "" : refused);
    }

    @Test
    void aNumberIsNullWhereItIsAbsentOrNoNumber() {
        Metric metric =
                new Metric(
                        RecordType.DAILY_SUMMARY,
                        new UUID(0, 1),
                        DAY,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("steps", 0)
                                .put("text", "7")
                                .put("huge", Double.POSITIVE_INFINITY)
                                .putNull("nothing"));

        assertThat(metric.number("steps")).isEqualTo(0);
        assertThat(metric.number("text")).isNull();
        assertThat(metric.number("huge")).isNull();
        assertThat(metric.number("nothing")).isNull();
        assertThat(metric.number("absent")).isNull();
    }

    @Test
    void aBackgroundAnswersOnlyWhatWasLookedUp() {
        MetricLookup.LastTold asked = new MetricLookup.LastTold();
        MetricBackground nothing = MetricBackground.at(Instant.EPOCH);
        MetricBackground never = nothing.with(asked, null);

        assertThatThrownBy(() -> nothing.lastTold(asked))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LastTold");
        assertThat(never.lastTold(asked)).isEmpty();
        assertThat(never.with(asked, Instant.EPOCH).lastTold(asked)).contains(Instant.EPOCH);
        assertThatThrownBy(() -> new MetricLookup.Days(RecordType.SLEEP, DAY, DAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
