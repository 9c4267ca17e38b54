package io.pulseline.pipeline.booster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.pipeline.form.FieldError;
import io.pulseline.pipeline.form.Form;
import java.util.List;

/** Boosters as a user's JSON makes them. */
final class Configured {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Configured() {}

    /** The booster, or a failed test if its settings are refused. */
    static Booster booster(BoosterType type, String configuration) {
        Form form = form(configuration);
        return type.read(form).orElseThrow(() -> new AssertionError("refused: " + form.errors()));
    }

    /** Why its settings are refused; empty if they are not. */
    static List<FieldError> errors(BoosterType type, String configuration) {
        Form form = form(configuration);
        var _ = type.read(form);
        return form.errors();
    }

    private static Form form(String json) {
        try {
            return Form.of(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
