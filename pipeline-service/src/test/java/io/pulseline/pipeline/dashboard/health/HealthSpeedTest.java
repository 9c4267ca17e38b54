package io.pulseline.pipeline.dashboard.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.MetricDays;
import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.pulseline.pipeline.dashboard.BestTime;
import io.pulseline.pipeline.database.Transactions;
import io.pulseline.pipeline.record.Records;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of a user with a year of metrics; without polls, which would ask in between. */
@QuarkusTest
@WithTestResource(
        value = ServiceSettings.class,
        initArgs = {
            @ResourceArg(name = "pulseline.pace.poll", value = "1h"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.yara", value = "reads"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.yara", value = "user")
        })
class HealthSpeedTest {
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final int DAYS = 365 + 28;
    private static final Duration LIMIT = Duration.ofMillis(150);

    /** Preferences, connections, the offset where those tell no zone, days, hours. */
    private static final int MOST_STATEMENTS = 5;

    @Inject Records records;
    @Inject Transactions transactions;

    private final Street yara = Street.reader("yara");
    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final Logger sql = Logger.getLogger("org.hibernate.SQL");
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord record) {
                    statements.add(record.getMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void aYear() {
        MetricDays days = new MetricDays(yara.user(), ZoneId.of("Europe/Berlin"));
        for (int from = 0; from < DAYS; from += 50) {
            List<SpecificRecord> metrics = new ArrayList<>();
            for (int back = from; back < Math.min(DAYS, from + 50); back++) {
                LocalDate date = LAST.minusDays(back);
                metrics.add(days.summary(date, 50 + back % 9, 5000 + back));
                metrics.add(days.variability(date, 40 + back % 7, 96));
                metrics.add(days.respiration(date, 14 + back % 3));
                metrics.add(days.oxygen(date, 95 + back % 2, 420));
                metrics.add(days.night(date, 45));
            }
            kept(metrics);
        }
        for (int back = 0; back < 10; back++) {
            List<SpecificRecord> hours = new ArrayList<>();
            for (int slot = 0; slot < 24; slot++) {
                hours.add(days.hour(LAST.minusDays(back), slot, 1, 60 + slot));
            }
            kept(hours);
        }
    }

    @AfterEach
    void tidy() {
        sql.removeHandler(handler);
        sql.setLevel(null);
        yara.close();
    }

    private void kept(List<SpecificRecord> metrics) {
        var _ =
                transactions.writeAndWait(() ->
                        records.keepAll(
                                metrics.stream().map(MetricDays::received).toList(),
                                Instant.now()));
    }

    @Test
    void aYearOfEachMetricIsShownInTimeAndInAFixedNumberOfStatements() {
        List<String> slow = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            for (Span span : Span.values()) {
                String path =
                        "/health/%s?span=%s&date=%s".formatted(measure.path(), span.word(), LAST);
                assertThat(statementsOf(path)).as(path).isLessThanOrEqualTo(MOST_STATEMENTS);
                Duration best = BestTime.of(() -> shown(path), LIMIT);
                if (best.compareTo(LIMIT) > 0) {
                    slow.add(path + " " + best.toMillis() + " ms");
                }
            }
        }
        assertThat(statementsOf("/health")).isLessThanOrEqualTo(MOST_STATEMENTS);

        assertThat(slow).isEmpty();
    }

    private int statementsOf(String path) {
        sql.setLevel(Level.FINE);
        sql.addHandler(handler);
        statements.clear();
        shown(path);
        int count = statements.size();
        sql.removeHandler(handler);
        sql.setLevel(null);
        return count;
    }

    private void shown(String path) {
        yara.logged().accept("text/html").get(path).then().statusCode(200);
    }
}
