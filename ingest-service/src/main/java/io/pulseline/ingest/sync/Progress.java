package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far one kind of a connection is read: what its due row remembers between passes.
 *
 * @param watermark newest local date with data, or the first one to be read live
 * @param readUntil the devices' sync up to which it was read; null if never
 * @param trailingReadOn local date on which the trailing days were last read; null if never
 * @param awaitedDate local date whose data are expected soon; null if none
 * @param awaitedAttempts tries for it so far; {@link #GIVEN_UP} when there will be no more
 * @param rereadFrom an older local date from which on all is to be read again; null if none
 * @param rereadDates older local dates to be read again whole
 * @param bellsUntil see {@link Bells}; null if no notification has been followed yet
 * @param generationRead generation of the notifications that the last reading answered
 * @param zones zone history with which it was last read; empty if never
 * @param detail how fine the provider lets us read
 * @param lastSuccessAt null if never
 * @param failures in a row
 */
record Progress(
        LocalDate watermark,
        @Nullable Instant readUntil,
        @Nullable LocalDate trailingReadOn,
        @Nullable LocalDate awaitedDate,
        int awaitedAttempts,
        @Nullable LocalDate rereadFrom,
        SortedSet<LocalDate> rereadDates,
        @Nullable Instant bellsUntil,
        long generationRead,
        ZoneHistory zones,
        DetailRight detail,
        @Nullable Instant lastSuccessAt,
        int failures) {
    /** All tries were in vain: fixed checks will find it, if ever it comes. */
    static final int GIVEN_UP = -1;

    Progress {
        rereadDates = new TreeSet<>(rereadDates);
    }

    /** How fine the provider lets us read; it refuses finer by a 403. */
    enum DetailRight {
        /** As fine as it has. */
        FINE,
        /** By the minute. */
        COARSE,
        /** Nothing finer than the day. */
        NONE
    }

    /** Whether data are expected soon; after the last try in vain they are no longer. */
    boolean isAwaiting() {
        return awaitedDate != null && awaitedAttempts >= 0;
    }

    /** Nothing is read yet. */
    static Progress none(LocalDate liveFrom) {
        return new Progress(
                liveFrom,
                null,
                null,
                null,
                0,
                null,
                new TreeSet<>(),
                null,
                0,
                ZoneHistory.UNKNOWN,
                DetailRight.FINE,
                null,
                0);
    }

    /** The same, to be changed. */
    Change change() {
        return new Change(this);
    }

    /** Puts the next progress together, a field at a time. */
    static final class Change {
        private LocalDate watermark;
        private @Nullable Instant readUntil;
        private @Nullable LocalDate trailingReadOn;
        private @Nullable LocalDate awaitedDate;
        private int awaitedAttempts;
        private @Nullable LocalDate rereadFrom;
        private SortedSet<LocalDate> rereadDates;
        private @Nullable Instant bellsUntil;
        private long generationRead;
        private ZoneHistory zones;
        private DetailRight detail;
        private @Nullable Instant lastSuccessAt;
        private int failures;

        private Change(Progress from) {
            watermark = from.watermark;
            readUntil = from.readUntil;
            trailingReadOn = from.trailingReadOn;
            awaitedDate = from.awaitedDate;
            awaitedAttempts = from.awaitedAttempts;
            rereadFrom = from.rereadFrom;
            rereadDates = new TreeSet<>(from.rereadDates);
            bellsUntil = from.bellsUntil;
            generationRead = from.generationRead;
            zones = from.zones;
            detail = from.detail;
            lastSuccessAt = from.lastSuccessAt;
            failures = from.failures;
        }

        /** Read without a failure, with these zones. */
        Change succeeded(Instant at, ZoneHistory with) {
            lastSuccessAt = at;
            failures = 0;
            zones = with;
            return this;
        }

        Change failed() {
            failures++;
            return this;
        }

        /** Never goes back. */
        Change watermark(LocalDate date) {
            watermark = date.isAfter(watermark) ? date : watermark;
            return this;
        }

        Change readUntil(@Nullable Instant at) {
            readUntil = at == null ? readUntil : at;
            return this;
        }

        Change trailingReadOn(LocalDate date) {
            trailingReadOn = date;
            return this;
        }

        Change awaited(@Nullable LocalDate date, int attempts) {
            awaitedDate = date;
            awaitedAttempts = attempts;
            return this;
        }

        Change reread(@Nullable LocalDate from, SortedSet<LocalDate> dates) {
            rereadFrom = from;
            rereadDates = dates;
            return this;
        }

        Change bells(@Nullable Instant until, long generation) {
            bellsUntil = until;
            generationRead = generation;
            return this;
        }

        Change detail(DetailRight right) {
            detail = right;
            return this;
        }

        Progress done() {
            return new Progress(
                    watermark,
                    readUntil,
                    trailingReadOn,
                    awaitedDate,
                    awaitedAttempts,
                    rereadFrom,
                    rereadDates,
                    bellsUntil,
                    generationRead,
                    zones,
                    detail,
                    lastSuccessAt,
                    failures);
        }
    }
}
