package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * One provider as sync sees it. A second provider stands beside the first by implementing this and
 * {@code connection.ConsentProvider}. All calls block; bodies come back untouched.
 */
public interface DataProvider {
    /** One of {@link io.pulseline.contracts.OpenSets.Provider}. */
    String provider();

    /** What a notification's collection means to us. */
    Meaning meaningOf(String collection);

    /** What a notification can mean. */
    enum Meaning {
        /** Activities may be new or changed. */
        ACTIVITIES,
        /** The user took the consent back. */
        CONSENT_WITHDRAWN,
        /** The user left the provider. */
        USER_DELETED,
        /** A kind of data that is not read. */
        NOT_OURS
    }

    /**
     * Activities that start on {@code from} or later.
     *
     * @param granted the connection's scopes: what they do not allow is not promised
     */
    ProviderAnswer<Listing> activities(String accessToken, LocalDate from, Set<String> granted);

    /**
     * Reads the kept bytes of a thing again.
     *
     * @throws IllegalArgumentException if these are not bytes that {@link #activities} gave
     */
    ListedThing again(ReadPart self, Set<String> granted);

    /** One promised part of a thing. */
    ProviderAnswer<PartReading> part(
            String accessToken, ListedThing thing, String kind, ZoneHistory zones);

    /** When the newest of the user's trackers last synced, in the user's local time. */
    ProviderAnswer<Optional<LocalDateTime>> lastDeviceSync(String accessToken);
}
