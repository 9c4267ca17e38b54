package io.pulseline.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How Pulseline makes its ids: from what a thing is, so that every repetition gives the same one.
 */
public final class Ids {
    /** Issuer of the built-in users of the local stack. */
    public static final String BUILT_IN_ISSUER = "urn:pulseline:built-in";

    private Ids() {}

    /**
     * The id of a person, from their login alone.
     *
     * @param issuer OpenID Connect issuer, or {@link #BUILT_IN_ISSUER}
     * @param subject the issuer's stable id of the person
     */
    public static UUID user(String issuer, String subject) {
        return NamedUuid.of(NamedUuid.of(NamedUuid.URL_NAMESPACE, issuer), subject);
    }

    /**
     * Key of a thing that has an id of its own (an activity, a sleep log), as ingest gives it at
     * first sight.
     *
     * @param provider for example {@code FITBIT}
     * @param providerId the provider's own id of the thing
     */
    public static String thingKey(String provider, String providerId) {
        return provider + ":" + providerId;
    }

    /**
     * Key of an hourly record.
     *
     * @param date the user's local date
     * @param slot hour of the date, counted from its start, 0 to 24
     */
    public static String slotKey(LocalDate date, int slot) {
        return date + "/" + slot;
    }

    /**
     * The id of a record: never made from a connection, so it outlives reconnecting.
     *
     * @param recordType for example {@code activity}
     * @param key the thingKey, or the local date (and slot) of a dated record
     */
    public static UUID record(UUID user, String recordType, String key) {
        return NamedUuid.of(user, recordType + ":" + key);
    }

    /** Id of the event that tells one revision of a record: equal for every repetition of it. */
    public static UUID recordEvent(UUID recordId, long revision) {
        return NamedUuid.of(recordId, "revision:" + revision);
    }

    /** Id under which one target hears of one revision, over all attempts and after every crash. */
    public static UUID delivery(UUID target, UUID recordId, long revision) {
        return NamedUuid.of(target, recordId + ":" + revision);
    }

    /**
     * The same where one revision goes out more than once because its user asked for that.
     *
     * @param pass how often the revision had gone through its pipeline before; 0 the first time
     */
    public static UUID delivery(UUID target, UUID recordId, long revision, int pass) {
        return pass == 0
                ? delivery(target, recordId, revision)
                : NamedUuid.of(target, recordId + ":" + revision + ":" + pass);
    }

    /** One run for each pipeline and record. */
    public static UUID run(UUID pipeline, UUID recordId) {
        return NamedUuid.of(pipeline, "run:" + recordId);
    }

    /** Of what a run asks of a source while it waits; one for each time it begins to wait. */
    public static UUID request(UUID run, long revision, long atEpochMillis) {
        return NamedUuid.of(run, "request:" + revision + ":" + atEpochMillis);
    }
}
