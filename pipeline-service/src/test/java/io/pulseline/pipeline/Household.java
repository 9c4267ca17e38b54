package io.pulseline.pipeline;

import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.database.Packed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;

/**
 * Something of a user in every table, at rest: no worker takes any of it up. Who adds a table adds
 * a row here.
 */
public final class Household {
    private static final Instant RUN_END = Instant.parse("2026-10-03T07:00:00Z");

    private final DataSource database;
    private final UUID user;

    public Household(DataSource database, UUID user) {
        this.database = database;
        this.user = user;
    }

    /** Of the workout that is in it. */
    public Activity activity() {
        return Activities.run(user, "household", RUN_END);
    }

    /** Puts it there. */
    public void moveIn() throws SQLException {
        Activity run = activity();
        UUID activity = UUID.fromString(run.getRecordId());
        record(activity, "activity", run, RUN_END);
        for (int hour = 1; hour <= 5; hour++) {
            HeartRateSeries series =
                    MetricDays.liveHour(user, RUN_END.minusSeconds(3600L * hour), 60 + hour);
            record(UUID.fromString(series.getRecordId()), "heart-rate", series, RUN_END);
        }
        run(
                """
                insert into correction values ('%1$s', '%2$s', '{"counts":false}', false, now());
                insert into preference values ('%1$s', 'FITBIT', now());
                insert into user_tier values ('%1$s', 'FREE', now());
                insert into counted_activity values ('%2$s', '%1$s', now());
                insert into answered_request (request_id, user_id, content_hash, answered_at)
                    values (gen_random_uuid(), '%1$s', 'hash', now());
                insert into target_grant (grant_id, user_id, target_type, state, state_since, scopes,
                        token_version, refresh_unfinished, remote_name)
                    values (gen_random_uuid(), '%1$s', 'strava', 'ACTIVE', now(), 'read', 1, false, 'Me');
                insert into grant_attempt values ('%1$s', '%1$s', 'strava', '2126-01-01T00:00:00Z');
                insert into connection values (gen_random_uuid(), '%1$s', 'FITBIT', 'CONNECTED', null, now(),
                        now(), '{}');
                insert into export (export_id, user_id, state, asked_at, done, total, expires_at)
                    values (gen_random_uuid(), '%1$s', 'READY', now(), 1, 1, '2126-01-01T00:00:00Z');
                insert into audit_entry (at, actor_id, actor_name, roles, method, path, object_ids,
                        about_user_id, status, client)
                    values (now(), '%1$s', 'me', 'user', 'PUT', '/api/users/{userId}/tier', '%1$s', '%1$s',
                        200, 'session'),
                        (now(), '%1$s', 'me', 'user', 'POST', '/api/pipelines', '', null, 201, 'bearer');
                insert into dead_letter_decision values ('a.dead-letter', 0, 0, now(), 'REDRIVEN', null,
                        '%1$s', now(), now()) on conflict do nothing;
                """
                        .formatted(user, activity));
        pipeline(activity);
        sharing();
    }

    /** They share, and are of a care team; and a program of theirs has a token. */
    private void sharing() throws SQLException {
        UUID share = UUID.randomUUID();
        run(
                """
                insert into api_token (token_id, user_id, name, token_hash, scopes, created_at, expires_at)
                    values (gen_random_uuid(), '%1$s', 'Notebook', decode(md5('%2$s'), 'hex'),
                        'records:read', now(), '2126-01-01T00:00:00Z');
                insert into care_member values ('%1$s', 'Of the team');
                insert into care_code values ('%2$s', '%1$s', '2126-01-01T00:00:00Z');
                insert into share (share_id, user_id, member_user_id, member_name, label, until, time_zone,
                        ends_at, shared_at)
                    values ('%2$s', '%1$s', gen_random_uuid(), 'Of the team', 'Room 4', '2126-01-01',
                        'UTC', '2126-01-02T00:00:00Z', now());
                insert into sharing_look values ('%2$s', '2026-10-03', 2);
                """
                        .formatted(user, share));
    }

    private void pipeline(UUID activity) throws SQLException {
        UUID pipeline = UUID.randomUUID();
        UUID target = UUID.randomUUID();
        UUID run = UUID.randomUUID();
        run(
                """
                insert into pipeline (pipeline_id, user_id, name, enabled, record_type, include_earlier,
                        boosters, created_at, changed_at)
                    values ('%2$s', '%1$s', 'Morning', true, 'activity', false,
                        '[{"id":"calories","required":false,"configuration":{}}]', now(), now());
                insert into target (target_id, pipeline_id, position, type, configuration, secret)
                    values ('%3$s', '%2$s', 0, 'webhook', '{"url":"https://example.org/hook"}',
                        convert_to('a secret', 'UTF8'));
                insert into run (run_id, pipeline_id, user_id, record_type, record_id, revision, title,
                        status, boosts, started_at, changed_at, attempts, version)
                    values ('%4$s', '%2$s', '%1$s', 'activity', '%5$s', 1, 'Morning run', 'SYNCED',
                        '[{"name":"calories","status":"DONE"}]', now(), now(), 1, 1);
                insert into announcement values ('%4$s', 1, '2126-01-01T00:00:00Z');
                """
                        .formatted(user, pipeline, target, run, activity));
        delivery(target, run, activity, "'" + user + "'");
        // Of a deletion: it names no user.
        delivery(target, run, activity, "null");
        delivery(target, UUID.randomUUID(), activity, "null");
    }

    private void delivery(UUID target, UUID run, UUID activity, String of) throws SQLException {
        UUID delivery = UUID.randomUUID();
        run(
                """
                insert into delivery (delivery_id, target_id, target_type, position, run_id, record_id,
                        revision, event, state, attempts, due_at, changed_at, user_id)
                    values ('%1$s', '%2$s', 'webhook', 0, '%3$s', '%4$s', 1, 'CREATED', 'DELIVERED', 1,
                        now(), now(), %5$s);
                insert into delivery_content values ('%1$s', convert_to('sent', 'UTF8'), 4);
                """
                        .formatted(delivery, target, run, activity, of));
    }

    private void record(UUID id, String type, SpecificRecord content, Instant end)
            throws SQLException {
        Packed packed = Packed.of(RecordJson.write(content));
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                insert into record (record_id, user_id, record_type, revision,
                                    content_hash, deleted, started_at, ended_at, received_at,
                                    content, content_bytes)
                                values (?, ?, ?, 1, '', false, cast(? as timestamptz),
                                    cast(? as timestamptz), now(), ?, ?)
                                """)) {
            insert.setObject(1, id);
            insert.setObject(2, user);
            insert.setString(3, type);
            insert.setString(4, end.minusSeconds(1800).toString());
            insert.setString(5, end.toString());
            insert.setBytes(6, packed.zstd());
            insert.setInt(7, packed.bytes());
            insert.executeUpdate();
        }
    }

    /** Runs statements on the service's database. */
    public void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
