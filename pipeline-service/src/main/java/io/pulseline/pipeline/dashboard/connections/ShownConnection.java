package io.pulseline.pipeline.dashboard.connections;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ConnectionState;
import io.pulseline.pipeline.connection.Connection;
import io.pulseline.pipeline.dashboard.Reader;
import io.pulseline.pipeline.dashboard.Texts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection in the words and the zone of its reader.
 *
 * @param tone class of the state's badge
 * @param reason why the state is what it is; null when all is well
 * @param connectPath where its user consents anew; null for a provider that is not connected so
 * @param open whether it can be read by, so that there is something to sync and to disconnect
 * @param needy whether its user must consent once more
 * @param requestsLeft with until when they count; null when not known
 * @param zone where the user is as the provider tells; null when not known
 */
record ShownConnection(
        UUID id,
        String title,
        String state,
        String tone,
        @Nullable String reason,
        String since,
        String sinceAgo,
        @Nullable String connectPath,
        boolean open,
        boolean needy,
        List<ShownCondition> conditions,
        List<String> scopes,
        List<ShownDevice> devices,
        List<ShownKind> kinds,
        @Nullable String requestsLeft,
        @Nullable ShownBackfill backfill,
        @Nullable String zone) {
    ShownConnection {
        conditions = List.copyOf(conditions);
        scopes = List.copyOf(scopes);
        devices = List.copyOf(devices);
        kinds = List.copyOf(kinds);
    }

    static ShownConnection of(Connection connection, Reader reader) {
        return new ShownConnection(
                connection.id(),
                connection.providerName(),
                Texts.sayOr("connections_state_" + connection.state(), connection.state()),
                tone(connection),
                connection.reason(),
                reader.moment(connection.since()),
                reader.ago(connection.since()),
                connectPath(connection.provider()),
                connection.connected(),
                connection.needsReauthorization(),
                connection.conditions().stream()
                        .map(one -> ShownCondition.of(one, reader))
                        .toList(),
                connection.scopes().stream().sorted().map(ShownConnection::scope).toList(),
                connection.devices().stream().map(one -> ShownDevice.of(one, reader)).toList(),
                connection.kinds().stream().map(one -> ShownKind.of(one, reader)).toList(),
                requestsLeft(connection),
                connection.backfill() == null
                        ? null
                        : ShownBackfill.of(connection.backfill(), reader),
                connection.zone() == null ? null : connection.zone().getId());
    }

    /** The devices in one line; null where none is known. */
    public @Nullable String deviceNames() {
        return devices.isEmpty()
                ? null
                : String.join(", ", devices.stream().map(ShownDevice::name).toList());
    }

    private static String tone(Connection connection) {
        return switch (connection.state()) {
            case ConnectionState.CONNECTED -> connection.conditions().isEmpty() ? "good" : "warn";
            case ConnectionState.NEEDS_REAUTHORIZATION -> "bad";
            default -> "calm";
        };
    }

    private static @Nullable String connectPath(String provider) {
        return switch (provider) {
            case OpenSets.Provider.FITBIT -> "/connect/fitbit";
            case OpenSets.Provider.GOOGLE_HEALTH -> "/connect/google-health";
            default -> null;
        };
    }

    private static String scope(String scope) {
        return Texts.sayOr("connections_scope_" + scope.replace('.', '_'), scope);
    }

    private static @Nullable String requestsLeft(Connection connection) {
        Integer left = connection.requestsLeft();
        if (left == null) {
            return null;
        }
        return OpenSets.Provider.GOOGLE_HEALTH.equals(connection.provider())
                ? Texts.say("connections_leftMinute", left)
                : Texts.say("connections_leftHour", left);
    }
}
