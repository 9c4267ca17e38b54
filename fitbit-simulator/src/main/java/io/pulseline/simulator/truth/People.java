package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everybody and what they did. Safe for use by several threads. */
public final class People {
    private final SimulatedClock clock;
    private final Map<String, Person> people = new LinkedHashMap<>();

    public People(SimulatedClock clock) {
        this.clock = clock;
    }

    private static final class Person {
        private final SimulatedUser user;
        private final Map<Long, SimulatedActivity> activities = new LinkedHashMap<>();
        private int performed;
        private Instant lastSync;
        private @Nullable Life life;

        Person(SimulatedUser user) {
            this.user = user;
            lastSync = user.createdAt();
        }
    }

    /** A new person; the same seed gives the same body, the id differs from the others'. */
    public synchronized SimulatedUser add(String name, ZoneId zone, long seed) {
        int ordinal = people.size();
        SimulatedUser user = SimulatedUser.seeded(name, zone, seed, ordinal, clock.instant());
        while (people.containsKey(user.id())) {
            ordinal++;
            user = SimulatedUser.seeded(name, zone, seed, ordinal, clock.instant());
        }
        people.put(user.id(), new Person(user));
        return user;
    }

    /** People who live from the cohort's beginning on, in its order. */
    public synchronized List<Life> add(Cohort cohort) {
        Instant begin = cohort.begin().truncatedTo(ChronoUnit.SECONDS);
        return cohort.members().stream().map(member -> add(member, begin)).toList();
    }

    private Life add(Cohort.Member member, Instant begin) {
        int ordinal = people.size();
        SimulatedUser user = add(member.name(), member.whereabouts().home(), member.seed());
        SimulatedUser wearer = ordinal % 2 == 0 ? user.wearing(user.device().climbing()) : user;
        Life life =
                new Life(
                        new LifePlan(
                                wearer,
                                ordinal,
                                member.whereabouts(),
                                begin,
                                member.end(),
                                member.specials()));
        Person person = new Person(wearer);
        person.life = life;
        people.put(wearer.id(), person);
        return life;
    }

    /** The life of a person; empty for one who does only what is asked for. */
    public synchronized Optional<Life> life(String userId) {
        Person person = people.get(userId);
        return person == null ? Optional.empty() : Optional.ofNullable(person.life);
    }

    /** Everybody who lives, in the order of their beginning. */
    public synchronized List<Life> lives() {
        return people.values().stream().flatMap(person -> Stream.ofNullable(person.life)).toList();
    }

    public synchronized List<SimulatedUser> all() {
        return people.values().stream().map(this::asOfNow).toList();
    }

    /** The person of that id; empty when there is none. */
    public synchronized Optional<SimulatedUser> find(String userId) {
        return Optional.ofNullable(people.get(userId)).map(this::asOfNow);
    }

    /** The zone of that person's local date. */
    public synchronized ZoneId zoneOn(String userId, LocalDate date) {
        Person person = person(userId);
        return person.life == null ? person.user.zone() : person.life.whereabouts().zoneOn(date);
    }

    /** The zone a person was in at that moment. */
    public synchronized ZoneId zoneAt(String userId, Instant at) {
        Person person = person(userId);
        return person.life == null ? person.user.zone() : person.life.whereabouts().zoneAt(at);
    }

    /** The date's minutes by zone that can be read now. */
    public ZoneMinutes zones(String userId, LocalDate date) {
        Optional<Life> life = life(userId);
        if (life.isPresent()) {
            Instant now = clock.instant();
            return life.get().isShownOn(date, now)
                    ? life.get().sums(date, now).zones()
                    : new ZoneMinutes(Map.of());
        }
        SimulatedUser user = person(userId).user;
        Whereabouts there = Whereabouts.at(user.zone());
        return ZoneMinutes.of(
                heartRate(userId, there.startOf(date), there.endOf(date)),
                user.body().maximumHeartRate());
    }

    /** The date's resting heart rate that can be read now; null while there is none. */
    public @Nullable Integer restingHeartRate(String userId, LocalDate date) {
        Optional<Life> life = life(userId);
        return life.isPresent()
                ? life.get().restingHeartRate(date, clock.instant())
                : Integer.valueOf(person(userId).user.body().restingHeartRate());
    }

    /**
     * Lets a person do something; the tracker syncs at once.
     *
     * @throws IllegalArgumentException if the person is not known or the log id is taken
     */
    public synchronized SimulatedActivity perform(String userId, ActivityPlan plan) {
        Person person = person(userId);
        Instant now = clock.instant();
        SimulatedActivity activity = Performance.of(asOfNow(person), plan, person.performed, now);
        boolean taken =
                people.values().stream()
                        .anyMatch(other -> other.activities.containsKey(activity.logId()));
        if (taken) {
            throw new IllegalArgumentException(
                    "log id " + activity.logId() + " is taken; leave it out or choose another");
        }
        person.performed++;
        sync(userId);
        person.activities.put(activity.logId(), activity);
        return activity;
    }

