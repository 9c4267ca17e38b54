package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ZoneHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to ask for of a series, oldest date first: from the hour of the devices' previous sync to
 * their newest one, and the dates that are to be read again, whole. Where that is more than one
 * pass may ask, the newest date is asked for beside the oldest ones: nobody waits for today because
 * weeks have to be caught up.
 *
 * @param windows one question each
 * @param readUntil up to where the series is read after these; null if not even begun
 * @param again dates that are to be read again, in these windows or later
 */
record SeriesPlan(List<Window> windows, @Nullable Instant readUntil, Set<LocalDate> again) {
    SeriesPlan {
        windows = List.copyOf(windows);
        again = new TreeSet<>(again);
    }

    /**
     * One question: a local date from an hour on.
     *
     * @param from when that hour begins
     * @param to where what the devices have told of the date ends, exclusive
     * @param until the same as wall time; null is the date's end
     */
    record Window(
            LocalDate date, int fromHour, Instant from, Instant to, @Nullable LocalTime until) {
        /** The whole of a date as far as it has been told. */
        static Window whole(LocalDate date, ZoneHistory zones, Instant told) {
            return of(date, 0, zones, told);
        }

        static Window of(LocalDate date, int fromHour, ZoneHistory zones, Instant told) {
            ZoneId zone = zones.zoneOn(date);
            Instant end = HourHashes.start(date, 24, zone);
            boolean ended = !told.isBefore(end);
            // Slots are elapsed hours: after a clock change they need not begin on the hour.
            int hour = isClockChange(date, zone) ? 0 : fromHour;
            return new Window(
                    date,
                    hour,
                    HourHashes.start(date, hour, zone),
                    ended ? end : told,
                    ended ? null : told.atZone(zone).toLocalTime());
        }

        private static boolean isClockChange(LocalDate date, ZoneId zone) {
            return !date.atStartOfDay(zone)
                    .getOffset()
                    .equals(date.plusDays(1).atStartOfDay(zone).getOffset());
        }
    }

    /** Dates that are still to be read again after these windows. */
    Set<LocalDate> left(List<Window> done) {
        Set<LocalDate> left = new TreeSet<>(again);
        done.forEach(window -> left.remove(window.date()));
        return left;
    }

    /**
     * Makes the plan.
     *
     * @param readUntil the devices' sync up to which it was read; null if never
     * @param told the devices' newest sync
     * @param liveFrom nothing older is asked
     * @param reread dates to be read again
     * @param atMost questions in one pass
     */
    static SeriesPlan of(
            ZoneHistory zones,
            @Nullable Instant readUntil,
            Instant told,
            LocalDate liveFrom,
            Set<LocalDate> reread,
            int atMost) {
        LocalDate last = zones.dateOf(told.minusMillis(1));
        LocalDate begun = readUntil == null ? liveFrom : zones.dateOf(readUntil);
        boolean moved = readUntil == null || readUntil.isBefore(told);
        TreeSet<LocalDate> again = new TreeSet<>(reread);
        again.removeIf(date -> date.isBefore(liveFrom) || date.isAfter(last));
        TreeSet<LocalDate> dates = new TreeSet<>(again);
        if (moved && !begun.isAfter(last)) {
            begun.datesUntil(last.plusDays(1))
                    .filter(date -> !date.isBefore(liveFrom))
                    .forEach(dates::add);
        }
        List<Window> windows = new ArrayList<>();
        boolean unfinished = dates.size() > atMost;
        boolean newestToo = unfinished && moved && atMost > 1;
        int inOrder = newestToo ? atMost - 1 : atMost;
        List<LocalDate> asked = new ArrayList<>(dates.stream().limit(inOrder).toList());
        if (newestToo) {
            asked.add(dates.last());
        }
        for (LocalDate date : asked) {
            boolean goesOn = date.equals(begun) && !again.contains(date);
            int hour = goesOn && readUntil != null ? zones.localAt(readUntil).getHour() : 0;
            windows.add(Window.of(date, hour, zones, told));
        }
        Instant reached =
                !moved || windows.isEmpty()
                        ? readUntil
                        : later(readUntil, unfinished ? windows.get(inOrder - 1).to() : told);
        return new SeriesPlan(windows, reached, again);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
