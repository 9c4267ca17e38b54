package io.pulseline.simulator.control;

import io.pulseline.simulator.fault.Faults;
import io.pulseline.simulator.fault.Switch;
import io.pulseline.simulator.fault.Switches;
import io.pulseline.simulator.fhir.Fhir;
import io.pulseline.simulator.fitbit.FitbitApi;
import io.pulseline.simulator.googlehealth.GoogleHealth;
import io.pulseline.simulator.http.RequestLog;
import io.pulseline.simulator.intervals.Intervals;
import io.pulseline.simulator.notify.Notification;
import io.pulseline.simulator.notify.Notifier;
import io.pulseline.simulator.notify.Subscription;
import io.pulseline.simulator.notify.Subscriptions;
import io.pulseline.simulator.oauth.Consents;
import io.pulseline.simulator.receiver.Receivers;
import io.pulseline.simulator.strava.Strava;
import io.pulseline.simulator.truth.ActivityEdit;
import io.pulseline.simulator.truth.ActivityPlan;
import io.pulseline.simulator.truth.People;
import io.pulseline.simulator.truth.SimulatedActivity;
import io.pulseline.simulator.truth.SimulatedClock;
import io.pulseline.simulator.truth.SimulatedUser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be made to happen. The rooms hold the state; here stand the acts that touch more than
 * one of them.
 */
public record Stage(
        SimulatedClock clock,
        People people,
        Consents consents,
        Switches switches,
        Faults faults,
        Subscriptions subscriptions,
        Notifier notifier,
        Receivers receivers,
        RequestLog requests,
        FitbitApi api,
        GoogleHealth google,
        Strava strava,
        Intervals intervals,
        Fhir fhir,
        Play play) {
    private static final String ACTIVITIES = "activities";
    private static final String REVOKED = "userRevokedAccess";
    private static final String DELETED = "deleteUser";

    /**
     * An activity and what came of telling about it.
     *
     * @param notificationStatus null if nobody was told or the endpoint did not answer
     */
    public record Performed(SimulatedActivity activity, @Nullable Integer notificationStatus) {}

    /** Lets somebody do something and, if wanted, tells the subscribed application. */
    public Performed perform(String userId, ActivityPlan plan, boolean notify) {
        SimulatedActivity activity = people.perform(userId, plan);
        return new Performed(activity, notify ? tellAbout(activity, false) : null);
    }

    /** Changes an activity and, if wanted, tells the subscribed application. */
    public Performed edit(String userId, long logId, ActivityEdit edit, boolean notify) {
        SimulatedActivity activity = people.edit(userId, logId, edit);
        return new Performed(activity, notify ? tellAbout(activity, false) : null);
    }

    /** Deletes an activity and, if wanted, tells the subscribed application. */
    public Performed delete(String userId, long logId, boolean notify) {
        SimulatedActivity activity = people.delete(userId, logId);
        return new Performed(activity, notify ? tellAbout(activity, true) : null);
    }

    /** Says that a person's data of that day changed; through every subscription that covers it. */
    public @Nullable Integer ring(String userId, String collection, LocalDate date) {
        return notifier.send(notifications(userId, collection, List.of(date)));
    }

    /**
     * The person withdraws the consent in the account settings; answers the notification's status.
     */
    public @Nullable Integer withdrawConsent(String userId) {
        return notifier.send(endConsent(userId));
    }

    /** The application gives the tokens back; told about later unless that is switched off. */
    public void revokedByApplication(String userId) {
        List<Notification> batch = endConsent(userId);
        if (!batch.isEmpty() && !switches.isOn(Switch.SILENT_REVOKE)) {
            notifier.sendLater(batch);
        }
    }

    /** The person deletes the account: one notification per subscription. */
    public @Nullable Integer deleteAccount(String userId) {
        SimulatedUser user = user(userId);
        google.withdrawConsent(userId);
        consents.withdraw(userId);
        LocalDate today = today(user);
        return notifier.send(
                subscriptions.removeAll(userId).stream()
                        .map(one -> notification(DELETED, today, one))
                        .toList());
    }

    /** Fitbit's Web API is turned off for that person: calls answer 410, and nothing is told. */
    public void closeFitbit(String userId) {
        api.closeFor(user(userId).id());
        subscriptions.removeAll(userId);
    }

    /** Everything back to the start, the clock included. */
    public void reset() {
        play.clear();
        clock.reset();
        people.clear();
        consents.clear();
        switches.reset();
        faults.clear();
        subscriptions.clear();
        notifier.reset();
        receivers.clear();
        requests.clear();
        api.clear();
        google.reset();
        strava.reset();
        intervals.reset();
        fhir.reset();
    }

    /**
     * Moves time on, and makes happen what happens until then.
     *
     * @throws IllegalArgumentException if the duration is negative
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException(
                    "time cannot go back by " + by.negated() + "; give a positive duration");
        }
        play.moveTo(clock.instant().plus(by));
    }

    /**
     * As {@link #advance}, to a moment.
     *
     * @throws IllegalArgumentException if it is over
     */
    public void moveTo(Instant moment) {
        Instant now = clock.instant();
        if (moment.isBefore(now)) {
            throw new IllegalArgumentException(
                    "time cannot go back to " + moment + "; it is " + now);
        }
        play.moveTo(moment);
    }

    /**
     * The person of that id.
     *
     * @throws IllegalArgumentException naming the id if there is none
     */
    public SimulatedUser user(String userId) {
        return people.find(userId)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "user " + userId + " is not known to the simulator"));
    }

    /** Tells through both providers; Fitbit's status, or Google's where only that one told. */
    private @Nullable Integer tellAbout(SimulatedActivity activity, boolean isGone) {
        // What lies in the future cannot have been synced; it shows up when its time has come.
        if (!activity.isOverAt(clock.instant())) {
            return null;
        }
        List<LocalDate> days =
                Stream.of(activity.localStart(), activity.localEnd())
                        .map(ZonedDateTime::toLocalDate)
                        .distinct()
                        .toList();
        Integer fitbits = notifier.send(notifications(activity.userId(), ACTIVITIES, days));
        Integer googles = google.changed(activity, isGone);
        return fitbits == null ? googles : fitbits;
    }

    private List<Notification> notifications(
            String userId, String collection, List<LocalDate> days) {
        return subscriptions.covering(userId, collection).stream()
                .flatMap(one -> days.stream().map(day -> notification(collection, day, one)))
                .toList();
    }

    private List<Notification> endConsent(String userId) {
        SimulatedUser user = user(userId);
        List<Notification> batch =
                subscriptions.covering(userId, REVOKED).stream()
                        .limit(1)
                        .map(one -> notification(REVOKED, today(user), one))
                        .toList();
        consents.withdraw(userId);
        subscriptions.removeAll(userId);
        return batch;
    }

    private LocalDate today(SimulatedUser user) {
        return clock.instant().atZone(user.zone()).toLocalDate();
    }

    private static Notification notification(
            String collection, LocalDate day, Subscription subscription) {
        return Notification.of(
                collection, day, subscription.ownerId(), subscription.subscriptionId());
    }
}
