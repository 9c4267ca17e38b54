package io.pulseline.normalizer.record;

import io.pulseline.contracts.source.ZoneSince;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one place where times without an offset become instants.
 *
 * <p>The zone is the one that was valid on the time's own date, never today's. Where the clocks
 * went back, the first of two possible instants is taken until the rows themselves fall back; where
 * they went forward, a time that never was is read with the offset before. Both are counted.
 */
public final class LocalTimes {
    /** {@code 2022-04-27T17:19:30.000-07:00}, {@code ...Z}, or without an offset. */
    private static final DateTimeFormatter DATE_TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .optionalStart()
                    .appendOffset("+HH:MM:ss", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HHMM", "+0000")
                    .optionalEnd()
                    .toFormatter();

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
        return inOrder().next(time);
    }

    /**
     * A date and time in ISO 8601 with its offset; one written without gets the offset of the
     * user's zone on its date. Null where unreadable.
     *
     * @throws UnmappableException if it has no offset and no zone is known for its date
     */
    public @Nullable OffsetDateTime dateTime(String text) {
        TemporalAccessor read;
        try {
            read = DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeException _) {
            return null;
        }
        return read instanceof OffsetDateTime complete ? complete : resolve((LocalDateTime) read);
    }

    /**
     * An instant as the user's clocks showed it, by the zone of its own date.
     *
     * @throws UnmappableException if no zone is known for its date
     */
    public OffsetDateTime at(Instant instant) {
        // The date decides on the zone and the zone on the date; a second look settles it.
        LocalDate near = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate date = instant.atZone(requiredZoneOn(near)).toLocalDate();
        return instant.atZone(requiredZoneOn(date)).toOffsetDateTime();
    }

    /**
     * The zone valid on a local date.
     *
     * @throws UnmappableException if none is known
     */
    ZoneId requiredZoneOn(LocalDate date) {
        return zoneOn(date)
                .orElseThrow(() ->
                        new UnmappableException(
                                "a time without offset, and no time zone of the user is known for "
                                        + date));
    }

    /** Times that follow each other, each read with the zone of its own date. */
    public Sequence inOrder() {
        return new Sequence(date -> requiredZoneOn(date).getRules(), Instant.MIN, oddities);
    }

    /**
     * Times that follow each other, beginning with a start whose offset is known. The start's
     * offset is carried forward; if the zone of that date agrees with it, so are the zone's clock
     * changes. If it does not (a traveller, whose profile lags behind), the offset just stays.
     */
    public Sequence from(OffsetDateTime start) {
        ZoneRules rules = rulesFrom(start);
        return new Sequence(
                _ -> rules, start.toInstant().truncatedTo(ChronoUnit.SECONDS), oddities);
    }

    /**
     * The offset at an instant after a start: by the zone of the instant's own date, reckoned from
     * the start, whose offset just stays where the zone of its date does not agree with it.
     */
    public ZoneOffset offsetAt(OffsetDateTime start, Instant instant) {
        ZoneRules rules = rulesFrom(start);
        LocalDate date = instant.atOffset(rules.getOffset(instant)).toLocalDate();
        return date.equals(start.toLocalDate())
                ? rules.getOffset(instant)
                : zoneOn(date).map(ZoneId::getRules).orElse(rules).getOffset(instant);
    }

    /** The second of two instants that the clocks showed alike; the same if they did not. */
    public OffsetDateTime later(OffsetDateTime first) {
        ZoneOffsetTransition change = rulesFrom(first).getTransition(first.toLocalDateTime());
        return change != null && change.isOverlap()
                ? first.toLocalDateTime().atOffset(change.getOffsetAfter())
                : first;
    }

    private ZoneRules rulesFrom(OffsetDateTime start) {
        return zoneOn(start.toLocalDate())
                .map(ZoneId::getRules)
                .filter(zone -> zone.getOffset(start.toInstant()).equals(start.getOffset()))
                .orElse(start.getOffset().getRules());
    }

    /** Local times of one series, to be asked in the order of the series. */
    public static final class Sequence {
        private final Function<LocalDate, ZoneRules> rulesOn;
        private final Instant start;
        private final Oddities oddities;
        private @Nullable LocalDateTime previous;
        private boolean secondTime;
        private boolean lastWasPlacedByRule;
        private LocalDate rulesDate = LocalDate.MIN;
        private ZoneRules rules = ZoneOffset.UTC.getRules();

        private Sequence(Function<LocalDate, ZoneRules> rulesOn, Instant start, Oddities oddities) {
            this.rulesOn = rulesOn;
            this.start = start;
            this.oddities = oddities;
        }

        /** The instant of the next local time. */
        public Instant instantOf(LocalDateTime local) {
            // A series stays on one date for thousands of rows: its rules are looked up once.
            if (!local.toLocalDate().equals(rulesDate)) {
                rulesDate = local.toLocalDate();
                rules = rulesOn.apply(rulesDate);
            }
            ZoneOffsetTransition change = rules.getTransition(local);
            Instant instant =
                    change == null
                            ? local.toInstant(rules.getOffset(local))
                            : nearClockChange(local, change);
            previous = local;
            lastWasPlacedByRule = change != null;
            return instant;
        }

        /** As {@link #instantOf}, with the offset that the zone has then. */
        public OffsetDateTime next(LocalDateTime local) {
            Instant instant = instantOf(local);
            return instant.atOffset(rules.getOffset(instant));
        }

        /** Whether the clocks showed the last time twice, or skipped it. */
        public boolean lastWasPlacedByRule() {
            return lastWasPlacedByRule;
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
