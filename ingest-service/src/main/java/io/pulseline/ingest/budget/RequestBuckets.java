package io.pulseline.ingest.budget;

import static java.time.temporal.ChronoUnit.MICROS;

import io.pulseline.ingest.budget.BudgetOutcome.Granted;
import io.pulseline.ingest.budget.BudgetOutcome.Reason;
import io.pulseline.ingest.budget.BudgetOutcome.SpentUntil;
import io.pulseline.ingest.budget.Spending.Postponed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Grants requests to a provider whose quota comes back evenly and that counts for each user and for
 * the project; each on the account that {@link Spending} names. Where quotas come back at the full
 * hour, {@link RequestBudget} does.
 */
@ApplicationScoped
public class RequestBuckets {
    private static final Logger LOG = Logger.getLogger(RequestBuckets.class);

    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    /** Who has asked since shows what is left; before that nobody asks what that was. */
    private static final Duration FORGET_AFTER = Duration.ofDays(1);

    private static final String USER_SPENT = " quota spent";
    private static final String PROJECT_SPENT = " quota of all users spent";
    private static final String REFUSED = " refuses more requests (429)";

    private final Buckets buckets;
    private final ProjectTokens project;
    private final BucketRules rules;
    private final BudgetMetrics metrics;
    private final Clock clock;
    private final AtomicReference<Instant> forgottenAt = new AtomicReference<>(Instant.EPOCH);

    RequestBuckets(
            Buckets buckets,
            ProjectTokens project,
            BudgetMetrics metrics,
            BucketConfig config,
            Clock clock) {
        this.buckets = buckets;
        this.project = project;
        this.rules = BucketRules.ofUser(config);
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Asks for one request on the present account; blocks.
     *
     * @param provider as people call it
     * @throws io.pulseline.ingest.database.DatabaseException if the database is away: what cannot
     *     be counted is not asked
     */
    public BudgetOutcome take(String provider) {
        Spending spending = Spending.current();
        Instant now = now();
        forget(now);
        Optional<Instant> projectSpent = project.take(spending.priority(), now);
        BudgetOutcome outcome =
                projectSpent
                        .<BudgetOutcome>map(until -> new SpentUntil(until, Reason.QUOTA_SPENT))
                        .orElseGet(() -> takeOfUser(spending, now));
        metrics.request(spending.priority(), outcome);
        switch (outcome) {
            case Granted _ -> spending.granted();
            case SpentUntil(Instant until, Reason reason) -> {
                boolean refused = reason == Reason.PROVIDER_REFUSED;
                String spent = projectSpent.isPresent() ? PROJECT_SPENT : USER_SPENT;
                boolean forAll = refused || spending.priority() == Priority.LIVE;
                String why = provider + (refused ? REFUSED : spent);
                spending.postponed(new Postponed(until, why, forAll));
            }
        }
        return outcome;
    }

    private BudgetOutcome takeOfUser(Spending spending, Instant now) {
        Priority priority = spending.priority();
        Bucket.Taken taken = buckets.take(bucket(spending.connection()), rules, priority, 1, now);
        Bucket bucket = taken.bucket();
        if (taken.granted() == 1) {
            return new Granted(bucket.left(now, rules), 0);
        }
        project.giveBack();
        Reason reason = bucket.isRefused(now) ? Reason.PROVIDER_REFUSED : Reason.QUOTA_SPENT;
        return new SpentUntil(bucket.goesOnAt(priority, now, rules), reason);
    }

    /**
     * The provider answered 429: nobody asks for this connection before then. Blocks. Others go on:
     * a 429 does not say for certain whether the user or the project has asked too much.
     */
    public void refused(String provider, Instant until) {
        Spending spending = Spending.current();
        Instant then = until.truncatedTo(MICROS);
        buckets.refused(bucket(spending.connection()), rules, now(), then);
        metrics.refused();
        spending.postponed(new Postponed(until, provider + REFUSED, true));
        LOG.infof("refused by the provider: connection=%s until=%s", spending.connection(), until);
    }

    /** Requests an hour that this priority may make for one connection. */
    public int perHour(Priority priority) {
        return rules.perHour(priority);
    }

    /** Requests an hour that this priority may make for all connections together. */
    public int perHourOfAll(Priority priority) {
        return project.perHour(priority);
    }

    /** Requests left for live work just now; empty if not known. Blocks. */
    public OptionalInt requestsLeft(UUID connection) {
        return buckets.left(bucket(connection), rules, now());
    }

    private static String bucket(UUID connection) {
        return connection.toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }

    private void forget(Instant now) {
        Instant last = forgottenAt.get();
        if (last.plus(FORGET_EVERY).isBefore(now) && forgottenAt.compareAndSet(last, now)) {
            buckets.forgetFullBefore(now.minus(FORGET_AFTER));
        }
    }
}
