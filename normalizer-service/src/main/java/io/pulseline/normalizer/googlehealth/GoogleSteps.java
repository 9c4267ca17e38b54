package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.health.Steps;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.CoveredSlots;
import io.pulseline.normalizer.record.CoveredSlots.Cell;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.MinuteColumn;
import io.pulseline.normalizer.record.RecordKind;
import io.pulseline.normalizer.record.UnmappableException;
import java.util.List;

/**
 * The steps of one local date, minute by minute: one record for each hour covered. A minute without
 * a step is told as one (fact sheet 4.1); a minute of which nothing is told was not worn or not
 * synced, and stays null.
 */
final class GoogleSteps extends GoogleMapper {
    GoogleSteps() {
        super(PayloadKind.STEPS);
    }

    @Override
    public Mapping map(PayloadCaptured payload) {
        DatedPayload dated = new DatedPayload(payload, RecordKind.STEPS);
        CoveredSlots<MinuteColumn> slots =
                new CoveredSlots<>(dated, slot -> new MinuteColumn(slot, dated.oddities()));
        if (dated.parts().tellVanished()) {
            return slots.vanished(cell -> begin(dated, slots, cell).build());
        }
        List<PayloadPart> parts = dated.parts().answered(PartKind.STEPS).toList();
        if (parts.isEmpty()) {
            throw new UnmappableException("payload has no steps part");
        }
        GoogleStepMinutes steps = new GoogleStepMinutes(dated.oddities());
        for (PayloadPart part : parts) {
            steps.read(part, slots::reach);
        }
        steps.forEach((minute, count) ->
                slots.put(minute, (instant, column) -> column.add(instant, count)));
        return slots.records(cell ->
                begin(dated, slots, cell).setStepsPerMinute(cell.collector().build()).build());
    }

    private static Steps.Builder begin(
            DatedPayload dated, CoveredSlots<MinuteColumn> slots, Cell<MinuteColumn> cell) {
        return Steps.newBuilder()
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
}
