package io.pulseline.normalizer.fitbit;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
import io.pulseline.normalizer.fitbit.IntradayDocument.Series;
import io.pulseline.normalizer.fitbit.IntradayDocument.Summary;
import io.pulseline.normalizer.record.CoveredSlots;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.HeartRateColumns;
import io.pulseline.normalizer.record.HeartRateHours;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.RecordKind;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The heart rate of one local date, by the second or minute: one record for each hour covered. An
 * hour without rows is one in which nothing was worn.
 */
final class FitbitHeartRate extends FitbitMapper {
    /** The detail level in the path of a request. */
    private static final Pattern LEVEL = Pattern.compile("/(\\d+)(sec|min)[/.]");

    FitbitHeartRate() {
        super(PayloadKind.HEART_RATE);
    }

    @Override
    public Mapping map(PayloadCaptured payload) {
        DatedPayload dated = new DatedPayload(payload, RecordKind.HEART_RATE);
        HeartRateHours hours = new HeartRateHours(dated);
        CoveredSlots<HeartRateColumns> slots = hours.slots();
        if (dated.parts().tellVanished()) {
            return hours.vanished();
        }
        List<PayloadPart> parts = dated.parts().answered(PartKind.HEART_RATE).toList();
        if (parts.isEmpty()) {
            throw new UnmappableException("payload has no heart-rate part");
        }
        Integer sampling = null;
        for (PayloadPart part : parts) {
            sampling = finest(sampling, read(part, dated, slots));
        }
        return hours.records(sampling);
    }

    private static @Nullable Integer read(
            PayloadPart part, DatedPayload dated, CoveredSlots<HeartRateColumns> slots) {
        CoveredSlots.Rows<HeartRateColumns> rows = slots.rows();
        Summary summary =
                FitbitDocuments.intraday(
                        PartBytes.body(part),
                        Series.HEART_RATE,
                        dated.oddities(),
                        (time, value) ->
                                rows.next(time, (instant, column) -> column.add(instant, value)));
        FitbitDocuments.requireIntraday(summary, Series.HEART_RATE);
        Matcher level = LEVEL.matcher(part.getRequestPath());
        if (!level.find()) {
            return summary.secondsBetweenRows();
        }
        return Integer.parseInt(level.group(1)) * (level.group(2).equals("min") ? 60 : 1);
    }

    private static @Nullable Integer finest(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }
}
