package io.pulseline.normalizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.WeightMeasurement;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.OneTruth.Told;
import io.pulseline.normalizer.intake.Mappers;
import io.pulseline.normalizer.record.MappedRecord;
import io.pulseline.normalizer.record.Mapping;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What both providers tell of {@link OneTruth} must be the same record, field by field. */
class OneTruthTest {
    /** What says where a record comes from, and the hash, which is asked for where all is equal. */
    private static final Set<String> ORIGIN = Set.of("provenance", "contentHash");

    @Test
    void aNight() {
        Told truth = OneTruth.night();

        assertOneTruth(truth, "efficiencyPercent");
        assertThat(only(truth.google(), Sleep.class).getEfficiencyPercent())
                .isCloseTo(only(truth.fitbit(), Sleep.class).getEfficiencyPercent(), within(10.0));
    }

    @Test
    void anHourOfHeartRate() {
        Told truth = OneTruth.hourOfHeartRate();

        assertOneTruth(truth);
        assertThat(hashes(truth.google())).hasSize(3).isEqualTo(hashes(truth.fitbit()));
    }

    @Test
    void steps() {
        Told truth = OneTruth.steps();

        assertOneTruth(truth);
        assertThat(hashes(truth.google())).hasSize(2).isEqualTo(hashes(truth.fitbit()));
    }

    @Test
    void aRun() {
        Told truth = OneTruth.run();

        assertOneTruth(
                truth,
                "providerActivityTypeId",
                "heartRateZones.name",
                "heartRateZones.lowerBeatsPerMinute",
                "heartRateZones.upperBeatsPerMinute");
    }

    @Test
    void theHeartRateVariabilityOfANight() {
        Told truth = OneTruth.variability();

        assertOneTruth(truth, "intraday.coverageRatio");
        assertThat(
                        only(truth.google(), HeartRateVariability.class)
                                .getIntraday()
                                .getCoverageRatio())
                .containsOnlyNulls();
    }

    @Test
    void theOxygenSaturationOfANight() {
        Told truth = OneTruth.oxygenSaturation();

        assertOneTruth(truth, "minimumPercent", "maximumPercent");
        assertThat(only(truth.google(), OxygenSaturation.class).getMinimumPercent()).isNull();
    }

    @Test
    void theBreathingOfANight() {
        Told truth = OneTruth.breathing();

        assertOneTruth(truth);
        assertThat(hashes(truth.google())).hasSize(1).isEqualTo(hashes(truth.fitbit()));
    }

    @Test
    void aDay() {
        Told truth = OneTruth.day();

        assertOneTruth(
                truth,
                "basalEnergyKilocalories",
                "activityEnergyKilocalories",
                "heartRateZones.name",
                "heartRateZones.energyKilocalories",
                "vo2MaxLowerMillilitresPerKilogramMinute",
                "vo2MaxUpperMillilitresPerKilogramMinute",
                "weights.bodyMassIndex",
                "weights.bodyFatPercent");
        DailySummary day = only(truth.google(), DailySummary.class);
        assertThat(day.getBasalEnergyKilocalories()).isNull();
        assertThat(day.getActivityEnergyKilocalories()).isNull();
        assertThat(day.getVo2MaxLowerMillilitresPerKilogramMinute()).isBetween(42.0, 46.0);
        assertThat(day.getWeights())
                .extracting(WeightMeasurement::getBodyMassIndex)
                .containsOnlyNulls();
    }

    /**
     * All fields but those that say where a record comes from are the same.
     *
     * @param except fields, dotted where they lie deeper, that one provider does not tell or tells
     *     in words of its own
     */
    private static void assertOneTruth(Told truth, String... except) {
        Mapping ofFitbit = map(truth.fitbit());
        Mapping ofGoogle = map(truth.google());
        assertThat(ofGoogle.oddities()).isEmpty();
        assertThat(ofGoogle.records()).hasSameSizeAs(ofFitbit.records()).isNotEmpty();
        for (int i = 0; i < ofFitbit.records().size(); i++) {
            MappedRecord one = ofFitbit.records().get(i);
            MappedRecord other = ofGoogle.records().get(i);
            assertThat(other.recordId()).isEqualTo(one.recordId());
            assertThat(other.happenedAt()).isEqualTo(one.happenedAt());
            assertThat(tree(other, except)).isEqualTo(tree(one, except));
        }
    }

    private static JsonNode tree(MappedRecord mapped, String... except) {
        JsonNode tree = RecordJson.tree(mapped.record(), ORIGIN);
        for (String path : except) {
            drop(tree, List.of(path.split("\\.", -1)));
        }
        return tree;
    }

    private static void drop(JsonNode node, List<String> path) {
        if (node.isArray()) {
            node.forEach(element -> drop(element, path));
        } else if (path.size() > 1) {
            drop(node.path(path.getFirst()), path.subList(1, path.size()));
        } else if (node instanceof ObjectNode object) {
            object.remove(path.getFirst());
        }
    }

    private static Mapping map(PayloadCaptured payload) {
        return Mappers.of(payload.getProvider(), payload.getKind()).map(payload);
    }

    private static <T> T only(PayloadCaptured payload, Class<T> type) {
        return type.cast(map(payload).records().getFirst().record());
    }

    private static List<String> hashes(PayloadCaptured payload) {
        return map(payload).records().stream().map(MappedRecord::contentHash).toList();
    }
}
