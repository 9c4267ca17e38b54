package io.pulseline.pipeline.setting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.form.Form;
import java.math.BigDecimal;
import java.util.Optional;

/** A number, with or without a fraction. */
record AnyNumber(double least, double most) implements Kind<Double> {
    AnyNumber {
        if (!(least <= most)) {
            throw new IllegalArgumentException("least " + least + " is not below most " + most);
        }
    }

    @Override
    public ObjectNode schema() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "number")
                .put("minimum", plain(least))
                .put("maximum", plain(most));
    }

    @Override
    public String rule() {
        return "a number from "
                + plain(least).toPlainString()
                + " to "
                + plain(most).toPlainString();
    }

    @Override
    public Optional<Double> read(Form form, String name) {
        JsonNode json = form.json().path(name);
        double value = json.doubleValue();
        if (!json.isNumber() || value < least || value > most) {
            form.complain(name, "must be " + rule());
            return Optional.empty();
        }
        return Optional.of(value);
    }

    @Override
    public Double standIn() {
        return least;
    }

    @Override
    public JsonNode write(Double value) {
        return JsonNodeFactory.instance.numberNode(plain(value));
    }

    /** Without {@code .0} and exponents: for people and their tools alike. */
    private static BigDecimal plain(double value) {
        BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
