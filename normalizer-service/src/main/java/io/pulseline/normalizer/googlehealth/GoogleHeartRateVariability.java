package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.HeartRateVariabilityColumns;
import io.pulseline.normalizer.record.HeartRateVariabilityColumns.Interval;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * The heart rate variability of one night (fact sheet 4.5), as RMSSD in milliseconds; Google's SDNN
 * is passed over. An RMSSD of 0 is one that Google did not derive. Of the usable share of an
 * interval Google tells nothing.
 */
final class GoogleHeartRateVariability extends GoogleMapper {
    private static final String RMSSD = "rootMeanSquareOfSuccessiveDifferencesMilliseconds";

    GoogleHeartRateVariability() {
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
        JsonNode day = GoogleDates.daily(dated, PartKind.DAILY_HEART_RATE_VARIABILITY);
        hrv.setDailyRmssdMilliseconds(
                GoogleJson.positive(day, "averageHeartRateVariabilityMilliseconds"));
        hrv.setDeepSleepRmssdMilliseconds(
                GoogleJson.positive(
                        day, "deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds"));
        HeartRateVariabilityColumns columns = new HeartRateVariabilityColumns(dated.oddities());
        GoogleNight.<Interval>read(
                dated,
                PartKind.HEART_RATE_VARIABILITY,
                value -> interval(value, dated.oddities()),
                (at, interval) -> columns.add(at.toInstant(), interval));
        return dated.mapping(hrv.setIntraday(columns.build()).build());
    }

    private static @Nullable Interval interval(JsonNode value, Oddities oddities) {
        JsonNode power = value.path("metadata");
        Double rmssd = GoogleJson.positive(value, RMSSD);
        Double high = GoogleJson.amount(power, "highFrequencyPower");
        Double low = GoogleJson.amount(power, "lowFrequencyPower");
        if (rmssd == null && high == null && low == null) {
            oddities.met(Oddity.ROW_UNREADABLE);
            return null;
        }
        return new Interval(rmssd, null, high, low);
    }
}
