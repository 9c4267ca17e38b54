package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.HeartRateVariabilityColumns;
import io.pulseline.normalizer.record.HeartRateVariabilityColumns.Interval;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.RecordKind;

/** The heart rate variability of one night. An RMSSD of 0 is one that Fitbit does not have. */
final class FitbitHeartRateVariability extends FitbitMapper {
    FitbitHeartRateVariability() {
        super(PayloadKind.HEART_RATE_VARIABILITY);
    }

    @Override
    public Mapping map(PayloadCaptured payload) {
        DatedPayload dated = new DatedPayload(payload, RecordKind.HEART_RATE_VARIABILITY);
        HeartRateVariability.Builder hrv =
                HeartRateVariability.newBuilder()
                        .setProvenance(dated.frame().sensed())
                        .setLocalDate(dated.date().toString());
        if (dated.parts().tellVanished()) {
            return dated.vanished(hrv.build());
        }
        dated.parts()
                .latest(PartKind.HRV_SUMMARY)
                .ifPresent(part -> {
                    JsonNode value = FitbitDocuments.entry(part, dated.date()).path("value");
                    hrv.setDailyRmssdMilliseconds(FitbitJson.positive(value, "dailyRmssd"));
                    hrv.setDeepSleepRmssdMilliseconds(FitbitJson.positive(value, "deepRmssd"));
                });
        dated.parts()
                .latest(PartKind.HRV_INTRADAY)
                .ifPresent(part -> addIntraday(part, dated, hrv));
        return dated.mapping(hrv.build());
    }

    private static void addIntraday(
            PayloadPart part, DatedPayload dated, HeartRateVariability.Builder hrv) {
        HeartRateVariabilityColumns columns = new HeartRateVariabilityColumns(dated.oddities());
        NightRows rows = new NightRows(dated);
        for (JsonNode row : FitbitDocuments.entry(part, dated.date()).path("minutes")) {
            JsonNode value = row.path("value");
            rows.next(
                    row,
                    value.isObject(),
                    instant ->
                            columns.add(
                                    instant,
                                    new Interval(
                                            FitbitJson.positive(value, "rmssd"),
                                            FitbitJson.amount(value, "coverage"),
                                            FitbitJson.amount(value, "hf"),
                                            FitbitJson.amount(value, "lf"))));
        }
        hrv.setIntraday(columns.build()).setTimePlacedByRule(rows.anyWasPlacedByRule());
    }
}
