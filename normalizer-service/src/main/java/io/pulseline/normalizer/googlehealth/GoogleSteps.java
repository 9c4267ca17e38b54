package io.pulseline.normalizer.googlehealth;

import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.normalizer.record.CoveredSlots;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.MinuteColumn;
import io.pulseline.normalizer.record.RecordKind;
import io.pulseline.normalizer.record.StepHours;
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
        StepHours hours = new StepHours(dated);
        CoveredSlots<MinuteColumn> slots = hours.slots();
        if (dated.parts().tellVanished()) {
            return hours.vanished();
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
        return hours.records();
    }
}
