package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ZoneHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out of a night can be read some time after the sync that brought it. The trailing
 * days are read again anyway; nights before them, which a device brings that was away for weeks,
 * are read once more when they are ripe.
 *
 * @param from first local date to be read once more
 * @param at when
 */
record Ripening(LocalDate from, Instant at) {
    /** A provider needs minutes, seldom an hour. */
    static final Duration LASTS = Duration.ofHours(2);

    /**
     * What is not ripe in a reading.
     *
     * @param progress before it
     * @param synced the devices' newest sync; null if not known
     * @param trailingFrom first of the trailing days
     * @return null if everything read is ripe
     */
    static @Nullable Ripening of(
            Progress progress,
            ZoneHistory zones,
            Instant now,
            @Nullable Instant synced,
            LocalDate trailingFrom) {
        Instant until = progress.readUntil();
        LocalDate brought =
                until != null && synced != null && now.isBefore(synced.plus(LASTS))
                        ? zones.dateOf(until)
                        : null;
        // A notification has led to a reading before the time that was set.
        LocalDate early = isJustRead(progress, now) ? progress.rereadFrom() : null;
        return Stream.of(brought, early)
                .filter(date -> date != null && date.isBefore(trailingFrom))
                .map(date -> (LocalDate) date)
                .min(LocalDate::compareTo)
                .map(from -> new Ripening(from, now.plus(LASTS)))
                .orElse(null);
    }

    private static boolean isJustRead(Progress progress, Instant now) {
        Instant last = progress.lastSuccessAt();
        return last != null && now.isBefore(last.plus(LASTS));
    }
}
