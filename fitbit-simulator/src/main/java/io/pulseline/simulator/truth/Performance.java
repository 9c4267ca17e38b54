package io.pulseline.simulator.truth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Turns a plan into what the body and the tracker made of it. Same person, plan, order: same
 * result.
 */
final class Performance {
    private static final long FIRST_LOG_ID = 52_000_000_000L;

    private Performance() {}

    /**
     * Performs a plan.
     *
     * @param ordinal how many activities the person did before
     * @param now simulated time; the end when the plan names none
     */
    static SimulatedActivity of(SimulatedUser user, ActivityPlan plan, int ordinal, Instant now) {
        Session session = session(plan, now);
        SplittableRandom random = Seeds.random(user.seed(), 21, ordinal);
        Track track = Track.wander(session, Position.homeIn(user.zone()), random);
        return new SimulatedActivity(
                plan.logId() == null ? logId(user, ordinal) : plan.logId(),
                user.id(),
                user.zone(),
                plan.name() == null ? plan.kind().title() : plan.name(),
                plan.typeId(),
                plan,
                session,
                session.elapsed(),
                session.active(),
                steps(session, random),
                plan.kind().goesSomewhere() ? track.distanceMetres() : null,
                energy(user, session),
                heartRate(user, plan, session, ordinal),
                track,
                now,
                now);
    }

    private static Session session(ActivityPlan plan, Instant now) {
        Instant end = plan.end() == null ? now : plan.end();
        Instant start = end.minus(plan.length()).truncatedTo(ChronoUnit.SECONDS);
        if (plan.quirks().contains(Quirk.PHONE_RECORDED)) {
            // Back, not on: what ends after now has not happened yet.
            start = start.minusMillis(547);
        }
        return Session.of(plan.kind(), start, start.plus(plan.length()), plan.pause());
    }

    private static long logId(SimulatedUser user, int ordinal) {
        return FIRST_LOG_ID
                + Math.floorMod(Seeds.mix(user.seed(), 22, user.id().hashCode()), 900_000L) * 10_000
                + ordinal;
    }

    private static @Nullable Integer steps(Session session, SplittableRandom random) {
        int perMinute = session.kind().stepsPerMinute();
        double minutes = session.active().toSeconds() / 60.0;
        return perMinute == 0
                ? null
                : (int) Math.round(perMinute * minutes * random.nextDouble(0.98, 1.02));
    }

    private static int energy(SimulatedUser user, Session session) {
        double hours = session.active().toSeconds() / 3600.0;
        return (int)
                Math.round(
                        session.kind().metabolicEquivalent()
                                * user.body().weightKilograms()
                                * hours);
    }

    private static List<HeartRateSample> heartRate(
            SimulatedUser user, ActivityPlan plan, Session session, int ordinal) {
        if (plan.quirks().contains(Quirk.WITHOUT_HEART_RATE)
                || plan.quirks().contains(Quirk.MANUAL)) {
            return List.of();
        }
        return user.heart().during(session, ordinal).stream()
                .filter(sample -> isRead(plan, session, sample.at()))
                .toList();
    }

    private static boolean isRead(ActivityPlan plan, Session session, Instant at) {
        double share =
                (double) (at.toEpochMilli() - session.start().toEpochMilli())
                        / session.elapsed().toMillis();
        boolean inGap = plan.quirks().contains(Quirk.HEART_RATE_GAP) && share >= 0.4 && share < 0.6;
        boolean pastEnd = plan.quirks().contains(Quirk.HEART_RATE_ENDS_EARLY) && share >= 0.75;
        return !inGap && !pastEnd;
    }
}
