package io.pulseline.ingest.connection;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user moves from one provider to its successor.
 *
 * @param former their connection at the provider they come from, whatever its state
 * @param from first local date that the new connection has to read; null if the former one has
 *     nothing to go on from, because it was erased
 */
record Move(Connection former, @Nullable LocalDate from) {
    /**
     * A kind that is so far behind the newest one has not been there for long (no such sensor, a
     * scope not allowed): it must not make all the others be read again for months.
     */
    private static final Period LEFT_BEHIND = Period.ofDays(30);

    /**
     * The move away from a connection.
     *
     * @param kinds how far each kind was read there
     * @param overlap how much of what was read there is read again: the providers restate their
     *     last days, and the former one may have ended in the midst of it
     */
    static Move from(Connection former, List<KindState> kinds, Period overlap) {
        return new Move(former, earliest(kinds).map(date -> date.minus(overlap)).orElse(null));
    }

    private static Optional<LocalDate> earliest(List<KindState> kinds) {
        boolean begun = kinds.stream().anyMatch(kind -> kind.lastSuccess() != null);
        List<LocalDate> read =
                kinds.stream()
                        .filter(kind -> !begun || kind.lastSuccess() != null)
                        .map(KindState::watermark)
                        .toList();
        return read.stream()
                .max(Comparator.naturalOrder())
                .map(newest -> newest.minus(LEFT_BEHIND))
                .flatMap(oldest ->
                        read.stream()
                                .filter(date -> !date.isBefore(oldest))
                                .min(Comparator.naturalOrder()));
    }

    /** First local date to be read live, given the one that it would be without the move. */
    LocalDate liveFrom(LocalDate otherwise) {
        return from != null && from.isBefore(otherwise) ? from : otherwise;
    }
}
