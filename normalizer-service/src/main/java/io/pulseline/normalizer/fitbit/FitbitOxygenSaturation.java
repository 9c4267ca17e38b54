package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.OxygenSaturationColumns;
import io.pulseline.normalizer.record.RecordKind;

/** The oxygen saturation of one night. */
final class FitbitOxygenSaturation extends FitbitMapper {
    FitbitOxygenSaturation() {
        super(PayloadKind.OXYGEN_SATURATION);
    }

    @Override
    public Mapping map(PayloadCaptured payload) {
        DatedPayload dated = new DatedPayload(payload, RecordKind.OXYGEN_SATURATION);
        OxygenSaturation.Builder saturation =
                OxygenSaturation.newBuilder()
                        .setProvenance(dated.frame().sensed())
                        .setLocalDate(dated.date().toString());
        if (dated.parts().tellVanished()) {
            return dated.vanished(saturation.build());
        }
        dated.parts()
                .latest(PartKind.SPO2_SUMMARY)
                .ifPresent(part -> {
                    JsonNode value = FitbitDocuments.entry(part, dated.date()).path("value");
                    saturation
                            .setAveragePercent(FitbitJson.positive(value, "avg"))
                            .setMinimumPercent(FitbitJson.positive(value, "min"))
                            .setMaximumPercent(FitbitJson.positive(value, "max"));
                });
        dated.parts()
                .latest(PartKind.SPO2_INTRADAY)
                .ifPresent(part -> addIntraday(part, dated, saturation));
        return dated.mapping(saturation.build());
    }

    private static void addIntraday(
            PayloadPart part, DatedPayload dated, OxygenSaturation.Builder saturation) {
        OxygenSaturationColumns columns = new OxygenSaturationColumns(dated.oddities());
        NightRows rows = new NightRows(dated);
        for (JsonNode row : FitbitDocuments.entry(part, dated.date()).path("minutes")) {
            Double percent = FitbitJson.signed(row, "value");
            rows.next(
                    row,
                    percent != null,
                    instant -> columns.add(instant, percent == null ? 0 : percent));
        }
        saturation.setIntraday(columns.build()).setTimePlacedByRule(rows.anyWasPlacedByRule());
    }
}
