package io.pulseline.simulator.googlehealth;

import io.pulseline.simulator.truth.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The restrictions of a list or reconcile call (fact sheet section 1.5): every group must hold, of
 * a group one restriction. Made by {@link FilterParser}.
 */
record Filter(List<List<Restriction>> groups) {
    // Wider than any zone is from UTC, one day for the clocks of journeys.
    private static final Duration ZONE_MARGIN = Duration.ofHours(38);
    private static final long SECONDS_PER_DAY = 86_400;

    Filter {
        groups = List.copyOf(groups);
    }

    /** What is compared. */
    enum Member {
        PHYSICAL_START,
        CIVIL_START,
        PHYSICAL_END,
        CIVIL_END,
        DATE;

        boolean isCivil() {
            return this == CIVIL_START || this == CIVIL_END;
        }
    }

    /**
     * One comparison.
     *
     * @param isLower at or after it, else before it
     * @param physical null for civil times and dates
     * @param civil null for physical times
     */
    record Restriction(
            Member member,
            boolean isLower,
            @Nullable Instant physical,
            @Nullable LocalDateTime civil) {

        boolean holds(Point point, PersonData person) {
            Instant limit = physical;
            if (limit != null) {
                return isLower == !moment(point).isBefore(limit);
            }
            return civil == null
                    || isLower == (clock(point, person) >= civil.toEpochSecond(ZoneOffset.UTC));
        }

        private Instant moment(Point point) {
            return member == Member.PHYSICAL_END || member == Member.CIVIL_END
                    ? point.to()
                    : point.from();
        }

        /** What clocks of the place show, in seconds, as if they were UTC's. */
        private long clock(Point point, PersonData person) {
            LocalDate date = point.date();
            if (date != null) {
                return date.toEpochDay() * SECONDS_PER_DAY;
            }
            Instant at = moment(point);
            return at.getEpochSecond()
                    + person.zoneAt(at).getRules().getOffset(at).getTotalSeconds();
        }

        /** The limit as an instant, as early or as late as it may be. */
        Instant widest() {
            if (physical != null) {
                return physical;
            }
            Instant utc = civil == null ? Instant.EPOCH : civil.toInstant(ZoneOffset.UTC);
            return isLower ? utc.minus(ZONE_MARGIN) : utc.plus(ZONE_MARGIN);
        }
    }

    static Filter none() {
        return new Filter(List.of());
    }

    boolean accepts(Point point, PersonData person) {
        return groups.stream()
                .allMatch(group -> group.stream().anyMatch(one -> one.holds(point, person)));
    }

    /** Where the points asked for lie; wider for civil times. Clipped to all there is. */
    Span within(Span everything) {
        Instant from = everything.from();
        Instant to = everything.to();
        for (Restriction one : single()) {
            Instant limit = one.widest();
            if (one.isLower() && limit.isAfter(from)) {
                from = limit;
            }
            if (!one.isLower() && limit.isBefore(to)) {
                to = limit;
            }
        }
        return from.isBefore(to)
                ? new Span(from, to)
                : new Span(everything.from(), everything.from());
    }

    /** How long the range asked for is; null where it is open to one side. */
    @Nullable Duration length() {
        Instant from = null;
        Instant to = null;
        for (Restriction one : single()) {
            Instant exact =
                    one.physical() != null
                            ? one.physical()
                            : one.civil() == null ? null : one.civil().toInstant(ZoneOffset.UTC);
            from = one.isLower() ? exact : from;
            to = one.isLower() ? to : exact;
        }
        return from == null || to == null ? null : Duration.between(from, to);
    }

    private List<Restriction> single() {
        List<Restriction> single = new ArrayList<>();
        groups.stream()
                .filter(group -> group.size() == 1)
                .forEach(group -> single.add(group.getFirst()));
        return single;
    }
}
