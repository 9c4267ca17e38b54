package io.pulseline.pipeline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.pulseline.pipeline.ServiceSettings;
import io.pulseline.pipeline.Street;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of a user with 5,000 activities, each of which went to two targets. */
@QuarkusTest
@WithTestResource(
        value = ServiceSettings.class,
        initArgs = {
            @ResourceArg(name = "pulseline.pace.poll", value = "1h"),
            @ResourceArg(name = "quarkus.security.users.embedded.users.ines", value = "reads"),
            @ResourceArg(name = "quarkus.security.users.embedded.roles.ines", value = "user")
        })
class PageSpeedTest {
    private static final Logger LOG = Logger.getLogger(PageSpeedTest.class);
    private static final int ACTIVITIES = 5_000;
    private static final Duration LIMIT = Duration.ofMillis(150);
    private static final Pattern MORE = Pattern.compile("hx-get=\"([^\"]+)\"");

    @Inject DataSource database;

    private final Street ines = Street.reader("ines");

    @BeforeEach
    void fiveThousandActivities() throws SQLException {
        String user = ines.user().toString();
        run("delete from delivery where user_id = '%s'".formatted(user));
        run("delete from run where user_id = '%s'".formatted(user));
        run("delete from record where user_id = '%s'".formatted(user));
        run(
                """
                insert into record (record_id, user_id, record_type, revision, content_hash, deleted,
                    started_at, ended_at, received_at, content, content_bytes)
                select gen_random_uuid(), '%s', 'activity', 1, 'hash', false,
                    now() - n * interval '5 hours', now() - n * interval '5 hours' + interval '1 hour',
                    now(), '\\x00', 1
                from generate_series(1, %d) n\
                """
                        .formatted(user, ACTIVITIES));
        run(
                """
                insert into run (run_id, pipeline_id, user_id, record_type, record_id, revision, title,
                    activity_type, status, boosts, started_at, changed_at, attempts, version)
                select gen_random_uuid(), user_id, user_id, 'activity', record_id, 1,
                    'Loop ' || extract(epoch from started_at), 'RUN',
                    case when random() < 0.02 then 'FAILED' else 'SYNCED' end, '[]',
                    started_at, started_at, 1, 1
                from record where user_id = '%s'\
                """
                        .formatted(user));
        run(
                """
                insert into delivery (delivery_id, target_id, target_type, position, run_id, record_id,
                    revision, event, state, attempts, due_at, changed_at, user_id)
                select gen_random_uuid(), gen_random_uuid(), target, 0, run_id, record_id, 1, 'CREATED',
                    'DELIVERED', 1, changed_at, changed_at, user_id
                from run, unnest(array['webhook', 'kafka']) target where user_id = '%s'\
                """
                        .formatted(user));
        run("analyze record, run, delivery");
    }

    @AfterEach
    void tidy() {
        ines.close();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void homeAndEveryPageOfTheHistoryComeInTime() {
        String deep = "/activities";
        for (int page = 0; page < 20; page++) {
            Matcher more = MORE.matcher(shown(deep));
            assertThat(more.find()).isTrue();
            deep = more.group(1).replace("&amp;", "&");
        }

        assertThat(slow("/", "/activities", deep, "/activities?status=FAILED", "/health"))
                .isEmpty();
    }

    private List<String> slow(String... paths) {
        List<String> slow = new ArrayList<>();
        for (String path : paths) {
            Duration best = BestTime.of(() -> shown(path), LIMIT);
            LOG.infof("%s %d ms", path, best.toMillis());
            if (best.compareTo(LIMIT) > 0) {
                slow.add(path + " " + best.toMillis() + " ms");
            }
        }
        return slow;
    }

    private String shown(String path) {
        return ines.logged()
                .urlEncodingEnabled(false)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
