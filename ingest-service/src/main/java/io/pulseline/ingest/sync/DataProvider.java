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
    enum Meaning {
        /** Activities and what goes with moving may be new or changed. */
        ACTIVITIES,
        /** Sleep may be new or changed, and what is measured in it soon after. */
        SLEEP,
        /** The user took the consent back. */
        CONSENT_WITHDRAWN,
        /** The user left the provider. */
        USER_DELETED,
        /** A kind of data that is not read. */
        NOT_OURS
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

    /** Steps of each date in a range of up to a year, to see which dates have changed. */
    ProviderAnswer<DailyTotals> dailySteps(String accessToken, LocalDate from, LocalDate to);

    /** The user's first day at the provider; empty if it does not say. */
    ProviderAnswer<Optional<LocalDate>> memberSince(String accessToken);
}
