package io.pulseline.pipeline.tier;

import io.pulseline.pipeline.setting.Tier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What users may do by their tier. While tiers are off everything is allowed, nothing is counted
 * and the database is not asked. To be called inside a transaction.
 */
@ApplicationScoped
public class Tiers {
    private final TierSettings settings;
    private final UserTiers tiers;
    private final CountedActivities counted;

    Tiers(TierSettings settings, UserTiers tiers, CountedActivities counted) {
        this.settings = settings;
        this.tiers = tiers;
        this.counted = counted;
    }

    /** Which parts the user may use; for what has gone through before, and so is never blocked. */
    public Uni<Allowance> of(UUID user) {
        return settings.enabled()
                ? tiers.of(user).map(tier -> new Allowance(tier, null))
                : Uni.createFrom().item(Allowance.EVERYTHING);
    }

    /**
     * The same for an activity that comes to a pipeline for the first time: it is counted, unless
     * it has been before, or blocked where its user's month is full. Runs of one user that ask at
     * the same time are answered one after the other.
     *
     * @param recordId of the activity
     * @param now says in which calendar month (UTC) it is counted
     */
    public Uni<Allowance> admit(UUID user, UUID recordId, Instant now) {
        if (!settings.enabled()) {
            return Uni.createFrom().item(Allowance.EVERYTHING);
        }
        // The database would round, and the last instant of a month up into the next.
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        CalendarMonth month = CalendarMonth.of(at);
        // Two statements: one that had waited for the lock would count what was true before it.
        return tiers.locked(user)
                .chain(tier ->
                        counted.inMonth(user, month, recordId)
                                .chain(count ->
                                        count.hasThis()
                                                ? Uni.createFrom().item(new Allowance(tier, null))
                                                : admit(
                                                        user,
                                                        recordId,
                                                        use(tier, month, count.activities()),
                                                        at)));
    }

    private Uni<Allowance> admit(UUID user, UUID recordId, MonthlyUse use, Instant now) {
        return use.isFull()
                ? Uni.createFrom().item(new Allowance(use.tier(), use.reason()))
                : counted.add(user, recordId, now).replaceWith(new Allowance(use.tier(), null));
    }

    /** Gives a user a tier, also before they have ever been here. */
    Uni<Void> give(UUID user, Tier tier, Instant now) {
        return tiers.give(user, tier, now.truncatedTo(ChronoUnit.MICROS));
    }

    /** How a user stands now. */
    Uni<TierView> view(UUID user, Instant now) {
        CalendarMonth month = CalendarMonth.of(now);
        return tiers.of(user)
                .chain(tier ->
                        settings.enabled()
                                ? counted.inMonth(user, month)
                                        .map(count -> TierView.of(user, use(tier, month, count)))
                                : Uni.createFrom().item(TierView.whileOff(user, tier)));
    }

    /** How all users stand together, for operators. */
    public Uni<TierCounts> counts(Instant now) {
        CalendarMonth month = CalendarMonth.of(now);
        return tiers.counts()
                .chain(users ->
                        counted.inMonth(month)
                                .map(count -> new TierCounts(settings.enabled(), users, count)));
    }

    private MonthlyUse use(Tier tier, CalendarMonth month, long activities) {
        TierSettings.MonthlyActivities limits = settings.monthlyActivities();
        MonthlyLimit limit =
                switch (tier) {
                    case HOBBYIST -> limits.hobbyist();
                    case ATHLETE -> limits.athlete();
                };
        return new MonthlyUse(tier, limit, month, activities);
    }
}
