package io.pulseline.pipeline.target.fhir.observation;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.jspecify.annotations.Nullable;

/** The text that servers show to people who have no program for a resource. */
final class Narration {
    private Narration() {}

    /** Says in one line what was measured. */
    static void add(Observation observation) {
        Stream<String> own = Stream.of(line(observation.getCode(), observation.getValue()));
        Stream<String> beside =
                observation.getComponent().stream()
                        .map(component -> line(component.getCode(), component.getValue()));
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        var _ = div.addText(Stream.concat(own, beside).collect(Collectors.joining("; ")));
        observation.getText().setStatus(NarrativeStatus.GENERATED).setDiv(div);
    }

    private static String line(CodeableConcept code, @Nullable Type value) {
        return switch (value) {
            case Quantity one -> code.getText() + ": " + words(one);
            case Range range ->
                    code.getText() + ": " + words(range.getLow()) + " to " + words(range.getHigh());
            case CodeableConcept concept -> code.getText() + ": " + concept.getText();
            case null, default -> code.getText();
        };
    }

    private static String words(Quantity quantity) {
        return quantity.getValue().toPlainString() + " " + quantity.getUnit();
    }
}
