package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.util.Optional;

/** A value of some kind, or none. */
record Maybe<T>(Kind<T> kind) implements Kind<Optional<T>> {

    @Override
    public ObjectNode schema() {
        return kind.schema();
    }

    @Override
    public String rule() {
        return kind.rule();
    }

    @Override
    public Optional<Optional<T>> read(Form form, String name) {
        Optional<T> read = kind.read(form, name);
        return read.isPresent() ? Optional.of(read) : Optional.empty();
    }

    @Override
    public Optional<T> standIn() {
        return Optional.empty();
    }

    @Override
    public JsonNode write(Optional<T> value) {
        return value.map(kind::write).orElse(NullNode.instance);
    }
}
