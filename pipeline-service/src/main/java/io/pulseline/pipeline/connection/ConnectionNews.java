package io.pulseline.pipeline.connection;

import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.source.ConnectionChanged;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a message on {@code source.connections.v1} says. */
public sealed interface ConnectionNews {
    UUID connection();

    /** The connection as it is now. */
    record Changed(Connection now, String told) implements ConnectionNews {
        @Override
        public UUID connection() {
            return now.id();
        }
    }

    /** There is no such connection any more. */
    record Gone(UUID connection) implements ConnectionNews {}

    /**
     * Of a message with a value.
     *
     * @throws InvalidConnectionException if it can never be kept
     */
    static ConnectionNews changed(@Nullable String key, ConnectionChanged message) {
        Connection now = Told.connection(message);
        if (!now.id().equals(id(key))) {
            throw new InvalidConnectionException("key is not the connectionId");
        }
        return new Changed(now, RecordJson.tree(message, Set.of()).toString());
    }

    /**
     * Of a message without one.
     *
     * @throws InvalidConnectionException if it can never be kept
     */
    static ConnectionNews gone(@Nullable String key) {
        return new Gone(id(key));
    }

    private static UUID id(@Nullable String key) {
        return Told.uuid(key, "key");
    }
}
