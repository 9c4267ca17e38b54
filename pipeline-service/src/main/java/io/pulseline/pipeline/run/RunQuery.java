package io.pulseline.pipeline.run;

import io.pulseline.pipeline.run.RunReads.Before;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of runs as one SQL statement; user, record type and place are a range of an index. */
final class RunQuery {
    /** In the order of the index {@code run_of_user}. */
    private static final String ORDER = " order by r.started_at desc, r.run_id desc";

    /**
     * The database may have been made with locale C, whose lower case knows ASCII only; this
     * collation is part of every PostgreSQL from 17 on.
     */
    private static final String LOWER = "lower(%s collate \"pg_c_utf8\")";

    private final StringBuilder sql = new StringBuilder("select r.* from run r where ");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    RunQuery(UUID user, RunFilter filter, @Nullable Before before) {
        sql.append("r.user_id = :user and r.record_type in (:recordTypes)");
        parameters.put("user", user);
        parameters.put("recordTypes", filter.recordTypes());
        if (!filter.statuses().isEmpty()) {
            also(
                    "r.status in (:statuses)",
                    "statuses",
                    filter.statuses().stream().map(RunStatus::name).toList());
        }
        also("r.activity_type = :activityType", "activityType", filter.activityType());
        also(
                "exists (select 1 from delivery d where d.run_id = r.run_id"
                        + " and d.target_type = :targetType)",
                "targetType",
                filter.targetType());
        also(
                "exists (select 1 from delivery d where d.run_id = r.run_id"
                        + " and d.target_id = :target)",
                "target",
                filter.target());
        also("r.started_at >= :from", "from", filter.from());
        also("r.started_at < :to", "to", filter.to());
        if (filter.text() != null) {
            also(
                    LOWER.formatted("r.title") + " like " + LOWER.formatted("cast(:text as text)"),
                    "text",
                    "%" + literally(filter.text()) + "%");
        }
        if (before != null) {
            also("(r.started_at, r.run_id) < (:startedAt, :runId)", "runId", before.runId());
            parameters.put("startedAt", before.startedAt());
        }
        sql.append(ORDER);
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void also(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
    }

    /** So that LIKE finds these very characters. */
    static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
