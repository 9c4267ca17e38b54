package io.pulseline.ingest.sync;

import io.pulseline.contracts.OpenSets.PayloadKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a notification makes due, and when. A pass that is under way sees that the generation has
 * moved on and leaves the row due.
 */
@ApplicationScoped
class Wakes {
    /** Measured in sleep, and there some time after it. */
    private static final Set<String> AFTER_SLEEP =
            Set.of(
                    PayloadKind.HEART_RATE_VARIABILITY,
                    PayloadKind.RESPIRATORY_RATE,
                    PayloadKind.OXYGEN_SATURATION,
                    PayloadKind.DAILY_SUMMARY);

    /** Polled by the hour; a notification only tells which older dates have changed. */
    private static final Set<String> POLLED =
            Set.of(PayloadKind.HEART_RATE, PayloadKind.STEPS, PayloadKind.DAILY_SUMMARY);

    private final DueStore due;
    private final SyncConfig config;
    private final Bells bells;

    Wakes(DueStore due, SyncConfig config) {
        this.due = due;
        this.config = config;
        this.bells = new Bells(config.bellsAtOnce(), config.bellEvery());
    }

    /**
     * Moving has been noticed: the activity list is due, as soon as the bells allow.
     *
     * @param date the local day that changed; null if not known
     */
    void activities(UUID connection, @Nullable LocalDate date, Instant now) {
        due.change(
                connection,
                kinds(Set.of(PayloadKind.ACTIVITY), POLLED),
                row -> {
                    if (row.kind.equals(PayloadKind.ACTIVITY)) {
                        ring(row, date, bells.mayFollow(row.bellsUntil, now));
                    } else if (date != null && isRead(row, date)) {
                        row.reread(List.of(date));
                    }
                });
    }

    /**
     * What is told all through the day has changed: a date that was read to its end is read again
     * with the next poll, and the present one is polled anyway.
     *
     * @param date the local day that changed; null if not known
     */
    void day(UUID connection, @Nullable LocalDate date, Instant now) {
        if (date == null) {
            return;
        }
        due.change(
                connection,
                POLLED,
                row -> {
                    if (isRead(row, date)) {
                        row.reread(List.of(date));
                    }
                });
    }

    /**
     * One kind that is kept by date is there or has changed. Providers tell of its parts one after
     * the other, so it is read a little later, and once.
     *
     * @param date the local day; null if not known
     */
    void dated(UUID connection, String kind, @Nullable LocalDate date, Instant now) {
        due.change(
                connection,
                Set.of(kind),
                row -> {
                    boolean newNight = date != null && isNewNight(row, date);
                    row.generation++;
                    row.dueBy(now.plus(config.awaited().getFirst()));
                    if (newNight) {
                        row.awaitedDate = date;
                        row.awaitedAttempts = 0;
                    } else if (date != null) {
                        row.reread(List.of(date));
                    }
                });
    }

    /** Whether an older date has been read to its end, so that only a notification brings it up. */
    private static boolean isRead(DueEntity row, LocalDate date) {
        return row.lastSuccessAt != null
                && row.readUntil != null
                && row.progressZones().dateOf(row.readUntil).isAfter(date);
    }

    /**
     * A night is there: the sleep log is due now, what is measured in sleep some time later.
     *
     * @param date the local day on which it ended; null if not known
     */
    void sleep(UUID connection, @Nullable LocalDate date, Instant now) {
        due.change(
                connection,
                kinds(Set.of(PayloadKind.SLEEP), AFTER_SLEEP),
                row -> {
                    if (row.kind.equals(PayloadKind.SLEEP)) {
                        ring(row, date, bells.mayFollow(row.bellsUntil, now));
                    } else if (date != null && isNewNight(row, date)) {
                        row.generation++;
                        row.awaitedDate = date;
                        row.awaitedAttempts = 0;
                        row.dueBy(now.plus(config.awaited().getFirst()));
                    }
                });
    }

    /** A second notification of a night brings no second round of tries. */
    private static boolean isNewNight(DueEntity row, LocalDate date) {
        boolean known = row.awaitedDate != null && !row.awaitedDate.isBefore(date);
        return row.watermark.isBefore(date) && !known;
    }

    /**
     * Kinds are due now, whatever they have been promised to wait for.
     *
     * @param from local date from which on all is read again; null for what is due anyway
     */
    void now(UUID connection, Collection<String> kinds, @Nullable LocalDate from, Instant now) {
        due.change(connection, kinds, row -> ring(row, from, now));
    }

    /** All kinds are due now: the user's zone has changed. */
    void all(UUID connection, Instant now) {
        now(connection, PayloadKind.all(), null, now);
    }

    /** Series of these dates have changed; they are read with the next poll. */
    void changed(UUID connection, String kind, Set<LocalDate> dates) {
        due.change(connection, Set.of(kind), row -> row.reread(dates));
    }

    private static void ring(DueEntity row, @Nullable LocalDate date, Instant at) {
        row.generation++;
        row.dueBy(at);
        if (date != null && (row.rereadFrom == null || row.rereadFrom.isAfter(date))) {
            row.rereadFrom = date;
        }
    }

    private static List<String> kinds(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
