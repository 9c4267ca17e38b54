package io.pulseline.ingest.sync;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From which local date a list is to be read now.
 *
 * @param from first local date
 * @param trailing whether this is the day's reading of the trailing days
 */
record ListPlan(LocalDate from, boolean trailing) {
    /**
     * What decides.
     *
     * @param today the user's local date
     * @param time the user's wall time
     * @param readUntil local date of the devices' sync up to which it was read; null if never
     * @param zoneChangedFrom first date read with another zone than now; null if none
     * @param quiet whether nothing can have come since the last reading
     */
    record Situation(
            LocalDate today,
            LocalTime time,
            @Nullable LocalDate readUntil,
            @Nullable LocalDate zoneChangedFrom,
            boolean quiet) {}

    /**
     * Makes the plan; empty if the list need not be read.
     *
     * @param trailingDays local dates read once a day, today included
     * @param nightEnds local time from which on the day's trailing reading may take place
     */
    static Optional<ListPlan> of(
            Situation now, DueWork work, int trailingDays, LocalTime nightEnds) {
        boolean night = now.time().isBefore(nightEnds);
        Progress progress = work.progress();
        boolean trailing = !night && !now.today().equals(progress.trailingReadOn());
        boolean asked = work.isRung() || progress.rereadFrom() != null;
        if (now.quiet() && !trailing && !asked && now.zoneChangedFrom() == null) {
            return Optional.empty();
        }
        // A workout over midnight is listed under the date of its start; the list is one question.
        LocalDate from = now.today().minusDays(trailing ? trailingDays - 1L : 1);
        from = earlier(from, progress.rereadFrom());
        from = earlier(from, now.readUntil());
        from = earlier(from, now.zoneChangedFrom());
        from = earlier(from, progress.watermark());
        return Optional.of(new ListPlan(work.live(from), trailing));
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
