package io.pulseline.pipeline.erasure;

import io.pulseline.pipeline.database.PlainValue;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of a user's erasure.
 *
 * @param id of the request; null if there is none
 * @param state of the request, as it stands in the table; null if there is none
 */
record KnownErasure(
        @Nullable UUID id,
        @Nullable String state,
        @Nullable String confirmation,
        @Nullable Instant askedAt,
        @Nullable Instant confirmUntil,
        @Nullable Instant confirmedAt,
        @Nullable Instant erasedAt,
        @Nullable Instant goneAt) {

    static KnownErasure of(@Nullable Object[] row) {
        return new KnownErasure(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                PlainValue.instantOrNull(row[3]),
                PlainValue.instantOrNull(row[4]),
                PlainValue.instantOrNull(row[5]),
                PlainValue.instantOrNull(row[6]),
                PlainValue.instantOrNull(row[7]));
    }

    ErasureView at(Instant now, Duration longestRetention) {
        Instant doneAt = goneAt == null ? null : goneAt.plus(longestRetention);
        ErasureState reached = state(now, doneAt);
        boolean asked = reached == ErasureState.ASKED;
        boolean open = asked || reached == ErasureState.RUNNING;
        return new ErasureView(
                reached,
                open ? id : null,
                asked ? confirmation : null,
                open ? askedAt : null,
                asked ? confirmUntil : null,
                open ? confirmedAt : null,
                erasedAt,
                goneAt,
                doneAt);
    }

    private ErasureState state(Instant now, @Nullable Instant doneAt) {
        boolean asked = "ASKED".equals(state);
        if (state != null && !asked) {
            return ErasureState.RUNNING;
        }
        if (asked && confirmUntil != null && confirmUntil.isAfter(now)) {
            return ErasureState.ASKED;
        }
        if (doneAt == null) {
            return ErasureState.NONE;
        }
        return doneAt.isAfter(now) ? ErasureState.ERASED_HERE : ErasureState.DONE;
    }
}
