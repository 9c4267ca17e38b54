package io.pulseline.simulator.control;

import io.pulseline.simulator.fault.Mishaps;
import io.pulseline.simulator.fault.Mishaps.Fate;
import io.pulseline.simulator.fault.Struck;
import io.pulseline.simulator.googlehealth.GoogleHealth;
import io.pulseline.simulator.notify.Notification;
import io.pulseline.simulator.notify.Notifier;
import io.pulseline.simulator.notify.Subscriptions;
import io.pulseline.simulator.oauth.Consents;
import io.pulseline.simulator.truth.Cohort;
import io.pulseline.simulator.truth.Happening;
import io.pulseline.simulator.truth.Life;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedClock;
import io.pulseline.simulator.truth.Special;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lets lives go on: whatever happens in them happens once, in order, when simulated time reaches
 * it, and the application is told as it has subscribed.
 */
public final class Play {
    private final SimulatedClock clock;
    private final People people;
    private final Consents consents;
    private final Subscriptions subscriptions;
    private final Notifier notifier;
    private final GoogleHealth google;
    private final Mishaps mishaps;
    private final Struck struck;
    private final PriorityQueue<Happening> agenda =
            new PriorityQueue<>(
                    Comparator.comparing(Happening::at).thenComparing(Happening::userId));

    public Play(
            SimulatedClock clock,
            People people,
            Consents consents,
            Subscriptions subscriptions,
            Notifier notifier,
            GoogleHealth google,
            Mishaps mishaps,
            Struck struck) {
        this.clock = clock;
        this.people = people;
        this.consents = consents;
        this.subscriptions = subscriptions;
        this.notifier = notifier;
        this.google = google;
        this.mishaps = mishaps;
        this.struck = struck;
    }

    /** People who live from now on, or from a first sync that is still to come. */
    public synchronized List<Life> begin(Cohort cohort, boolean withFaults) {
        if (withFaults) {
            mishaps.begin(cohort.seed(), cohort.atGoogle());
        }
        List<Life> lives = people.add(cohort);
        for (Life life : lives) {
            life.specials().forEach(special -> struck.expect(Words.of(special)));
            agenda.addAll(life.happenings());
        }
        moveTo(clock.instant());
        return lives;
    }

    /** When the next thing happens; empty when nothing is left. */
    synchronized Optional<Instant> next() {
        return Optional.ofNullable(agenda.peek()).map(Happening::at);
    }

    /** Moves time on, and makes happen what happens until then. */
    public synchronized void moveTo(Instant moment) {
        for (Happening next = agenda.peek();
                next != null && !next.at().isAfter(moment);
                next = agenda.peek()) {
            agenda.poll();
            clock.advanceTo(next.at());
            happen(next);
        }
        clock.advanceTo(moment);
    }

    /** Makes happen what has become due by itself, where time runs on its own. */
    public void catchUp() {
        moveTo(clock.instant());
    }

    /** How often each kind of trouble came about. */
    Map<String, Integer> struck() {
        Map<String, Integer> counts = new TreeMap<>(struck.counts());
        counts.computeIfPresent(
                Words.of(Special.EXPIRED_REFRESH),
                (_, _) -> consents.refusedAfterTheEnd() + google.refusedAfterTheEnd());
        return counts;
    }

    /** Nobody's life goes on. */
    synchronized void clear() {
        agenda.clear();
        mishaps.end();
        struck.clear();
    }

    private void happen(Happening happening) {
        happening.struck().forEach(special -> struck.count(Words.of(special)));
        if (happening.kind() == Happening.Kind.REFRESH_ENDED) {
            consents.endRefresh(happening.userId());
        }
        List<Notification> first = new ArrayList<>();
        List<Notification> again = new ArrayList<>();
        for (Notification one : notifications(happening)) {
            if (happening.isUnheard()) {
                struck.count("lostNotification");
                continue;
            }
            Fate fate = mishaps.nextFate();
            if (fate != Fate.LOST) {
                first.add(one);
            }
            if (fate == Fate.COMES_TWICE) {
                again.add(one);
            }
        }
        notifier.send(first);
        notifier.send(again);
        google.happened(happening);
    }

    private List<Notification> notifications(Happening happening) {
        List<Notification> all = new ArrayList<>();
        add(all, happening.userId(), "activities", happening.movedOn());
        add(all, happening.userId(), "sleep", happening.sleptOn());
        add(all, happening.userId(), "body", happening.weighedOn());
        return all;
    }

    private void add(
            List<Notification> all, String userId, String collection, Set<LocalDate> dates) {
        if (dates.isEmpty()) {
            return;
        }
        subscriptions
                .covering(userId, collection)
                .forEach(subscription ->
                        dates.stream()
                                .sorted()
                                .map(date ->
                                        Notification.of(
                                                collection,
                                                date,
                                                userId,
                                                subscription.subscriptionId()))
                                .forEach(all::add));
    }
}
