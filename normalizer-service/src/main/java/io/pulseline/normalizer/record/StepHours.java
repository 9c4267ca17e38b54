package io.pulseline.normalizer.record;

import io.pulseline.contracts.health.Steps;
import io.pulseline.normalizer.record.CoveredSlots.Cell;

/** The steps of one local date, minute by minute: one record for each hour covered. */
public final class StepHours {
    private final DatedPayload dated;
    private final CoveredSlots<MinuteColumn> slots;

    public StepHours(DatedPayload dated) {
        this.dated = dated;
        this.slots = new CoveredSlots<>(dated, slot -> new MinuteColumn(slot, dated.oddities()));
    }

    /** Where minutes are put. */
    public CoveredSlots<MinuteColumn> slots() {
        return slots;
    }

    /** Of hours that the provider no longer has. */
    public Mapping vanished() {
        return slots.vanished(cell -> record(cell).build());
    }

    /** Of what was put into the slots. */
    public Mapping records() {
        return slots.records(
                cell -> record(cell).setStepsPerMinute(cell.collector().build()).build());
    }

    private Steps.Builder record(Cell<MinuteColumn> cell) {
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
