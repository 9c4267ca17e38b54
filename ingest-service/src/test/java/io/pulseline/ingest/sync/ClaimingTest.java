package io.pulseline.ingest.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.ingest.database.Statements;
import io.pulseline.ingest.stage.ServiceUnderTest;
import io.pulseline.testing.InfrastructureResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long claiming takes among many connections. Small by default; the figures of
 * docs/reference/claiming-due-work.md come from {@code -Dpulseline.measure.connections=100000}. The
 * rows are due in another century, where the service's own worker never looks.
 */
@Tag("measurement")
@QuarkusTest
@WithTestResource(InfrastructureResource.class)
@WithTestResource(ServiceUnderTest.class)
class ClaimingTest {
    private static final Logger LOG = Logger.getLogger(ClaimingTest.class);

    /** Half of their rows are due: enough for all claims, whatever other tests have left. */
    private static final int CONNECTIONS =
            Integer.getInteger("pulseline.measure.connections", 12_000);

    private static final int KINDS = 8;
    private static final int ROWS = 500;

    /** So that no statement takes long; stands in the statements too. */
    private static final int SLICES = 20;

    private static final int WARM_UP = 20;
    private static final int CLAIMS = 60;

    /** Catches an index that is not used any more, not a machine that is busy with other things. */
    private static final Duration ALLOWED = Duration.ofMillis(200);

    private static final Instant NOW = Instant.parse("2200-01-01T12:00:00Z");
    private static final String PROVIDER = "MEASUREMENT";

    private static final String CONNECTIONS_OF =
            """
            INSERT INTO connection (id, user_id, provider, provider_user_id, state, connected_at,
                                    changed_at, published)
            SELECT gen_random_uuid(), gen_random_uuid(), $1, n::text, 'CONNECTED', $2, $2, true
            FROM generate_series(1, $3::int) n
            """;

    // Half of all rows are due already, the others within the next half hour.
    private static final String DUE_OF =
            """
            INSERT INTO due (id, connection_id, kind, due_at, live_from, watermark)
            SELECT gen_random_uuid(), c.id, 'kind-' || kind,
                   $2::timestamptz + (random() - 0.5) * interval '1 hour',
                   '2199-12-01', '2199-12-31'
            FROM connection c CROSS JOIN generate_series(1, 8) kind
            WHERE c.provider = $1 AND c.provider_user_id::int % 20 = $3 ORDER BY random()
            """;

    private static final String MOVE_ON =
            "UPDATE due SET claim = NULL, lease_until = NULL, due_at = due_at + interval '1 hour'"
                    + " WHERE id = ANY($1)";

    /** Rows of other tests are claimed along; the worker would leave them alone until then. */
    private static final String GIVE_BACK =
            "UPDATE due SET claim = NULL, lease_until = NULL WHERE lease_until > $1";

    private static final String CLEAR =
            "DELETE FROM connection WHERE provider = $1 AND provider_user_id::int % 20 = $2";

    @Inject DueStore due;
    @Inject Statements statements;

    @BeforeEach
    void seed() {
        statements.rows(CONNECTIONS_OF, PROVIDER, NOW, CONNECTIONS);
        for (int slice = 0; slice < SLICES; slice++) {
            statements.rows(DUE_OF, PROVIDER, NOW, slice);
        }
        statements.rows("VACUUM ANALYZE due");
    }

    @AfterEach
    void clear() {
        statements.rows(GIVE_BACK, NOW);
        for (int slice = 0; slice < SLICES; slice++) {
            statements.rows(CLEAR, PROVIDER, slice);
        }
        statements.rows("VACUUM ANALYZE due");
    }

    @Test
    void theNextFiveHundredRowsAreClaimedQuickly() {
        for (int round = 0; round < WARM_UP; round++) {
            claim();
        }
        List<Duration> took = new ArrayList<>();
        for (int round = 0; round < CLAIMS; round++) {
            took.add(claim());
        }
        List<Duration> sorted = took.stream().sorted().toList();
        LOG.infof(
                "claimed %d of %d due rows, %d times: median %.1f ms, 95 %% below %.1f ms",
                ROWS,
                CONNECTIONS * KINDS,
                CLAIMS,
                milliseconds(sorted.get(CLAIMS / 2)),
                milliseconds(sorted.get(CLAIMS * 95 / 100)));
        List<String> plan = plan();
        plan.forEach(LOG::info);

        assertThat(plan).anyMatch(line -> line.contains("using due_next"));
        assertThat(sorted.get(CLAIMS / 2)).isLessThan(ALLOWED);
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    /** As the worker does, entities and all; what is claimed moves on an hour, as after a pass. */
    private Duration claim() {
        long began = System.nanoTime();
        List<DueWork> claimed = due.claim(NOW, NOW, NOW.plusSeconds(15), ROWS);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(claimed).hasSize(ROWS);
        UUID[] ids = claimed.stream().map(DueWork::id).toArray(UUID[]::new);
        statements.rows(MOVE_ON, (Object) ids);
        return took;
    }

    private List<String> plan() {
        String claim =
                DueStore.CLAIM
                        .replace("$1", "'" + UUID.randomUUID() + "'")
                        .replace("$2", "'" + NOW.plusSeconds(15) + "'")
                        .replace("$3", "'" + NOW + "'")
                        .replace("$4", "'" + NOW + "'")
                        .replace("$5", Integer.toString(ROWS));
        return statements.rows("EXPLAIN (ANALYZE, BUFFERS) " + claim).stream()
                .map(row -> row.getString(0))
                .toList();
    }
}