    /**
     * Changes an activity; its modification time moves to now.
     *
     * @throws IllegalArgumentException if person or activity is not known
     */
    public synchronized SimulatedActivity edit(String userId, long logId, ActivityEdit edit) {
        Person person = person(userId);
        SimulatedActivity edited = activity(person, logId).edited(edit, clock.instant());
        person.activities.put(logId, edited);
        sync(userId);
        return edited;
    }

    /**
     * Deletes an activity for good and answers what it was.
     *
     * @throws IllegalArgumentException if person or activity is not known
     */
    public synchronized SimulatedActivity delete(String userId, long logId) {
        Person person = person(userId);
        SimulatedActivity activity = activity(person, logId);
        person.activities.remove(logId);
        return activity;
    }

    /** The tracker hands over what it has measured until now. */
    public synchronized void sync(String userId) {
        Person person = person(userId);
        person.lastSync = clock.instant();
        if (person.life != null) {
            person.life.sync(person.lastSync);
        }
    }

    /** When the tracker last handed over its measurements. */
    public synchronized Instant lastSync(String userId) {
        return lastSync(person(userId));
    }

    /** What a person has done and can be seen now, by start. */
    public synchronized List<SimulatedActivity> activities(String userId) {
        Instant now = clock.instant();
        Person person = person(userId);
        Stream<SimulatedActivity> lived =
                person.life == null ? Stream.empty() : person.life.activities(now).stream();
        return Stream.concat(lived, person.activities.values().stream())
                .filter(activity -> activity.isOverAt(now) && !activity.has(Quirk.WITHOUT_LOG))
                .sorted(
                        Comparator.comparing(SimulatedActivity::start)
                                .thenComparingLong(SimulatedActivity::logId))
                .toList();
    }

    /** One activity that can be seen now; empty when there is none of that id. */
    public synchronized Optional<SimulatedActivity> activity(String userId, long logId) {
        return activities(userId).stream().filter(one -> one.logId() == logId).findFirst();
    }

    /**
     * The heart rate that can be read now in {@code [from, to)}, in order: rest until the last
     * sync, and each activity's as far as it is readable.
     */
    public synchronized List<HeartRateSample> heartRate(String userId, Instant from, Instant to) {
        Person person = person(userId);
        Instant now = clock.instant();
        Instant restUntil = min(to, lastSync(person));
        List<HeartRateSample> samples = new ArrayList<>();
        Instant cursor = from;
        for (SimulatedActivity activity : byHand(person, now)) {
            Instant end = activity.recorded().end();
            if (end.isBefore(cursor) || !activity.start().isBefore(to)) {
                continue;
            }
            if (cursor.isBefore(activity.start())) {
                Instant quietEnd = min(activity.start(), restUntil);
                samples.addAll(usual(person, cursor, quietEnd));
            }
            Instant shown = cursor;
            activity.heartRateReadableAt(now).stream()
                    .filter(sample -> !sample.at().isBefore(shown) && sample.at().isBefore(to))
                    .forEach(samples::add);
            // One past the end, because the last sample may lie exactly on it.
            cursor = end.plusMillis(1);
        }
        if (cursor.isBefore(restUntil)) {
            samples.addAll(usual(person, cursor, restUntil));
        }
        return List.copyOf(samples);
    }

    /** Forgets everybody. */
    public synchronized void clear() {
        people.clear();
    }

    private List<SimulatedActivity> byHand(Person person, Instant now) {
        return person.activities.values().stream()
                .filter(activity -> activity.isOverAt(now))
                .sorted(Comparator.comparing(SimulatedActivity::start))
                .toList();
    }

    /** The heart when nothing was asked for: at rest, or as it lives. */
    private List<HeartRateSample> usual(Person person, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        return person.life == null
                ? person.user.heart().atRest(from, to)
                : person.life.heartRate(from, to, clock.instant());
    }

    private Instant lastSync(Person person) {
        return person.life == null ? person.lastSync : person.life.lastSync(clock.instant());
    }

    private SimulatedUser asOfNow(Person person) {
        return person.life == null
                ? person.user
                : person.user.in(person.life.whereabouts().zoneAt(clock.instant()));
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Person person(String userId) {
        Person person = people.get(userId);
        if (person == null) {
            throw new IllegalArgumentException(
                    "user " + userId + " is not known; set one up with POST /simulator/users");
        }
        return person;
    }

    private static SimulatedActivity activity(Person person, long logId) {
        SimulatedActivity activity = person.activities.get(logId);
        if (activity == null) {
            throw new IllegalArgumentException(
                    "user " + person.user.id() + " has no activity " + logId);
        }
        return activity;
    }
}
