package io.pulseline.pipeline.export;

import java.util.List;

/**
 * One file inside an export: rows of one table as lines of JSON, which the database writes itself.
 *
 * @param file its name
 * @param count how many rows the user {@code :user} has
 * @param page the next rows behind the id {@code :after}: an id, and a line of JSON or, packed, its
 *     bytes and their size when unpacked
 */
record ExportPart(String file, String count, String page) {

    /** All but the records, in the order in which they stand in the file. */
    static List<ExportPart> inOrder() {
        return List.of(
                runs(),
                pipelines(),
                corrections(),
                preferences(),
                grants(),
                tier(),
                tokens(),
                shares(),
                changes());
    }

    /** The user's records of one type, as the sources gave them. */
    static ExportPart records(String type) {
        if (!type.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("a type of records that is no file name");
        }
        String which =
                " from record where user_id = :user and deleted = false and record_type = '"
                        + type
                        + "'";
        return new ExportPart(
                "records/" + type + ".ndjson",
                "select count(*)" + which,
                "select record_id, content, content_bytes"
                        + which
                        + " and record_id > :after order by record_id limit :most");
    }

    private static ExportPart runs() {
        return of(
                "runs.ndjson",
                "run",
                "run_id",
                """
                'runId', t.run_id, 'pipelineId', t.pipeline_id, 'recordType', t.record_type,
                'recordId', t.record_id, 'revision', t.revision, 'title', t.title,
                'activityType', t.activity_type, 'status', t.status, 'reason', t.reason,
                'startedAt', t.started_at, 'changedAt', t.changed_at, 'attempts', t.attempts,
                'steps', cast(t.boosts as json),
                'deliveries', (
                    select coalesce(json_agg(json_build_object(
                        'deliveryId', d.delivery_id, 'targetId', d.target_id,
                        'targetType', d.target_type, 'event', d.event, 'revision', d.revision,
                        'state', d.state, 'reason', d.reason, 'attempts', d.attempts,
                        'remoteId', d.remote_id, 'changedAt', d.changed_at)
                        order by d.sequence), cast('[]' as json))
                    from delivery d where d.run_id = t.run_id)\
                """);
    }

    private static ExportPart pipelines() {
        return of(
                "pipelines.ndjson",
                "pipeline",
                "pipeline_id",
                """
                'pipelineId', t.pipeline_id, 'name', t.name, 'enabled', t.enabled,
                'recordType', t.record_type, 'trigger', cast(t.trigger_lists as json),
                'includeEarlier', t.include_earlier, 'deliverEarly', t.deliver_early,
                'boosters', cast(t.boosters as json),
                'targets', (
                    select coalesce(json_agg(json_build_object(
                        'targetId', g.target_id, 'type', g.type,
                        'configuration', cast(g.configuration as json)) order by g.position),
                        cast('[]' as json))
                    from target g where g.pipeline_id = t.pipeline_id),
                'createdAt', t.created_at, 'changedAt', t.changed_at\
                """);
    }

    private static ExportPart corrections() {
        return of(
                "corrections.ndjson",
                "correction",
                "record_id",
                """
                'recordId', t.record_id, 'correction', cast(t.correction as json),
                'changedAt', t.changed_at\
                """);
    }

    private static ExportPart preferences() {
        return of(
                "preferences.ndjson",
                "preference",
                "user_id",
                "'preferredProvider', t.preferred_provider, 'changedAt', t.changed_at");
    }

    private static ExportPart grants() {
        return of(
                "target-grants.ndjson",
                "target_grant",
                "grant_id",
                """
                'targetType', t.target_type, 'state', t.state, 'since', t.state_since,
                'scopes', t.scopes, 'remoteId', t.remote_id, 'remoteName', t.remote_name\
                """);
    }

    private static ExportPart tier() {
        return of(
                "tier.ndjson", "user_tier", "user_id", "'tier', t.tier, 'changedAt', t.changed_at");
    }

    private static ExportPart tokens() {
        return of(
                "api-tokens.ndjson",
                "api_token",
                "token_id",
                """
                'tokenId', t.token_id, 'name', t.name, 'scopes', t.scopes,
                'createdAt', t.created_at, 'expiresAt', t.expires_at, 'lastUsedOn', t.last_used_on\
                """);
    }

    private static ExportPart shares() {
        return of(
                "shares.ndjson",
                "share",
                "share_id",
                """
                'memberName', t.member_name, 'label', t.label, 'until', t.until,
                'endsAt', t.ends_at, 'sharedAt', t.shared_at,
                'looks', (
                    select coalesce(json_agg(json_build_object(
                        'date', l.looked_on, 'looks', l.looks) order by l.looked_on),
                        cast('[]' as json))
                    from sharing_look l where l.share_id = t.share_id)\
                """);
    }

    private static ExportPart changes() {
        return of(
                "changes.ndjson",
                "audit_entry",
                "actor_id",
                "act_id",
                """
                'at', t.at, 'method', t.method, 'path', t.path,
                'objectIds', string_to_array(t.object_ids, ' '), 'status', t.status,
                'client', t.client\
                """);
    }

    private static ExportPart of(String file, String table, String id, String fields) {
        return of(file, table, "user_id", id, fields);
    }

    private static ExportPart of(String file, String table, String user, String id, String fields) {
        return new ExportPart(
                file,
                "select count(*) from " + table + " where " + user + " = :user",
                """
                select t.%2$s, cast(json_build_object(%3$s) as text) from %1$s t
                where t.%4$s = :user and t.%2$s > :after order by t.%2$s limit :most\
                """
                        .formatted(table, id, fields, user));
    }
}
