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
                UserTable.of("care_member"));
    }

    /**
     * Those that do not, and the two that erasing itself needs: the request goes when it is done,
     * and {@code erased_user} keeps an id and two times.
     */
    static Set<String> kept() {
        return Set.of("erasure", "erased_user", "flyway_schema_history");
    }
}
