package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;

/** What one user has set. */
public final class Values {
    private final Settings settings;
    private final Form form;

    /**
     * @param form quiet: what is wrong was noted before
     */
    Values(Settings settings, Form form) {
        this.settings = settings;
        this.form = form;
    }

    /**
     * The value of a setting, or its default.
     *
     * @throws IllegalArgumentException if it is none of these settings
     */
    public <T> T of(Setting<T> setting) {
        if (!settings.all().contains(setting)) {
            throw new IllegalArgumentException("no such setting here: " + setting.name());
        }
        return setting.read(form);
    }

    /** All that may be shown: no secrets; defaults where nothing was given. Fresh every time. */
    public ObjectNode shown() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (Setting<?> setting : settings.all()) {
            JsonNode value = setting.write(form);
            if (!setting.isSecret() && !value.isNull()) {
                shown.set(setting.name(), value);
            }
        }
        return shown;
    }
}
