package io.pulseline.simulator.fit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What an uploaded file says.
 *
 * @param sport of the session: FIT's word in upper case, {@code SPORT_} and the number for one that
 *     is not in our table
 * @param subSport likewise, {@code SUB_SPORT_} and the number; null if the session does not say
 * @param start of the session
 * @param offset of the wearer's clock from UTC; null if the file does not say
 * @param elapsedSeconds of the session, pauses included; null if it does not say
 * @param timerSeconds of the session, pauses left out; null if it does not say
 * @param distanceMetres of the session; null if it does not say
 * @param kilocalories of the session; null if it does not say
 * @param averageHeartRate of the session in beats per minute; null if it does not say
 * @param records points in time
 * @param heartRates records with a heart rate
 * @param positions records with a position
 * @param laps of the file
 */
public record FitActivity(
        String sport,
        @Nullable String subSport,
        Instant start,
        @Nullable ZoneOffset offset,
        @Nullable Double elapsedSeconds,
        @Nullable Double timerSeconds,
        @Nullable Double distanceMetres,
        @Nullable Integer kilocalories,
        @Nullable Integer averageHeartRate,
        int records,
        int heartRates,
        int positions,
        int laps) {

    /**
     * Reads a whole file strictly: one file_id of type activity, one session with sport and start,
     * one activity message, records with times that do not go back.
     *
     * @throws NotAnActivityException saying what keeps it from being an activity
     */
    public static FitActivity read(byte[] file) throws NotAnActivityException {
        FitReader reader = new FitReader(file);
        ActivitySums sums = new ActivitySums();
        FitMessage message = reader.next();
        while (message != null) {
            sums.add(message);
            message = reader.next();
        }
        return sums.activity();
    }

    /** The start on the wearer's clock; on UTC where the file tells no offset. */
    public LocalDateTime localStart() {
        return LocalDateTime.ofInstant(start, offset == null ? ZoneOffset.UTC : offset);
    }
}
