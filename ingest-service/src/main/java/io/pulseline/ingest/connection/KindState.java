package io.pulseline.ingest.connection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far one kind of data of a connection is read.
 *
 * @param kind open set, see {@link io.pulseline.contracts.OpenSets.PayloadKind}
 * @param lastSuccess when the provider last gave what was asked; null if never
 * @param nextDue when it is looked at next; null: rests until a notification or a new consent
 * @param watermark every local date before is read
 * @param postponedUntil nothing is asked before; null: it may be asked at any time
 * @param postponedReason why, for people; null where nothing is postponed
 */
public record KindState(
        String kind,
        @Nullable Instant lastSuccess,
        @Nullable Instant nextDue,
        LocalDate watermark,
        @Nullable Instant postponedUntil,
        @Nullable String postponedReason) {}
