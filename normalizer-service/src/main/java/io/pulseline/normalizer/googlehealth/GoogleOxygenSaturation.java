package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.OxygenSaturationColumns;
import io.pulseline.normalizer.record.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * The oxygen saturation of one night (fact sheet 4.6), in percent. The bounds that Google gives
 * beside the average are those of a confidence interval, so minimum and maximum stay null.
 */
final class GoogleOxygenSaturation extends GoogleMapper {
    /** Written, to the digit, where the sensor has lost the skin. */
    private static final double WITHOUT_CONTACT = 50.0;

    GoogleOxygenSaturation() {
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
        JsonNode day = GoogleDates.daily(dated, PartKind.DAILY_OXYGEN_SATURATION);
        saturation.setAveragePercent(GoogleJson.positive(day, "averagePercentage"));
        OxygenSaturationColumns columns = new OxygenSaturationColumns(dated.oddities());
        GoogleNight.<Double>read(
                dated,
                PartKind.OXYGEN_SATURATION,
                value -> percent(value, dated.oddities()),
                (at, percent) -> columns.add(at.toInstant(), percent));
        return dated.mapping(saturation.setIntraday(columns.build()).build());
    }

    private static @Nullable Double percent(JsonNode value, Oddities oddities) {
        Double percent = GoogleJson.signed(value, "percentage");
        if (percent == null) {
            oddities.met(Oddity.ROW_UNREADABLE);
            return null;
        }
        if (percent == WITHOUT_CONTACT) {
            oddities.met(Oddity.SATURATION_WITHOUT_CONTACT);
            return null;
        }
        return percent;
    }
}
