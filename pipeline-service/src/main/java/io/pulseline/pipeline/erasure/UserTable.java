package io.pulseline.pipeline.erasure;

import java.util.List;

/**
 * A table with rows of users.
 *
 * @param name of the table
 * @param theirs conditions, each of which makes a row one of the user {@code :user}
 */
record UserTable(String name, List<String> theirs) {
    private static final String OWN = "user_id = :user";

    UserTable {
        theirs = List.copyOf(theirs);
    }

    /** One whose rows name their user. */
    static UserTable of(String name) {
        return new UserTable(name, List.of(OWN));
    }

    /** One whose rows are the user's for other reasons. */
    static UserTable of(String name, String... theirs) {
        return new UserTable(name, List.of(theirs));
    }

    /** Deletes at most {@code :most} rows for one of the reasons. */
    String deletion(String reason) {
        return """
        delete from %1$s where ctid = any(array(
            select ctid from %1$s where %2$s limit :most for update))\
        """
                .formatted(name, reason);
    }
}
