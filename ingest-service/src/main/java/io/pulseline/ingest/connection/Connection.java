package io.pulseline.ingest.connection;

import io.pulseline.contracts.OpenSets.ConnectionState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One user's consent at one provider, without its tokens.
 *
 * @param state open set, see {@link ConnectionState}
 * @param reason for people; null when all is well
 * @param grantedScopes in the provider's words
 * @param connectedAt when the user last consented
 * @param changedAt when state, reason, scopes or conditions last changed
 * @param version counts those changes
 * @param profileReadAt when the zone was last asked for; null if never
 * @param subscribed whether the provider notifies us
 * @param studyWindow the local dates that may be read
 */
public record Connection(
        UUID id,
        UUID user,
        String provider,
        String providerUserId,
        String state,
        @Nullable String reason,
        Set<String> grantedScopes,
        List<Condition> conditions,
        Instant connectedAt,
        Instant changedAt,
        long version,
        ZoneHistory zones,
        @Nullable Instant profileReadAt,
        boolean subscribed,
        StudyWindow studyWindow) {
    public Connection {
        grantedScopes = Set.copyOf(grantedScopes);
        conditions = List.copyOf(conditions);
    }

    /** Whether the provider may be asked. */
    public boolean isConnected() {
        return state.equals(ConnectionState.CONNECTED);
    }
}
