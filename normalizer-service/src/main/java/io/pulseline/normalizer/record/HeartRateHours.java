package io.pulseline.normalizer.record;

import io.pulseline.contracts.health.HeartRateSamples;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.normalizer.record.CoveredSlots.Cell;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** The heart rate of one local date, in beats per minute: one record for each hour covered. */
public final class HeartRateHours {
    private final DatedPayload dated;
    private final CoveredSlots<HeartRateColumns> slots;

    public HeartRateHours(DatedPayload dated) {
        this.dated = dated;
        this.slots =
                new CoveredSlots<>(
                        dated,
                        slot -> new HeartRateColumns(slot.start(), slot.end(), dated.oddities()));
    }

    /** Where samples are put. */
    public CoveredSlots<HeartRateColumns> slots() {
        return slots;
    }

    /** Of hours that the provider no longer has. */
    public Mapping vanished() {
        return slots.vanished(cell -> record(cell).build());
    }

    /**
     * Of what was put into the slots; an hour without samples is one in which nothing was worn.
     *
     * @param samplingSeconds from one sample to the next; null where it is not known
     */
    public Mapping records(@Nullable Integer samplingSeconds) {
        return slots.records(cell -> record(cell).setSamplingSeconds(samplingSeconds).build());
    }

    private HeartRateSeries.Builder record(Cell<HeartRateColumns> cell) {
        return HeartRateSeries.newBuilder()
                .setProvenance(dated.frame().sensed())
                .setLocalDate(dated.date().toString())
                .setSlot(cell.slot().number())
                .setZone(slots.zone())
                .setStartEpochMillis(cell.slot().start().toEpochMilli())
                .setEndEpochMillis(cell.slot().end().toEpochMilli())
                .setStartOffsetSeconds(cell.slot().offset().getTotalSeconds())
                .setCoveredUntilEpochMillis(cell.slot().coveredUntil().toEpochMilli())
                .setTimePlacedByRule(cell.placedByRule())
                .setHeartRate(samples(cell));
    }

    private static HeartRateSamples samples(Cell<HeartRateColumns> cell) {
        HeartRateSamples samples = cell.collector().build();
        return samples == null
                ? new HeartRateSamples(
                        cell.slot().start().toEpochMilli(), new ArrayList<>(), new ArrayList<>())
                : samples;
    }
}
