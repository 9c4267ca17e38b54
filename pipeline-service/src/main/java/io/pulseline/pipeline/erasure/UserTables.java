package io.pulseline.pipeline.erasure;

import java.util.List;
import java.util.Set;

/**
 * Every table of this service's database, by whether it holds anything of a person. A new table
 * must be named here; {@code UserTablesTest} fails until it is.
 */
final class UserTables {
    private static final String OF_THEIR_RUN =
            "run_id in (select run_id from run where user_id = :user)";

    private static final String OF_THEIR_TARGET =
            "target_id in (select target_id from target join pipeline using (pipeline_id)"
                    + " where user_id = :user)";

    /** A share goes with either of the two. */
    private static final String OF_THEIR_SHARE =
            "share_id in (select share_id from share"
                    + " where user_id = :user or member_user_id = :user)";

    /** What was done stays known, and when; who did it, or to whom, does not. */
    private static final String NAMELESS_ENTRY =
            """
            actor_name = case when actor_id = :user then null else actor_name end,
            actor_id = case when actor_id = :user then null else actor_id end,
            object_ids = case when about_user_id = :user then '' else object_ids end,
            about_user_id = case when about_user_id = :user then null else about_user_id end\
            """;

    private UserTables() {}

    /** Those that do, each before those it refers to or is found by. */
    static List<UserTable> inOrder() {
        return List.of(
                UserTable.of("announcement", OF_THEIR_RUN),
                UserTable.of(
                        "delivery_content",
                        "delivery_id in (select delivery_id from delivery where user_id = :user)",
                        "delivery_id in (select delivery_id from delivery where "
                                + OF_THEIR_RUN
                                + ")",
                        "delivery_id in (select delivery_id from delivery where "
                                + OF_THEIR_TARGET
                                + ")"),
                UserTable.of("delivery", "user_id = :user", OF_THEIR_RUN, OF_THEIR_TARGET),
                UserTable.of("run"),
                UserTable.of(
                        "target",
                        "pipeline_id in (select pipeline_id from pipeline where user_id = :user)"),
                UserTable.of("pipeline"),
                UserTable.of("correction"),
                UserTable.of("record"),
                UserTable.of("preference"),
                UserTable.of("counted_activity"),
                UserTable.of("user_tier"),
                UserTable.of("answered_request"),
                UserTable.of("grant_attempt"),
                UserTable.of("target_grant"),
                UserTable.of("connection"),
                UserTable.of("export"),
                UserTable.of("api_token"),
                UserTable.of("sharing_look", OF_THEIR_SHARE),
                UserTable.of("share", "user_id = :user", "member_user_id = :user"),
                UserTable.of("care_code"),
                UserTable.of("care_member"),
                UserTable.of("audit_entry", "actor_id = :user", "about_user_id = :user")
                        .madeAnonymousBy(NAMELESS_ENTRY),
                UserTable.of("dead_letter_decision", "decided_by = :user")
                        .madeAnonymousBy("decided_by = null"));
    }

    /**
     * Those that do not, and the two that erasing itself needs: the request goes when it is done,
     * and {@code erased_user} keeps an id and two times.
     */
    static Set<String> kept() {
        return Set.of("erasure", "erased_user", "flyway_schema_history");
    }
}
