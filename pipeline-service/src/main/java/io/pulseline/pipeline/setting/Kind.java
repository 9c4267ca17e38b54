package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.util.Optional;

/**
 * A kind of value. {@link #schema} and {@link #read} say the same: a JSON value fits the schema
 * exactly if reading it notes nothing.
 */
interface Kind<T> {
    /** Keywords of a JSON Schema; {@code type} is always among them. Fresh every time. */
    ObjectNode schema();

    /** The rule in words, to follow "must be". */
    String rule();

    /** Reads a field that is there; empty where the form has noted what is wrong with it. */
    Optional<T> read(Form form, String name);

    /** Harmless, for where there is no value. */
    T standIn();

    /** As a user would have written it. */
    JsonNode write(T value);
}
