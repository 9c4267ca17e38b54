package io.pulseline.ingest.connection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the connect flow has learnt and wants kept.
 *
 * @param user who asked to be connected
 * @param devices null: could not be read
 * @param from the user's local date from which things are read live
 */
record NewConsent(
        UUID user,
        String provider,
        TokenPair tokens,
        List<Condition> conditions,
        ZoneHistory zones,
        boolean zoneRead,
        boolean subscribed,
        @Nullable List<Device> devices,
        LocalDate from,
        Instant at) {
    NewConsent {
        conditions = List.copyOf(conditions);
        devices = devices == null ? null : List.copyOf(devices);
    }
}
