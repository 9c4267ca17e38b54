package io.pulseline.ingest.budget;

import static java.util.Objects.requireNonNull;

import io.pulseline.ingest.budget.BudgetOutcome.Granted;
import io.pulseline.ingest.budget.BudgetOutcome.Reason;
import io.pulseline.ingest.budget.BudgetOutcome.SpentUntil;
import io.pulseline.ingest.database.Statements;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Quotas in PostgreSQL: one statement for each request, which locks the connection's row, so that
 * replicas never grant more than there is. bucket4j's PostgreSQL module was looked at and left: it
 * works over a blocking JDBC {@code DataSource} (ours is for Flyway at the start only), keeps its
 * bucket as opaque bytes behind a SELECT FOR UPDATE and an UPDATE, and so has no room in one
 * statement for shares by priority and for what a provider's headers correct.
 */
@ApplicationScoped
class PostgresBudgets implements Budgets {
    // The steps of Window, in its order: at, learned, take. What needs no row is decided before.
    private static final String TAKE =
            """
            WITH held AS (
                SELECT b.*, $2::timestamptz >= b.resets_at + $3 * interval '1 ms' AS over,
                       floor(extract(epoch FROM $2::timestamptz - b.resets_at
                             - $3 * interval '1 ms') / 3600)::int + 1 AS windows
                FROM rate_budget b WHERE connection_id = $1 FOR UPDATE
            ), present AS (
                SELECT connection_id, limited_until,
                       coalesce($4::int, allowance) AS allowance,
                       CASE WHEN over THEN resets_at + windows * interval '1 hour'
                            ELSE resets_at END AS resets_at,
                       CASE WHEN NOT over THEN used WHEN windows = 1 THEN near_end
                            ELSE 0 END AS used,
                       CASE WHEN over THEN 0 ELSE near_end END AS near_end,
                       CASE WHEN over THEN 0 ELSE seen_used END AS seen_used,
                       CASE WHEN over THEN 0 ELSE seen_at END AS seen_at
                FROM held
            ), moved AS (
                SELECT connection_id, limited_until, allowance, used, near_end, seen_used,
                       seen_at,
                       CASE WHEN abs(extract(epoch FROM $5::timestamptz - resets_at)) * 1000 > $3
                            THEN $5 ELSE resets_at END AS resets_at
                FROM present
            ), weighed AS (
                SELECT *, coalesce($6::timestamptz >= resets_at - interval '1 hour'
                                   + $9 * interval '1 ms' AND $8::int >= seen_at, false) AS newer
                FROM moved
            ), learned AS (
                SELECT connection_id, limited_until, allowance, resets_at, used, near_end,
                       CASE WHEN newer THEN $7::int ELSE seen_used END AS seen_used,
                       CASE WHEN newer THEN $8::int ELSE seen_at END AS seen_at
                FROM weighed
            ), counted AS (
                SELECT *, coalesce(limited_until > $2, false) AS limited,
                       greatest(used, seen_used + greatest(0, used - seen_at)) AS spent,
                       least(allowance - $10::int, allowance * $11::int / 100) AS ceiling
                FROM learned
            ), decided AS (
                SELECT *, NOT limited AND spent < ceiling AS granted FROM counted
            )
            UPDATE rate_budget b
            SET allowance = d.allowance, resets_at = d.resets_at,
                seen_used = d.seen_used, seen_at = d.seen_at,
                used = d.used + d.granted::int,
                near_end = d.near_end
                    + (d.granted AND $2 >= d.resets_at - $3 * interval '1 ms')::int,
                limited_until = CASE WHEN d.granted THEN NULL ELSE d.limited_until END
            FROM decided d WHERE b.connection_id = d.connection_id
            RETURNING b.allowance, b.resets_at, b.used, b.near_end, b.seen_used, b.seen_at,
                      b.limited_until, d.granted, d.limited
            """;

    private static final String FIRST =
            "INSERT INTO rate_budget (connection_id, allowance, resets_at) VALUES ($1, $2, $3)"
                    + " ON CONFLICT (connection_id) DO NOTHING";

    private static final String LIMITED =
            "UPDATE rate_budget SET limited_until = $2 WHERE connection_id = $1";

    private static final String HELD = "SELECT * FROM rate_budget WHERE connection_id = $1";

    private static final String FORGET = "DELETE FROM rate_budget WHERE resets_at < $1";

    private final Statements statements;
    private final BudgetRules rules;

    PostgresBudgets(Statements statements, BudgetConfig config) {
        this.statements = statements;
        this.rules = BudgetRules.of(config);
    }

    @Override
    public BudgetOutcome take(
            UUID connection, Priority priority, Instant now, @Nullable HeaderView told) {
        @Nullable HeaderView view = told != null && told.tells(now, rules) ? told : null;
        List<Row> rows = tryToTake(connection, priority, now, view);
        if (rows.isEmpty()) {
            first(connection, now);
            rows = tryToTake(connection, priority, now, view);
        }
        return outcome(rows.getFirst(), now);
    }

    private void first(UUID connection, Instant now) {
        Window first = Window.first(rules.allowance(), now);
        statements.rows(FIRST, connection, first.allowance(), first.resetsAt());
    }

    private List<Row> tryToTake(
            UUID connection, Priority priority, Instant now, @Nullable HeaderView view) {
        return statements.rows(
                TAKE,
                connection,
                now,
                milliseconds(rules.margin()),
                view == null ? null : view.allowance(),
                view == null ? null : view.resetsAt(),
                view == null ? null : view.seenAt(),
                view == null ? null : view.used(),
                view == null ? null : view.count(),
                milliseconds(rules.headerLag()),
                rules.liveMargin(),
                rules.share(priority));
    }

    private static double milliseconds(Duration duration) {
        return duration.toMillis();
    }

    private BudgetOutcome outcome(Row row, Instant now) {
        Window window = window(row);
        if (row.getBoolean("granted")) {
            return new Granted(window.left(now, rules), window.used());
        }
        return row.getBoolean("limited")
                ? new SpentUntil(
                        requireNonNull(window.limitedUntil(), "limited_until is null"),
                        Reason.PROVIDER_REFUSED)
                : new SpentUntil(window.resetsAt().plus(rules.margin()), Reason.QUOTA_SPENT);
    }

    private static Window window(Row row) {
        return new Window(
                row.getInteger("allowance"),
                requireNonNull(Statements.instant(row, "resets_at"), "resets_at is null"),
                row.getInteger("used"),
                row.getInteger("near_end"),
                row.getInteger("seen_used"),
                row.getInteger("seen_at"),
                Statements.instant(row, "limited_until"));
    }

    @Override
    public void limited(UUID connection, Instant now, Instant until) {
        first(connection, now);
        statements.rows(LIMITED, connection, until);
    }

    @Override
    public OptionalInt left(UUID connection, Instant now) {
        return statements.rows(HELD, connection).stream()
                .mapToInt(row -> window(row).at(now, rules).left(now, rules))
                .findFirst();
    }

    @Override
    public void forgetBefore(Instant time) {
        statements.rows(FORGET, time);
    }
}
