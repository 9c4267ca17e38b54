package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.normalizer.record.DatedPayload;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.Oddity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Consumer;

/** Rows of one night, each with its own local date and time in {@code minute}. */
final class NightRows {
    private final LocalTimes.Sequence sequence;
    private final Oddities oddities;
    private boolean placedByRule;

    NightRows(DatedPayload dated) {
        this.sequence = dated.times().inOrder();
        this.oddities = dated.oddities();
    }

    /**
     * The next row; one without a time or a value is left out and counted.
     *
     * @param hasValue whether it has what is to be taken
     */
    void next(JsonNode row, boolean hasValue, Consumer<Instant> taken) {
        LocalDateTime time = FitbitTimes.local(JsonParts.text(row, "minute"));
        if (time == null || !hasValue) {
            oddities.met(Oddity.ROW_UNREADABLE);
            return;
        }
        Instant instant = sequence.instantOf(time);
        placedByRule |= sequence.lastWasPlacedByRule();
        taken.accept(instant);
    }

    boolean anyWasPlacedByRule() {
        return placedByRule;
    }
}
