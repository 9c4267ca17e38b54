package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.StudyWindow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to read of a dated kind now: a range of local dates, and how much of it.
 *
 * @param from first local date
 * @param to last local date, inclusive
 * @param trailing whether this is the day's reading of the trailing days
 * @param awaitedOnly whether only the part is read whose data are expected soon
 */
record DatedPlan(LocalDate from, LocalDate to, boolean trailing, boolean awaitedOnly) {
    /** Of these dates those up to that one; empty if none. */
    Optional<DatedPlan> until(LocalDate last) {
        LocalDate end = last.isBefore(to) ? last : to;
        return from.isAfter(end)
                ? Optional.empty()
                : Optional.of(new DatedPlan(from, end, trailing, awaitedOnly));
    }

    /** Of these dates those that may be read; empty if none. */
    Optional<DatedPlan> within(StudyWindow window) {
        return window.clamp(from, to)
                .map(dates -> new DatedPlan(dates.first(), dates.last(), trailing, awaitedOnly));
    }

    /**
     * What decides.
     *
     * @param today the user's local date
     * @param time the user's wall time
     * @param readUntil local date up to which it was read; null if never
     * @param zoneChangedFrom first date read with another zone than now; null if none
     * @param liveFrom nothing older is read
     */
    record Situation(
            LocalDate today,
            LocalTime time,
            @Nullable LocalDate readUntil,
            @Nullable LocalDate zoneChangedFrom,
            LocalDate liveFrom) {}

    /**
     * The rules of one kind.
     *
     * @param trailingDays local dates read once a day, today included
     * @param nightEnds local time from which on the day's trailing reading may take place
     * @param byDevice whether it is made of what the devices count all day, so that the day is
     *     summed up when it has ended. Otherwise it is made of the night.
     */
    record Rules(int trailingDays, LocalTime nightEnds, boolean byDevice) {
        /** Empty if there is nothing to be expected. */
        Optional<DatedPlan> plan(Situation now, Progress progress) {
            boolean night = now.time().isBefore(nightEnds);
            boolean trailing = !night && !now.today().equals(progress.trailingReadOn());
            boolean awaited = progress.isAwaiting();
            boolean asked =
                    trailing
                            || progress.rereadFrom() != null
                            || !progress.rereadDates().isEmpty()
                            || now.zoneChangedFrom() != null;
            LocalDate expected = night ? now.today().minusDays(1) : now.today();
            boolean due = byDevice ? night : progress.watermark().isBefore(expected);
            if (!asked && !awaited && !due) {
                return Optional.empty();
            }
            boolean awaitedOnly = byDevice && awaited && !asked;
            LocalDate from = awaitedOnly ? progress.awaitedDate() : from(now, progress, trailing);
            LocalDate live = from == null || from.isBefore(now.liveFrom()) ? now.liveFrom() : from;
            return new DatedPlan(live, now.today(), trailing, awaitedOnly).until(now.today());
        }

        private LocalDate from(Situation now, Progress progress, boolean trailing) {
            LocalDate start =
                    trailing ? now.today().minusDays(trailingDays - 1L) : now.today().minusDays(1);
            return Stream.of(
                            progress.isAwaiting() ? progress.awaitedDate() : null,
                            progress.rereadFrom(),
                            progress.rereadDates().isEmpty()
                                    ? null
                                    : progress.rereadDates().first(),
                            now.readUntil(),
                            now.zoneChangedFrom())
                    .filter(date -> date != null && date.isBefore(start))
                    .map(date -> (LocalDate) date)
                    .min(LocalDate::compareTo)
                    .orElse(start);
        }
    }
}
