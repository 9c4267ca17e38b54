package io.pulseline.pipeline.connection;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.OpenSets;
import io.pulseline.contracts.OpenSets.ConnectionState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One user's consent at one provider, as it was last told.
 *
 * @param provider open set, see {@link OpenSets.Provider}
 * @param state open set, see {@link ConnectionState}
 * @param reason for people: why the state is what it is and what to do; null when all is well
 * @param since when the state began, as far as it was seen here
 * @param changedAt when state, reason, scopes or conditions last changed
 * @param scopes granted ones, in the provider's words
 * @param devices paired ones, as the provider lists them; empty also where that may not be read
 * @param kinds how far each kind of data is read
 * @param requestsLeft of the user's quota when this was told; null when not known
 * @param backfill the newest one; null: none was asked for
 * @param zone where the user is as the provider tells; null when not known
 */
public record Connection(
        UUID id,
        UUID user,
        String provider,
        String state,
        @Nullable String reason,
        Instant since,
        Instant changedAt,
        Set<String> scopes,
        List<Condition> conditions,
        List<Device> devices,
        List<Freshness> kinds,
        @Nullable Integer requestsLeft,
        @Nullable Backfill backfill,
        @Nullable ZoneId zone) {
    public Connection {
        requireNonNull(id, "id is null");
        requireNonNull(user, "user is null");
        scopes = Set.copyOf(scopes);
        conditions = List.copyOf(conditions);
        devices = List.copyOf(devices);
        kinds = List.copyOf(kinds);
    }

    /** Something that holds beside the state; {@code reason} for machines, the rest for people. */
    public record Condition(String type, Instant since, String reason, String message) {
        public static final String MISSING_SCOPES = "MISSING_SCOPES";
        public static final String RATE_LIMITED = "RATE_LIMITED";
        public static final String STALE = "STALE";
        public static final String DEVICE_SILENT = "DEVICE_SILENT";
        public static final String NO_SUBSCRIPTION = "NO_SUBSCRIPTION";
        public static final String BACKFILLING = "BACKFILLING";
        public static final String MOVE_TO_GOOGLE_HEALTH = "MOVE_TO_GOOGLE_HEALTH";
    }

    /**
     * A paired device.
     *
     * @param model as the provider names it; null when it does not
     * @param type open set: TRACKER, SCALE
     * @param lastSync when it last gave its data to the provider
     */
    public record Device(
            String id,
            @Nullable String model,
            @Nullable String type,
            @Nullable Integer batteryPercent,
            @Nullable Instant lastSync) {
        /** Whether it may be worn: all but scales. */
        public boolean worn() {
            return !"SCALE".equals(type);
        }
    }

    /**
     * How far one kind of data is read.
     *
     * @param kind see {@link io.pulseline.contracts.OpenSets.PayloadKind}
     * @param lastSuccess when the provider last answered; null: never
     * @param nextDue null: it rests
     * @param readUntil every local date before it is read; null when not known
     */
    public record Freshness(
            String kind,
            @Nullable Instant lastSuccess,
            @Nullable Instant nextDue,
            @Nullable LocalDate readUntil) {}

    /**
     * How far history is read.
     *
     * @param state open set: RUNNING, STOPPED, DONE, FAILED
     * @param first local date; null when not known
     * @param last local date; null when not known
     * @param done kinds × dates that are read, of {@code total}
     * @param estimatedEnd null when not known
     */
    public record Backfill(
            String state,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            int done,
            int total,
            int requestsSpent,
            @Nullable Instant estimatedEnd) {}

    /** The provider as people call it. */
    public String providerName() {
        return switch (provider) {
            case OpenSets.Provider.FITBIT -> "Fitbit";
            case OpenSets.Provider.GOOGLE_HEALTH -> "Google Health";
            default -> provider;
        };
    }

    /** Whether anything can be read by it. */
    public boolean connected() {
        return state.equals(ConnectionState.CONNECTED);
    }

    /** Whether its user must consent once more. */
    public boolean needsReauthorization() {
        return state.equals(ConnectionState.NEEDS_REAUTHORIZATION);
    }

    public Optional<Condition> condition(String type) {
        return conditions.stream().filter(one -> one.type().equals(type)).findFirst();
    }

    /** How far a kind is read; empty when that was not told. */
    public Optional<Freshness> kind(String kind) {
        return kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    /** What can be worn of the paired devices. */
    public List<Device> trackers() {
        return devices.stream().filter(Device::worn).toList();
    }
}
