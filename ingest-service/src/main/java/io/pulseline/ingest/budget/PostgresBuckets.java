package io.pulseline.ingest.budget;

import static java.util.Objects.requireNonNull;

import io.pulseline.ingest.database.Statements;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * Buckets in PostgreSQL: one statement for each question, which locks the bucket's row, so that
 * replicas never grant more than there is. Durations are whole microseconds in {@code bigint}.
 */
@ApplicationScoped
class PostgresBuckets implements Buckets {
    // The steps of Bucket.take: $3 is what fills an empty bucket, $5 what this priority may spend.
    private static final String TAKE =
            """
            WITH held AS (
                SELECT bucket, refused_until,
                       (extract(epoch FROM full_at - $2::timestamptz) * 1000000)::bigint AS ahead
                FROM request_bucket WHERE bucket = $1 FOR UPDATE
            ), present AS (
                SELECT bucket,
                       CASE WHEN refused_until > $2::timestamptz THEN refused_until
                            END AS refused_until,
                       CASE WHEN ahead > $3::bigint + $4::bigint THEN $3::bigint
                            ELSE greatest(0, ahead) END AS missing
                FROM held
            ), decided AS (
                SELECT bucket, refused_until, missing,
                       CASE WHEN refused_until IS NOT NULL THEN 0
                            ELSE least($7::bigint,
                                       greatest(0, ($5::bigint - missing) / $6::bigint))
                            END AS granted
                FROM present
            )
            UPDATE request_bucket b
            SET full_at = $2::timestamptz
                    + (d.missing + d.granted * $6::bigint) * interval '1 microsecond',
                refused_until = d.refused_until
            FROM decided d WHERE b.bucket = d.bucket
            RETURNING b.full_at, b.refused_until, d.granted
            """;

    private static final String FIRST =
            "INSERT INTO request_bucket (bucket, full_at) VALUES ($1, $2)"
                    + " ON CONFLICT (bucket) DO NOTHING";

    private static final String REFUSED =
            """
            INSERT INTO request_bucket AS b (bucket, full_at, refused_until) VALUES ($1, $2, $3)
            ON CONFLICT (bucket) DO UPDATE
            SET full_at = greatest(b.full_at, excluded.full_at),
                refused_until = greatest(b.refused_until, excluded.refused_until)
            """;

    private static final String HELD = "SELECT * FROM request_bucket WHERE bucket = $1";

    private static final String FORGET =
            "DELETE FROM request_bucket WHERE full_at < $1"
                    + " AND (refused_until IS NULL OR refused_until < $1)";

    private final Statements statements;

    PostgresBuckets(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Bucket.Taken take(
            String bucket, BucketRules rules, Priority priority, int atMost, Instant now) {
        List<Row> rows = tryToTake(bucket, rules, priority, atMost, now);
        if (rows.isEmpty()) {
            Bucket first = Bucket.full(now);
            statements.rows(FIRST, bucket, first.fullAt());
            rows = tryToTake(bucket, rules, priority, atMost, now);
        }
        Row row = rows.getFirst();
        return new Bucket.Taken(bucket(row), Math.toIntExact(row.getLong("granted")));
    }

    private List<Row> tryToTake(
            String bucket, BucketRules rules, Priority priority, int atMost, Instant now) {
        long each = rules.microsecondsEach();
        return statements.rows(
                TAKE,
                bucket,
                now,
                rules.microsecondsToFill(),
                Bucket.microseconds(rules.clockTolerance()),
                rules.spendable(priority) * each,
                each,
                (long) atMost);
    }

    private static Bucket bucket(Row row) {
        return new Bucket(
                requireNonNull(Statements.instant(row, "full_at"), "full_at is null"),
                Statements.instant(row, "refused_until"));
    }

    @Override
    public void refused(String bucket, BucketRules rules, Instant now, Instant until) {
        Bucket first = Bucket.full(now).refused(now, until, rules);
        statements.rows(REFUSED, bucket, first.fullAt(), first.refusedUntil());
    }

    @Override
    public OptionalInt left(String bucket, BucketRules rules, Instant now) {
        return statements.rows(HELD, bucket).stream()
                .mapToInt(row -> bucket(row).left(now, rules))
                .findFirst();
    }

    @Override
    public void forgetFullBefore(Instant time) {
        statements.rows(FORGET, time);
    }
}
