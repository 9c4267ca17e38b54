package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    public synchronized List<SimulatedUser> all() {
        return people.values().stream().map(person -> person.user).toList();
    }

    /** The person of that id; empty when there is none. */
    public synchronized Optional<SimulatedUser> find(String userId) {
        return Optional.ofNullable(people.get(userId)).map(person -> person.user);
    }

    /**
     * Lets a person do something; the tracker syncs at once.
     *
     * @throws IllegalArgumentException if the person is not known or the log id is taken
     */
    public synchronized SimulatedActivity perform(String userId, ActivityPlan plan) {
        Person person = person(userId);
        Instant now = clock.instant();
        SimulatedActivity activity = Performance.of(person.user, plan, person.performed, now);
        boolean taken =
                people.values().stream()
                        .anyMatch(other -> other.activities.containsKey(activity.logId()));
        if (taken) {
            throw new IllegalArgumentException(
                    "log id " + activity.logId() + " is taken; leave it out or choose another");
        }
        person.performed++;
        person.lastSync = now;
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
        person.lastSync = clock.instant();
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
        person(userId).lastSync = clock.instant();
    }

    /** When the tracker last handed over its measurements. */
    public synchronized Instant lastSync(String userId) {
        return person(userId).lastSync;
    }

    /** What a person has done and can be seen now, by start. */
    public synchronized List<SimulatedActivity> activities(String userId) {
        Instant now = clock.instant();
        return person(userId).activities.values().stream()
                .filter(activity -> activity.isOverAt(now))
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
        Instant restUntil = to.isBefore(person.lastSync) ? to : person.lastSync;
        HeartRateWave heart = person.user.heart();
        List<HeartRateSample> samples = new ArrayList<>();
        Instant cursor = from;
        for (SimulatedActivity activity : activities(userId)) {
            Instant end = activity.recorded().end();
            if (end.isBefore(cursor) || !activity.start().isBefore(to)) {
                continue;
            }
            if (cursor.isBefore(activity.start())) {
                Instant quietEnd = min(activity.start(), restUntil);
                samples.addAll(heart.atRest(cursor, quietEnd));
            }
            Instant shown = cursor;
            activity.heartRateReadableAt(now).stream()
                    .filter(sample -> !sample.at().isBefore(shown) && sample.at().isBefore(to))
                    .forEach(samples::add);
            // One past the end, because the last sample may lie exactly on it.
            cursor = end.plusMillis(1);
        }
        if (cursor.isBefore(restUntil)) {
            samples.addAll(heart.atRest(cursor, restUntil));
        }
        return List.copyOf(samples);
    }

    /** Forgets everybody. */
    public synchronized void clear() {
        people.clear();
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
