package io.pulseline.normalizer.googlehealth;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.health.Provenance;
import io.pulseline.normalizer.record.JsonParts;
import io.pulseline.normalizer.record.LocalTimes;
import io.pulseline.normalizer.record.Oddities;
import io.pulseline.normalizer.record.RecordFrame;
import io.pulseline.normalizer.record.UnmappableException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One sleep session of Google Health. What is absent is null. */
final class GoogleSleepSession {
    private static final String PART = "sleep part";

    private final GooglePoint point;
    private final JsonNode sleep;
    private final JsonNode metadata;

    GoogleSleepSession(GooglePoint point) {
        this.point = point;
        this.sleep = point.value();
        this.metadata = sleep.path("metadata");
    }

    /**
     * Whether the sleep is over and Google is done with it.
     *
     * <p>{@code processed} tells, and being false it is left out; so a session whose metadata lack
     * it is unfinished. Three kinds have no say in it and count as done: without metadata, with a
     * verdict on the stages, and written by a person, whom nobody scores.
     */
    boolean isFinished() {
        if (JsonParts.text(sleep.path("interval"), "endTime") == null
                || !sleep.path("summary").isObject()) {
            return false;
        }
        JsonNode processed = metadata.path("processed");
        return processed.isBoolean()
                ? processed.booleanValue()
                : !metadata.isObject()
                        || GoogleJson.word(metadata, "stagesStatus") != null
                        || point.source().isManual();
    }

    OffsetDateTime start(LocalTimes times) {
        return required("startTime", "startUtcOffset", times);
    }

    OffsetDateTime end(LocalTimes times) {
        return required("endTime", "endUtcOffset", times);
    }

    private OffsetDateTime required(String time, String offset, LocalTimes times) {
        OffsetDateTime moment = GoogleTimes.moment(sleep.path("interval"), time, offset, times);
        if (moment == null) {
            throw new UnmappableException(PART + " has no readable " + time);
        }
        return moment;
    }

    GoogleSleepStages stages(OffsetDateTime start, OffsetDateTime end, Oddities oddities) {
        return GoogleSleepStages.of(sleep, start.toInstant(), end.toInstant(), oddities);
    }

    /** Minutes of the summary; the fields there are printed when they are 0. */
    @Nullable Integer minutes(String field) {
        return GoogleJson.count(sleep.path("summary"), field);
    }

    /** False is left out, so metadata that do not say it say that it is not. */
    @Nullable Boolean mainSleep() {
        return metadata.isObject()
                ? Boolean.valueOf(metadata.path("mainSleep").booleanValue())
                : null;
    }

    /** Google's types are ours; types of tomorrow pass through. */
    @Nullable String scoring() {
        return GoogleJson.word(sleep, "type");
    }

    Provenance provenance(RecordFrame frame) {
        GoogleSource source = point.source();
        return frame.provenance()
                .setProviderRecordId(point.id())
                .setRecordingMethod(source.recordingMethod())
                .setDeviceName(source.deviceName())
                .setApplication(source.deviceName() == null ? source.application() : null)
                .build();
    }
}
