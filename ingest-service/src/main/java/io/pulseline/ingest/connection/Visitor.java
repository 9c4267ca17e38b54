package io.pulseline.ingest.connection;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to connect.
 *
 * @param invite hash of the invite by which they came; null if they are logged in
 */
record Visitor(UUID user, @Nullable String invite) {
    static Visitor loggedIn(UUID user) {
        return new Visitor(user, null);
    }
}
