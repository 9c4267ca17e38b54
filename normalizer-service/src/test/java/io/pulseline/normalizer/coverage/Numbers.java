package io.pulseline.normalizer.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pulseline.contracts.OpenSets.PartKind;
import io.pulseline.contracts.source.PayloadCaptured;
import io.pulseline.contracts.source.PayloadPart;
import io.pulseline.contracts.wire.PartBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Every number in the documents of a payload, also where it is written as text. */
final class Numbers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double ROUNDING = 1e-9;

    private final List<Double> numbers = new ArrayList<>();

    private Numbers() {}

    /** Of a payload's JSON parts. */
    static Numbers in(PayloadCaptured payload) {
        Numbers numbers = new Numbers();
        for (PayloadPart part : payload.getParts()) {
            if (!part.getKind().equals(PartKind.TCX)) {
                numbers.collect(document(part));
            }
        }
        return numbers;
    }

    boolean hold(double number) {
        return numbers.stream().anyMatch(one -> Math.abs(one - number) <= ROUNDING);
    }

    private static JsonNode document(PayloadPart part) {
        try {
            return JSON.readTree(PartBytes.body(part));
        } catch (IOException e) {
            throw new UncheckedIOException(part.getKind() + " part is no JSON", e);
        }
    }

    private void collect(JsonNode node) {
        if (node.isContainerNode()) {
            node.forEach(this::collect);
        } else if (node.isNumber()) {
            numbers.add(node.doubleValue());
        } else if (node.asText().matches("-?[0-9]+(\\.[0-9]+)?")) {
            numbers.add(Double.valueOf(node.asText()));
        }
    }
}
