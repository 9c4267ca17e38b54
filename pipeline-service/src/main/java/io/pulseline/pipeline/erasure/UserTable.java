package io.pulseline.pipeline.erasure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with rows of users.
 *
 * @param name of the table
 * @param theirs conditions, each of which makes a row one of the user {@code :user}
 * @param anonymous what is set in a row so that no condition holds any more and nobody is named;
 *     null where the row is deleted
 */
record UserTable(String name, List<String> theirs, @Nullable String anonymous) {
    private static final String OWN = "user_id = :user";

    UserTable {
        theirs = List.copyOf(theirs);
    }

    /** One whose rows name their user. */
    static UserTable of(String name) {
        return new UserTable(name, List.of(OWN), null);
    }

    /** One whose rows are the user's for other reasons. */
    static UserTable of(String name, String... theirs) {
        return new UserTable(name, List.of(theirs), null);
    }

    /** One whose rows stay and forget who it was. */
    UserTable madeAnonymousBy(String assignments) {
        return new UserTable(name, theirs, assignments);
    }

    /** Deletes at most {@code :most} rows for one of the reasons, or makes them anonymous. */
    String deletion(String reason) {
        String verb =
                anonymous == null ? "delete from " + name : "update " + name + " set " + anonymous;
        return """
        %1$s where ctid = any(array(
            select ctid from %2$s where %3$s limit :most for update))\
        """
                .formatted(verb, name, reason);
    }
}
