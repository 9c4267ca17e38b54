package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Every document of Fitbit that this service reads, in one place. Each method refuses, with an
 * {@link UnmappableException}, bytes that are no such document, Fitbit's errors among them.
 */
final class FitbitDocuments {
    private FitbitDocuments() {}

    /**
     * One entry of the activity log list.
     *
     * @param unitSystemAsked METRIC or en_US; null if not known
     */
    static FitbitLog log(byte[] json, @Nullable String unitSystemAsked) {
        return new FitbitLog(FitbitJson.object(json, FitbitLog.PART), unitSystemAsked);
    }

    /** An answer of an intraday endpoint, whose rows go to the sink in order. */
    static IntradayDocument.Summary intraday(
            byte[] json,
            IntradayDocument.Series series,
            Oddities oddities,
            IntradayDocument.Row sink) {
        return IntradayDocument.read(json, series, oddities, sink);
    }

    /**
     * Passes if an intraday answer has rows, or says that there are none.
     *
     * @throws UnmappableException if it leaves them out: then nothing is known, not even that
     *     nothing was measured
     */
    static void requireIntraday(IntradayDocument.Summary summary, IntradayDocument.Series series) {
        if (!summary.hasIntraday()) {
            throw new UnmappableException(
                    series.part()
                            + " has no "
                            + series.intradayBlock()
                            + "; Fitbit leaves it out for applications without the right to it");
        }
    }

    /** One entry of the sleep log. */
    static FitbitSleepLog sleep(byte[] json) {
        return new FitbitSleepLog(FitbitJson.object(json, FitbitSleepLog.PART));
    }

    /**
     * The entry of a date in an answer for several; a missing node where the document has none of
     * that date.
     *
     * @throws UnmappableException if it is no such document, or of another date
     */
    static JsonNode entry(PayloadPart part, LocalDate date) {
        return FitbitJson.entry(PartBytes.body(part), part.getKind() + " part", date);
    }
}
