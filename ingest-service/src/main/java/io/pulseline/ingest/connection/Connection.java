package io.pulseline.ingest.connection;

import io.pulseline.contracts.OpenSets.ConnectionState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * @param version counts what others were told or are to be told
 * @param profileReadAt when the zone was last asked for; null if never
 * @param subscribed whether the provider notifies us
 * @param subscriptionsCheckedAt when that was last compared with the provider's own list; null if
 *     never
 * @param studyWindow the local dates that may be read
 * @param devices what the user has paired, as last read
 * @param devicesReadAt null if never
 * @param erasedAt when the user last had the data erased; null if never or connected since
 * @param movedTo the connection by which the user's data are read in place of this one; null if the
 *     user has not moved
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
        @Nullable Instant subscriptionsCheckedAt,
        StudyWindow studyWindow,
        List<Device> devices,
        @Nullable Instant devicesReadAt,
        @Nullable Instant erasedAt,
        @Nullable UUID movedTo) {
    public Connection {
        grantedScopes = Set.copyOf(grantedScopes);
        conditions = List.copyOf(conditions);
        devices = List.copyOf(devices);
    }

    /** Whether the provider may be asked. */
    public boolean isConnected() {
        return state.equals(ConnectionState.CONNECTED);
    }

    /** Whether such a condition holds at that time. */
    public boolean holds(String condition, Instant now) {
        return conditions.stream()
                .anyMatch(held -> held.type().equals(condition) && !held.isOver(now));
    }

    /** The user's present local date; UTC's as long as no zone is known. */
    public LocalDate today(Instant now) {
        return now.atZone(zones.current().orElse(ZoneOffset.UTC)).toLocalDate();
    }
}
