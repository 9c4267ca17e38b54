package io.pulseline.normalizer.fitbit;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.UnmappableException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    /** The entries of a page of the activity log list, each as ingest puts it into a payload. */
    static List<byte[]> logsOfPage(byte[] json) {
        JsonNode logs = FitbitJson.object(json, "activity log list").path("activities");
        List<byte[]> entries = new ArrayList<>();
        for (JsonNode log : logs) {
            entries.add(log.toString().getBytes(StandardCharsets.UTF_8));
        }
        return entries;
    }

    /** The rows of a heart-rate intraday answer. */
    static List<HeartRateRow> heartRate(byte[] json, Oddities oddities) {
        return HeartRateDocument.read(json, oddities);
    }

    /** A TCX; no bytes at all read as a TCX that says nothing. */
    static TcxDocument tcx(byte[] xml, LocalTimes times, Oddities oddities) {
        return TcxReader.read(xml, times, oddities);
    }
}
