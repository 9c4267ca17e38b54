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
import io.pulseline.normalizer.record.Mapping;
import io.pulseline.normalizer.record.MinuteColumn;
import io.pulseline.normalizer.record.Oddity;
import io.pulseline.normalizer.record.RecordKind;
import io.pulseline.normalizer.record.StepHours;
import io.pulseline.normalizer.record.UnmappableException;

/**
 * The steps of one local date, minute by minute: one record for each hour covered. Fitbit fills its
 * grid with zeros, so a 0 says something only inside the coverage.
 */
final class FitbitSteps extends FitbitMapper {
    private static final int SECONDS_OF_A_MINUTE = 60;

    FitbitSteps() {
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
        PayloadPart part =
                dated.parts()
                        .latest(PartKind.STEPS)
                        .orElseThrow(() -> new UnmappableException("payload has no steps part"));
        read(part, dated, slots);
        return hours.records();
    }

    private static void read(
            PayloadPart part, DatedPayload dated, CoveredSlots<MinuteColumn> slots) {
        CoveredSlots.Rows<MinuteColumn> rows = slots.rows();
        Summary summary =
                FitbitDocuments.intraday(
                        PartBytes.body(part),
                        Series.STEPS,
                        dated.oddities(),
                        (time, value) ->
                                rows.next(
                                        time,
                                        (instant, minutes) -> {
                                            if (value < 0) {
                                                dated.oddities().met(Oddity.ROW_UNREADABLE);
                                            } else {
                                                minutes.add(
                                                        instant,
                                                        Math.toIntExact(Math.round(value)));
                                            }
                                        }));
        FitbitDocuments.requireIntraday(summary, Series.STEPS);
        Integer seconds = summary.secondsBetweenRows();
        if (seconds != null && seconds != SECONDS_OF_A_MINUTE) {
            throw new UnmappableException(
                    "steps part has a row for each %d s; needed is one for each minute"
                            .formatted(seconds));
        }
    }
}
