package io.pulseline.ingest.backfill;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one connection's history; the fields are those of table {@code backfill}.
 *
 * @param state open set: RUNNING, STOPPED, DONE, FAILED
 * @param reason why it waits, stopped or failed, for people; null while it goes on
 * @param bounded whether {@code first} is no earlier than the user's first day at the provider
 * @param nextAt when to go on; null: when the user has consented again
 */
record Backfill(
        UUID connection,
        String state,
        @Nullable String reason,
        LocalDate first,
        LocalDate last,
        boolean bounded,
        int requestsSpent,
        int failures,
        @Nullable Instant nextAt,
        List<KindCursor> kinds) {
    static final String RUNNING = "RUNNING";
    static final String STOPPED = "STOPPED";
    static final String DONE = "DONE";
    static final String FAILED = "FAILED";

    /**
     * Requests for one kind and date, assumed until something is read: series take one for each
     * date, the others one or two for each month.
     */
    private static final double REQUESTS_PER_DATE = 0.8;

    Backfill {
        kinds = List.copyOf(kinds);
    }

    /** Dates of one kind to be read next; both ends belong to them. */
    record Step(String kind, LocalDate from, LocalDate to) {}

    boolean isRunning() {
        return state.equals(RUNNING);
    }

    /**
     * The kind that is least far back, so that all kinds of a date arrive together.
     *
     * @return empty if all is read
     */
    Optional<Step> nextStep(int datesPerStep) {
        return kinds.stream()
                .filter(kind -> !kind.isDone(first))
                .max(Comparator.comparing(KindCursor::next))
                .map(kind -> {
                    int dates = StepLength.of(kind.kind(), datesPerStep);
                    LocalDate from = kind.next().minusDays(dates - 1L);
                    return new Step(kind.kind(), from.isBefore(first) ? first : from, kind.next());
                });
    }

    /** Kinds x dates asked for; kinds that are refused do not count. */
    int total() {
        return Math.toIntExact(read().count() * (ChronoUnit.DAYS.between(first, last) + 1));
    }

    /** Kinds x dates that are read. */
    int done() {
        return Math.toIntExact(
                read().mapToLong(kind ->
                                ChronoUnit.DAYS.between(kind.next(), last)
                                        - Math.max(
                                                0, ChronoUnit.DAYS.between(kind.next(), first) - 1))
                        .sum());
    }

    private Stream<KindCursor> read() {
        return kinds.stream().filter(kind -> kind.refused() == null);
    }

    /**
     * When all is read, if it goes on as it went.
     *
     * @param requestsPerHour that backfill may spend
     * @return null if it is not running or may spend nothing
     */
    @Nullable Instant estimatedEnd(Instant now, int requestsPerHour) {
        if (!isRunning() || requestsPerHour < 1) {
            return null;
        }
        double perDate = done() == 0 ? REQUESTS_PER_DATE : (double) requestsSpent / done();
        double hours = (total() - done()) * perDate / requestsPerHour;
        Instant start = nextAt != null && nextAt.isAfter(now) ? nextAt : now;
        return start.plus(Duration.ofSeconds(Math.round(hours * 3600)));
    }
}
