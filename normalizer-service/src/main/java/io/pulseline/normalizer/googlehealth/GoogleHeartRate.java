package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.CoveredSlots;
import io.pulseline.normalizer.record.CoveredSlots.Cell;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.HeartRateColumns;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.RecordKind;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.ArrayList;
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
        CoveredSlots<HeartRateColumns> slots =
                new CoveredSlots<>(
                        dated,
                        slot -> new HeartRateColumns(slot.start(), slot.end(), dated.oddities()));
        if (dated.parts().tellVanished()) {
            return slots.vanished(
                    cell -> begin(dated, slots, cell).setHeartRate(samples(cell)).build());
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
        return slots.records(cell ->
                begin(dated, slots, cell)
                        .setSamplingSeconds(SAMPLING_SECONDS)
                        .setHeartRate(samples(cell))
                        .build());
    }

    private static HeartRateSeries.Builder begin(
            DatedPayload dated, CoveredSlots<HeartRateColumns> slots, Cell<HeartRateColumns> cell) {
        return HeartRateSeries.newBuilder()
                .setProvenance(dated.frame().sensed())
                .setLocalDate(dated.date().toString())
                .setSlot(cell.slot().number())
                .setZone(slots.zone())
                .setStartEpochMillis(cell.slot().start().toEpochMilli())
                .setEndEpochMillis(cell.slot().end().toEpochMilli())
                .setStartOffsetSeconds(cell.slot().offset().getTotalSeconds())
                .setCoveredUntilEpochMillis(cell.slot().coveredUntil().toEpochMilli())
                .setTimePlacedByRule(cell.placedByRule());
    }

    private static HeartRateSamples samples(Cell<HeartRateColumns> cell) {
        HeartRateSamples samples = cell.collector().build();
        return samples == null
                ? new HeartRateSamples(
                        cell.slot().start().toEpochMilli(), new ArrayList<>(), new ArrayList<>())
                : samples;
    }
}
