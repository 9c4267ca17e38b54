package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.CoveredSlots;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.HeartRateColumns;
import io.pulseline.normalizer.record.HeartRateHours;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.RecordKind;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.List;

/**
 * The heart rate of one local date: one record for each hour covered. An hour without samples is
 * one in which nothing was worn.
 *
 * <p>A sample goes into the hour in which its instant lies, by the user's zone on that date: an
 * hour of a record is a span of instants, whatever offset a travelling device believed in.
 */
final class GoogleHeartRate extends GoogleMapper {
    /** Google gives every sample that it stores, and stores them by the second. */
    private static final int SAMPLING_SECONDS = 1;

    GoogleHeartRate() {
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
        GoogleHeartRateSamples samples = new GoogleHeartRateSamples(dated.oddities());
        for (PayloadPart part : parts) {
            samples.read(part, at -> slots.reach(at, at));
        }
        samples.forEach((at, beatsPerMinute) ->
                slots.put(at, (instant, column) -> column.add(instant, beatsPerMinute)));
        return hours.records(SAMPLING_SECONDS);
    }
}
