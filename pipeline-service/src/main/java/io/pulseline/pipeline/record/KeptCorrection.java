package io.pulseline.pipeline.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.booster.past.Correction;
import org.jspecify.annotations.Nullable;

/** Corrections as they lie in the database. */
final class KeptCorrection {
    private static final ObjectMapper JSON =
            // A later version, rolled back, may have left more.
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private KeptCorrection() {}

    static String write(Correction correction) {
        try {
            return JSON.writerFor(Correction.class).writeValueAsString(correction);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words and numbers can always be written", e);
        }
    }

    /** One that changes nothing where there is none. */
    static Correction read(@Nullable String json) {
        try {
            return json == null ? Correction.NONE : JSON.readValue(json, Correction.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept correction is not our JSON", e);
        }
    }
}
