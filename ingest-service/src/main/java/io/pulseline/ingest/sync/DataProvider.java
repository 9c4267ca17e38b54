package io.pulseline.ingest.sync;

import io.pulseline.ingest.connection.ProviderAnswer;
import io.pulseline.ingest.connection.ZoneHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One provider as sync and backfill see it. A second provider stands beside the first by
 * implementing this and {@code connection.ConsentProvider}. All calls block; bodies come back
 * untouched. A call is one question (a list of several pages is one request for each page): asked
 * through {@link Asker}, which counts.
 */
public interface DataProvider {
    /** One of {@link io.pulseline.contracts.OpenSets.Provider}. */
    String provider();

    /** What a notification's collection means to us. */
    Meaning meaningOf(String collection);

    /** What a notification can mean. */
    sealed interface Meaning {
        /** Activities and what goes with moving may be new or changed. */
        record Activities() implements Meaning {}

        /** Sleep may be new or changed, and what is measured in it soon after. */
        record Sleep() implements Meaning {}

        /** What is told all through the day may be new or changed; that it grows is known. */
        record Day() implements Meaning {}

        /**
         * One kind that is kept by date is new or changed.
         *
         * @param kind one of {@link io.pulseline.contracts.OpenSets.PayloadKind}
         */
        record Dated(String kind) implements Meaning {}

        /** The user took the consent back. */
        record ConsentWithdrawn() implements Meaning {}

        /** The user left the provider. */
        record UserDeleted() implements Meaning {}

        /** A kind of data that is not read. */
        record NotOurs() implements Meaning {}
    }

    /**
     * Scopes without which the kind cannot be read at all, in the provider's words.
     *
     * @param kind one of {@link io.pulseline.contracts.OpenSets.PayloadKind}
     */
    Set<String> neededScopes(String kind);

    /**
     * Longest range of local dates that {@link #things} may be asked for, both ends included.
     *
     * @param kind {@code activity} or {@code sleep}
     */
    int maximumDays(String kind);

    /** Things with an id of their own: activities and sleep. */
    ProviderAnswer<Listing> things(String accessToken, ListQuestion question);

    /**
     * Reads the kept bytes of a thing again.
     *
     * @throws IllegalArgumentException if these are not bytes that {@link #things} gave
     */
    ListedThing again(String kind, ReadPart self, Set<String> granted, ZoneHistory zones);

    /** One promised part of a thing. */
    ProviderAnswer<PartReading> part(
            String accessToken, ListedThing thing, String kind, ZoneHistory zones);

    /**
     * Of which parts the bundle of a date is made, those that others are details of first; empty
     * for kinds that are not read by date.
     */
    List<DatedPart> datedParts(String kind);

    /**
     * One part for a range of local dates.
     *
     * @param partKind one of {@link #datedParts}
     * @param to inclusive; the range is no longer than the part allows
     */
    ProviderAnswer<DatedReading> dated(
            String accessToken, String partKind, LocalDate from, LocalDate to);

    /** The series of one date, from an hour on. */
    ProviderAnswer<SeriesReading> series(String accessToken, SeriesQuestion question);

    /**
     * Whether a refusal of {@link #series} or {@link #dated} is about the right to such detail,
     * which no consent of the user brings.
     */
    boolean refusesDetail(String reason);

    /** The user's first day at the provider; empty if it does not say. */
    ProviderAnswer<Optional<LocalDate>> memberSince(String accessToken);
}
