package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pulseline.pipeline.form.Form;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time of the day to the minute, 00:00 to 23:59. */
record TimeOfDay() implements Kind<LocalTime> {
    private static final Pattern PATTERN = Pattern.compile("^([01][0-9]|2[0-3]):[0-5][0-9]$");
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @Override
    public ObjectNode schema() {
        ObjectNode schema =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "string")
                        .put("pattern", PATTERN.pattern());
        schema.putArray("examples").add("07:30");
        return schema;
    }

    @Override
    public String rule() {
        return "a time of the day as HH:mm, 00:00 to 23:59";
    }

    @Override
    public Optional<LocalTime> read(Form form, String name) {
        JsonNode json = form.json().path(name);
        if (!json.isTextual() || !PATTERN.matcher(json.textValue()).matches()) {
            form.complain(name, "must be " + rule());
            return Optional.empty();
        }
        return Optional.of(LocalTime.parse(json.textValue(), FORMAT));
    }

    @Override
    public LocalTime standIn() {
        return LocalTime.MIDNIGHT;
    }

    @Override
    public JsonNode write(LocalTime value) {
        return TextNode.valueOf(FORMAT.format(value));
    }
}
