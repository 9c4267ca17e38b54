package io.pulseline.normalizer.record;

import io.pulseline.contracts.source.ZoneSince;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one place where times without an offset become instants.
 *
 * <p>The zone is the one that was valid on the time's own date, never today's. Where the clocks
 * went back, the first of two possible instants is taken until the rows themselves fall back; where
 * they went forward, a time that never was is read with the offset before. Both are counted.
 */
public final class LocalTimes {
    private final List<ZoneSince> history;
    private final Oddities oddities;

    /**
     * @param history the user's zones, oldest first; an entry without a date holds from the
     *     beginning
     * @param oddities where doubtful times are counted
     */
    public LocalTimes(List<ZoneSince> history, Oddities oddities) {
        this.history = List.copyOf(history);
        this.oddities = oddities;
    }

    /**
     * The zone valid on a local date; empty if the history does not reach back or is unreadable.
     */
    public Optional<ZoneId> zoneOn(LocalDate date) {
        String zone = null;
        for (ZoneSince entry : history) {
            String since = entry.getSinceLocalDate();
            if (since == null || !date.isBefore(readable(since))) {
                zone = entry.getZone();
            }
        }
        return Optional.ofNullable(zone).flatMap(this::known);
    }

    private static LocalDate readable(String since) {
        try {
            return LocalDate.parse(since);
        } catch (DateTimeException e) {
            throw new UnmappableException("zoneHistory has a date that is not yyyy-MM-dd", e);
        }
    }

    private Optional<ZoneId> known(String zone) {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException _) {
            oddities.met(Oddity.ZONE_UNKNOWN);
            return Optional.empty();
        }
    }

    /**
     * One time on its own, with the offset its zone had then.
     *
     * @throws UnmappableException if no zone is known for its date
     */
    public OffsetDateTime resolve(LocalDateTime time) {
        ZoneId zone =
                zoneOn(time.toLocalDate())
                        .orElseThrow(() ->
                                new UnmappableException(
                                        "a time without offset, and no time zone of the"
                                                + " user is known for "
                                                + time.toLocalDate()));
        Instant instant = new Sequence(zone.getRules(), Instant.MIN, oddities).instantOf(time);
        return instant.atOffset(zone.getRules().getOffset(instant));
    }

    /**
     * Times that follow each other, beginning with a start whose offset is known. The start's
     * offset is carried forward; if the zone of that date agrees with it, so are the zone's clock
     * changes. If it does not (a traveller, whose profile lags behind), the offset just stays.
     */
    public Sequence from(OffsetDateTime start) {
        ZoneRules fixed = start.getOffset().getRules();
        ZoneRules rules =
                zoneOn(start.toLocalDate())
                        .map(ZoneId::getRules)
                        .filter(zone -> zone.getOffset(start.toInstant()).equals(start.getOffset()))
                        .orElse(fixed);
        return new Sequence(rules, start.toInstant().truncatedTo(ChronoUnit.SECONDS), oddities);
    }

    /** Local times of one series, to be asked in the order of the series. */
    public static final class Sequence {
        private final ZoneRules rules;
        private final Instant start;
        private final Oddities oddities;
        private @Nullable LocalDateTime previous;
        private boolean secondTime;

        private Sequence(ZoneRules rules, Instant start, Oddities oddities) {
            this.rules = rules;
            this.start = start;
            this.oddities = oddities;
        }

        /** The instant of the next local time. */
        public Instant instantOf(LocalDateTime local) {
            ZoneOffsetTransition change = rules.getTransition(local);
            Instant instant =
                    change == null
                            ? local.toInstant(rules.getOffset(local))
                            : nearClockChange(local, change);
            previous = local;
            return instant;
        }

        private Instant nearClockChange(LocalDateTime local, ZoneOffsetTransition change) {
            Instant first = local.toInstant(change.getOffsetBefore());
            if (change.isGap()) {
                oddities.met(Oddity.TIME_SKIPPED_BY_CLOCKS);
                return first;
            }
            oddities.met(Oddity.TIME_AMBIGUOUS);
            if (previous == null || !isDoubled(previous, change)) {
                secondTime = false;
            } else if (local.isBefore(previous)) {
                secondTime = true;
            }
            return secondTime || first.isBefore(start)
                    ? local.toInstant(change.getOffsetAfter())
                    : first;
        }

        private static boolean isDoubled(LocalDateTime time, ZoneOffsetTransition overlap) {
            return !time.isBefore(overlap.getDateTimeAfter())
                    && time.isBefore(overlap.getDateTimeBefore());
        }
    }
}
