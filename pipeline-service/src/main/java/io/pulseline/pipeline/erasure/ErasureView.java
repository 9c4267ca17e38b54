package io.pulseline.pipeline.erasure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a person's erasure is.
 *
 * @param erasureId null unless it is ASKED or RUNNING
 * @param confirmation the word to confirm it with; null unless it is ASKED
 * @param askedAt null unless it is ASKED or RUNNING
 * @param confirmUntil null unless it is ASKED
 * @param confirmedAt null unless it is RUNNING
 * @param erasedAt what was captured until then is not taken again; null for NONE, and for ASKED
 *     unless they were erased before
 * @param goneAt when nothing was left in this service's database; null before
 * @param doneAt when topics have forgotten as well, also if that is still to come; null before it
 *     is known
 */
record ErasureView(
        ErasureState state,
        @Nullable UUID erasureId,
        @Nullable String confirmation,
        @Nullable Instant askedAt,
        @Nullable Instant confirmUntil,
        @Nullable Instant confirmedAt,
        @Nullable Instant erasedAt,
        @Nullable Instant goneAt,
        @Nullable Instant doneAt) {}
