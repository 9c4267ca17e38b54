package io.pulseline.pipeline.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.source.BackfillProgress;
import io.pulseline.contracts.source.ConnectionChanged;
import io.pulseline.contracts.source.ConnectionCondition;
import io.pulseline.contracts.source.KindFreshness;
import io.pulseline.contracts.source.PairedDevice;
import io.pulseline.pipeline.connection.Connection.Backfill;
import io.pulseline.pipeline.connection.Connection.Condition;
import io.pulseline.pipeline.connection.Connection.Device;
import io.pulseline.pipeline.connection.Connection.Freshness;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a connection of what ingest told of it. */
final class Told {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Told() {}

    /**
     * Of our JSON, as the table keeps it.
     *
     * @param since when the state began
     */
    static Connection connection(String json, Instant since) {
        try {
            return connection(RecordJson.read(JSON.readTree(json), ConnectionChanged.class), since);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column connection.told holds no JSON", e);
        }
    }

    /**
     * Of a message, its state beginning with it.
     *
     * @throws InvalidConnectionException naming the field that can never be kept
     */
    static Connection connection(ConnectionChanged message) {
        return connection(message, Instant.ofEpochMilli(message.getChangedEpochMillis()));
    }

    private static Connection connection(ConnectionChanged message, Instant since) {
        return new Connection(
                uuid(message.getConnectionId(), "connectionId"),
                uuid(message.getUser(), "user"),
                message.getProvider(),
                message.getState(),
                message.getReason(),
                since,
                Instant.ofEpochMilli(message.getChangedEpochMillis()),
                new LinkedHashSet<>(message.getGrantedScopes()),
                message.getConditions().stream().map(Told::condition).toList(),
                message.getDevices().stream().map(Told::device).toList(),
                message.getKinds().stream().map(Told::freshness).toList(),
                message.getRequestsLeft(),
                backfill(message.getBackfill()),
                zone(message.getZone()));
    }

    static UUID uuid(@Nullable String text, String field) {
        try {
            if (text != null && text.length() == 36) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException _) {
            // Said below, without the value.
        }
        throw new InvalidConnectionException(field + " is not a UUID");
    }

    private static Condition condition(ConnectionCondition told) {
        return new Condition(
                told.getType(),
                Instant.ofEpochMilli(told.getSinceEpochMillis()),
                told.getReason(),
                told.getMessage());
    }

    private static Device device(PairedDevice told) {
        return new Device(
                told.getDeviceId(),
                told.getModel(),
                told.getDeviceType(),
                told.getBatteryPercent(),
                instant(told.getLastSyncEpochMillis()));
    }

    private static Freshness freshness(KindFreshness told) {
        return new Freshness(
                told.getKind(),
                instant(told.getLastSuccessEpochMillis()),
                instant(told.getNextDueEpochMillis()),
                date(told.getReadUntilLocalDate()));
    }

    private static @Nullable Backfill backfill(@Nullable BackfillProgress told) {
        return told == null
                ? null
                : new Backfill(
                        told.getState(),
                        date(told.getFirstLocalDate()),
                        date(told.getLastLocalDate()),
                        told.getDone(),
                        told.getTotal(),
                        told.getRequestsSpent(),
                        instant(told.getEstimatedEndEpochMillis()));
    }

    private static @Nullable Instant instant(@Nullable Long epochMillis) {
        return epochMillis == null ? null : Instant.ofEpochMilli(epochMillis);
    }

    /** What is no date is not known: a connection is shown all the same. */
    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable ZoneId zone(@Nullable String text) {
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
