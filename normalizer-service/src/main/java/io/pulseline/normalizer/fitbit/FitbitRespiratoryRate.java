package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.RecordKind;
import org.jspecify.annotations.Nullable;

/** The breathing rate of one night; -1 is one that Fitbit does not have. */
final class FitbitRespiratoryRate extends FitbitMapper {
    FitbitRespiratoryRate() {
        super(PayloadKind.RESPIRATORY_RATE);
    }

    @Override
    public Mapping map(PayloadCaptured payload) {
        DatedPayload dated = new DatedPayload(payload, RecordKind.RESPIRATORY_RATE);
        RespiratoryRate.Builder rate =
                RespiratoryRate.newBuilder()
                        .setProvenance(dated.frame().sensed())
                        .setLocalDate(dated.date().toString());
        if (dated.parts().tellVanished()) {
            return dated.vanished(rate.build());
        }
        Double summary = rate(value(dated, PartKind.BREATHING_RATE_SUMMARY));
        JsonNode stages = value(dated, PartKind.BREATHING_RATE_STAGES);
        Double ofStages = rate(stages.path("fullSleepSummary"));
        return dated.mapping(
                rate.setBreathsPerMinute(summary == null ? ofStages : summary)
                        .setDeepSleepBreathsPerMinute(rate(stages.path("deepSleepSummary")))
                        .setLightSleepBreathsPerMinute(rate(stages.path("lightSleepSummary")))
                        .setRemSleepBreathsPerMinute(rate(stages.path("remSleepSummary")))
                        .build());
    }

    private static JsonNode value(DatedPayload dated, String kind) {
        return dated.parts()
                .latest(kind)
                .map(part -> FitbitDocuments.entry(part, dated.date()).path("value"))
                .orElse(MissingNode.getInstance());
    }

    private static @Nullable Double rate(JsonNode summary) {
        return FitbitJson.positive(summary, "breathingRate");
    }
}
