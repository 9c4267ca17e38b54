package io.pulseline.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * People who begin their lives together.
 *
 * @param days how long they live; the one whose tracker is silent for 20 days lives at least 30
 * @param begin when their trackers sync first; may be still to come
 * @param hasSpecials whether some of the lives are out of the ordinary
 * @param zone where all of them live; null: all over the world
 * @param atGoogle whether Google shows these lives, so that some have what only Google tells
 */
public record Cohort(
        int people,
        int days,
        long seed,
        Instant begin,
        boolean hasSpecials,
        @Nullable ZoneId zone,
        boolean atGoogle) {
    private static final int MOST_PEOPLE = 10_000;
    private static final int MOST_DAYS = 400;
    private static final int LONG_LIFE_DAYS = 30;
    private static final List<ZoneId> ZONES =
            zones(
                    "Europe/Berlin",
                    "America/New_York",
                    "Europe/London",
                    "America/Los_Angeles",
                    "Asia/Kolkata",
                    "Australia/Adelaide",
                    "Asia/Tokyo",
                    "America/Phoenix",
                    "Australia/Sydney");
    private static final List<ZoneId> CLOCK_CHANGING =
            zones(
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Sydney",
                    "Pacific/Auckland",
                    "Australia/Adelaide",
                    "America/Los_Angeles");

    public Cohort {
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("users is " + people + "; give 1 to " + MOST_PEOPLE);
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days is " + days + "; give 1 to " + MOST_DAYS);
        }
        if (zone != null && hasSpecials) {
            throw new IllegalArgumentException(
                    "zone goes with special false only: some specials need zones of their own");
        }
    }

    /** People who live all over the world. */
    public Cohort(int people, int days, long seed, Instant begin, boolean hasSpecials) {
        this(people, days, seed, begin, hasSpecials, null, false);
    }

    /** One of them, before getting an id. */
    record Member(
            String name, long seed, Whereabouts whereabouts, Instant end, Set<Special> specials) {}

    List<Member> members() {
        List<Set<Special>> specials = specials();
        List<Member> members = new ArrayList<>();
        for (int index = 0; index < people; index++) {
            members.add(member(index, specials.get(index)));
        }
        return members;
    }

    private Member member(int index, Set<Special> specials) {
        long own = Seeds.mix(seed, 81, index) >>> 1;
        ZoneId home = zone == null ? drawnZone(own) : zone;
        Whereabouts whereabouts = Whereabouts.at(home);
        if (specials.contains(Special.DST_NIGHT)) {
            whereabouts = Whereabouts.at(clockChanging(own).orElse(home));
        } else if (specials.contains(Special.ZONE_CHANGE)) {
            whereabouts = moving();
        }
        int lived = specials.contains(Special.LATE_SYNC_20) ? Math.max(days, LONG_LIFE_DAYS) : days;
        return new Member(
                "user-" + (index + 1),
                own,
                whereabouts,
                begin.plus(Duration.ofDays(lived)),
                specials);
    }

    private static ZoneId drawnZone(long own) {
        return ZONES.get((int) Math.floorMod(Seeds.mix(own, 82), (long) ZONES.size()));
    }

    /** From Berlin to New York: some hours lie between two dates there, and belong to neither. */
    private Whereabouts moving() {
        ZoneId home = ZoneId.of("Europe/Berlin");
        LocalDate from = begin.atZone(home).toLocalDate().plusDays(Math.max(2, days / 2));
        Whereabouts.Move move = new Whereabouts.Move(from, ZoneId.of("America/New_York"));
        return new Whereabouts(home, move);
    }

    /** Everybody gets what fits; with few people, some get several specials. */
    private List<Set<Special>> specials() {
        List<Set<Special>> all = new ArrayList<>();
        for (int index = 0; index < people; index++) {
            all.add(EnumSet.noneOf(Special.class));
        }
        if (!hasSpecials) {
            return all;
        }
        int next = 0;
        for (Special special : Special.values()) {
            if (isPossible(special)) {
                next = give(all, special, next);
            }
        }
        addMore(all, next);
        return all;
    }

    private int give(List<Set<Special>> all, Special special, int from) {
        for (int turn = 0; turn < people; turn++) {
            Set<Special> own = all.get((from + turn) % people);
            if (special.fitsTo(own)) {
                own.add(special);
                return from + turn + 1;
            }
        }
        return from;
    }

    /** A third of the rest has something small, too. */
    private void addMore(List<Set<Special>> all, int from) {
        List<Special> small =
                Stream.of(
                                Special.NAP,
                                Special.EDITED,
                                Special.DELETED,
                                Special.NAP_DELETED,
                                Special.CLASSIC_THEN_STAGES,
                                Special.RESTATED_DAY)
                        .filter(special -> atGoogle || !special.isOfGoogle())
                        .toList();
        for (int index = from; index < people; index += 3) {
            Special special = small.get(index / 3 % small.size());
            if (isPossible(special)) {
                all.get(index).add(special);
            }
        }
    }

    private boolean isPossible(Special special) {
        return days >= special.days()
                && (atGoogle || !special.isOfGoogle())
                && (special != Special.DST_NIGHT || clockChanging(seed).isPresent());
    }

    /** A zone whose clocks change while these people live. */
    private Optional<ZoneId> clockChanging(long own) {
        int first = (int) Math.floorMod(own, (long) CLOCK_CHANGING.size());
        for (int turn = 0; turn < CLOCK_CHANGING.size(); turn++) {
            ZoneId zone = CLOCK_CHANGING.get((first + turn) % CLOCK_CHANGING.size());
            ZoneOffsetTransition change =
                    zone.getRules().nextTransition(begin.plus(Duration.ofHours(30)));
            Instant latest = begin.plus(Duration.ofDays(days)).minus(Duration.ofHours(24));
            if (change != null && change.getInstant().isBefore(latest)) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    private static List<ZoneId> zones(String... ids) {
        return List.of(ids).stream().map(ZoneId::of).toList();
    }
}
