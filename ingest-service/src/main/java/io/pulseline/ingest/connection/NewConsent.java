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
 * @param zones those of the connection the user comes from are in it
 * @param from the user's local date from which things are read live
 * @param move where the user comes from; null if from nowhere
 * @param invite hash of the invite that is used up by it; null if there was none
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
        @Nullable Move move,
        @Nullable String invite,
        Instant at) {
    NewConsent {
        conditions = List.copyOf(conditions);
        devices = devices == null ? null : List.copyOf(devices);
    }
}
