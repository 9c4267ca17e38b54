package io.pulseline.pipeline.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.booster.past.ActivityFigures;

/** Figures of activities as they lie in the database. */
final class KeptFigures {
    private static final ObjectMapper JSON =
            // A later version, rolled back, may have left more.
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private KeptFigures() {}

    static String write(ActivityFigures figures) {
        try {
            return JSON.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }

    static ActivityFigures read(String json) {
        try {
            return JSON.readValue(json, ActivityFigures.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the figures of a record are not our JSON", e);
        }
    }
}
