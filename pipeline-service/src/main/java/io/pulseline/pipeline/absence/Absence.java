package io.pulseline.pipeline.absence;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Why something is not there, as data: words are made of it where it is shown. Providers and models
 * stand as people know them, times in the zone of the connection that they are about.
 */
public sealed interface Absence {
    /** There is no connection by which it could have been read. */
    record NothingConnected(Measure measure) implements Absence {}

    /** The connection by which it would have been read was ended. */
    record Disconnected(String provider, Measure measure) implements Absence {}

    /** The provider no longer takes our permission. */
    record TokenLost(String provider) implements Absence {}

    /**
     * The user did not allow us to read it.
     *
     * @param scope as the provider names it
     */
    record ScopeNotGranted(String provider, String scope) implements Absence {}

    /**
     * The provider answers no more questions for now.
     *
     * @param until when it is asked again
     */
    record QuotaUsedUp(String provider, ZonedDateTime until) implements Absence {}

    /**
     * The device has not given it to the provider.
     *
     * @param lastSync of the device that synced last
     */
    record TrackerNotSynced(ZonedDateTime lastSync) implements Absence {}

    /** The provider was not asked since. */
    record NotReadSince(String provider, ZonedDateTime lastRead) implements Absence {}

    /** The device cannot measure it. */
    record ModelWithoutSensor(String model, Measure measure) implements Absence {}

    /**
     * The device has its positions from a phone, which was not there.
     *
     * @param model null when not known
     */
    record ConnectedGpsWithoutPhone(@Nullable String model) implements Absence {}

    /**
     * The night was too short for it.
     *
     * @param asleep how long it was
     */
    record ShortSleep(Duration asleep, Measure measure) implements Absence {}

    /** There are no samples: worn loosely or not at all. */
    record NotWorn() implements Absence {}

    /** What kind of cause holds; an earlier one is the more certain. */
    enum Cause {
        NOT_CONNECTED,
        TOKEN,
        SCOPE_NOT_GRANTED,
        QUOTA,
        NOT_SYNCED,
        MODEL_WITHOUT_SENSOR,
        CONNECTED_GPS_WITHOUT_PHONE,
        SHORT_SLEEP,
        NOT_WORN
    }

    /** Of two absences with the same one it is the same that keeps things away. */
    default Cause cause() {
        return switch (this) {
            case NothingConnected _, Disconnected _ -> Cause.NOT_CONNECTED;
            case TokenLost _ -> Cause.TOKEN;
            case ScopeNotGranted _ -> Cause.SCOPE_NOT_GRANTED;
            case QuotaUsedUp _ -> Cause.QUOTA;
            case TrackerNotSynced _, NotReadSince _ -> Cause.NOT_SYNCED;
            case ModelWithoutSensor _ -> Cause.MODEL_WITHOUT_SENSOR;
            case ConnectedGpsWithoutPhone _ -> Cause.CONNECTED_GPS_WITHOUT_PHONE;
            case ShortSleep _ -> Cause.SHORT_SLEEP;
            case NotWorn _ -> Cause.NOT_WORN;
        };
    }
}
