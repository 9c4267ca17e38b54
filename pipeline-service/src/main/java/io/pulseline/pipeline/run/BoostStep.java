package io.pulseline.pipeline.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.pipeline.Boost;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one booster did to one revision, as the run remembers it.
 *
 * @param status ADDED, SKIPPED, WAITING, HALTED, FAILED
 * @param reason null if it added something
 * @param images texts of SVG pictures by name
 */
public record BoostStep(
        String booster,
        String status,
        @Nullable String reason,
        @Nullable String text,
        Map<String, Double> values,
        Map<String, String> images,
        long durationMilliseconds) {
    static final String ADDED = "ADDED";
    static final String SKIPPED = "SKIPPED";
    static final String WAITING = "WAITING";
    static final String HALTED = "HALTED";
    static final String FAILED = "FAILED";

    private static final ObjectMapper JSON = new ObjectMapper();

    public BoostStep {
        // Steps were stored before there were images.
        images = images == null ? Map.of() : images;
    }

    static String write(List<BoostStep> steps) {
        try {
            return JSON.writeValueAsString(steps);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written", e);
        }
    }

    static List<BoostStep> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the boosts of a run are not our JSON", e);
        }
    }

    /** As targets see it. */
    Boost boost() {
        return new Boost(booster, status, reason, text, values, images);
    }
}
