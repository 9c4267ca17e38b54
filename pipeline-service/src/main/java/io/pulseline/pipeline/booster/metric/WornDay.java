package io.pulseline.pipeline.booster.metric;

import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.booster.past.LocalOffset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For how long a device was worn on one local date. There is heart rate only where it was worn, so
 * a minute with at least one sample counts.
 *
 * @param hours of heart rate that have come, in order of time
 */
record WornDay(LocalDate date, List<Hour> hours) {
    private static final long MILLIS_PER_MINUTE = 60_000;

    WornDay {
        hours = List.copyOf(hours);
    }

    /**
     * One slot of the date: an hour, or what a change of clocks left of it.
     *
     * @param slot 0 for the first
     * @param end exclusive
     * @param toldWhole whether the source has told all there is of it
     * @param wornMinutes 0 to 60
     * @param dateEnd where the date ends by the clocks of this hour; exclusive
     */
    record Hour(int slot, Instant end, boolean toldWhole, int wornMinutes, Instant dateEnd) {
        private static Hour of(HeartRateSeries hour, LocalDate date) {
            Long told = hour.getCoveredUntilEpochMillis();
            return new Hour(
                    hour.getSlot(),
                    Instant.ofEpochMilli(hour.getEndEpochMillis()),
                    told != null && told >= hour.getEndEpochMillis(),
                    wornMinutesOf(hour),
                    date.plusDays(1).atStartOfDay(zone(hour)).toInstant());
        }

        /** Samples outside of the slot are left out: they would count in two of them. */
        private static int wornMinutesOf(HeartRateSeries hour) {
            long start = hour.getHeartRate().getStartEpochMillis();
            return Math.toIntExact(
                    hour.getHeartRate().getOffsetMilliseconds().stream()
                            .mapToLong(offset -> start + offset)
                            .filter(at ->
                                    at >= hour.getStartEpochMillis()
                                            && at < hour.getEndEpochMillis())
                            .map(at -> Math.floorDiv(at, MILLIS_PER_MINUTE))
                            .distinct()
                            .count());
        }

        private static ZoneId zone(HeartRateSeries hour) {
            @Nullable String zone = hour.getZone();
            ZoneId offset = LocalOffset.of(hour.getStartOffsetSeconds());
            if (zone == null) {
                return offset;
            }
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException _) {
                // Any producer may have written it; the offset serves on all but two days a year.
                return offset;
            }
        }
    }

    /**
     * Of the hours that have come.
     *
     * @param hours records of heart rate of that date, in any order
     */
    static WornDay of(LocalDate date, List<Metric> hours) {
        return new WornDay(
                date,
                hours.stream()
                        .map(hour -> RecordJson.read(hour.json(), HeartRateSeries.class))
                        .map(hour -> Hour.of(hour, date))
                        .sorted(Comparator.comparingInt(Hour::slot))
                        .toList());
    }

    /** Minutes with at least one sample. */
    int wornMinutes() {
        return hours.stream().mapToInt(Hour::wornMinutes).sum();
    }

    /** Hours with at least so many such minutes. */
    int validHours(int fewestMinutes) {
        return Math.toIntExact(
                hours.stream().filter(hour -> hour.wornMinutes() >= fewestMinutes).count());
    }

    /** Hours of which the source has told all there is. */
    int toldHours() {
        return Math.toIntExact(hours.stream().filter(Hour::toldWhole).count());
    }

    /** True if the source has told all there is of the date, be it 23, 24 or 25 hours long. */
    boolean isToldWhole() {
        for (int slot = 0; slot < hours.size(); slot++) {
            if (hours.get(slot).slot() != slot || !hours.get(slot).toldWhole()) {
                return false;
            }
        }
        return !hours.isEmpty() && !hours.getLast().end().isBefore(hours.getLast().dateEnd());
    }
}
