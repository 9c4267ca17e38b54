package io.pulseline.pipeline.booster.metric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import java.util.List;

/** Boosters for metrics as a user's JSON makes them. */
final class ConfiguredMetric {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConfiguredMetric() {}

    /** The booster, or a failed test if its settings are refused. */
    static MetricBooster booster(MetricBoosterType type, String configuration) {
        Form form = form(configuration);
        return type.read(form).orElseThrow(() -> new AssertionError("refused: " + form.errors()));
    }

    /** The fields that are refused; none if it is right. */
    static List<String> refused(MetricBoosterType type, String configuration) {
        Form form = form(configuration);
        var _ = type.read(form);
        return form.errors().stream().map(FieldError::field).toList();
    }

    private static Form form(String json) {
        try {
            return Form.of(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
