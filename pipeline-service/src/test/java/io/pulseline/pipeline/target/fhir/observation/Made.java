package io.pulseline.pipeline.target.fhir.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/** Looks at Observations the way a reader of their JSON does. */
final class Made {
    private Made() {}

    static List<Observation> of(SpecificRecord record) {
        return of(record, Styles.plain());
    }

    static List<Observation> of(SpecificRecord record, Style style) {
        return new RecordObservations(style).of(record);
    }

    static Observation only(SpecificRecord record) {
        return only(record, Styles.plain());
    }

    static Observation only(SpecificRecord record, Style style) {
        List<Observation> all = of(record, style);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** The one with that code among its codings. */
    static Observation coded(String code, List<Observation> all) {
        return all.stream()
                .filter(one -> codes(one.getCode()).contains(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Observation of " + code));
    }

    static List<String> codes(CodeableConcept concept) {
        return concept.getCoding().stream().map(Coding::getCode).toList();
    }

    static List<String> categories(Observation observation) {
        return observation.getCategory().stream()
                .flatMap(category -> codes(category).stream())
                .toList();
    }

    /** Value and UCUM code, for example {@code 96.4 %}. */
    static String value(Type value) {
        Quantity quantity = (Quantity) value;
        assertThat(quantity.getSystem()).isEqualTo("http://unitsofmeasure.org");
        return quantity.getValue().toPlainString() + " " + quantity.getCode();
    }

    static String component(Observation observation, String code) {
        return observation.getComponent().stream()
                .filter(component -> codes(component.getCode()).contains(code))
                .map(component -> value(component.getValue()))
                .findFirst()
                .orElse("none");
    }

    /** A dateTime, or start and end of a Period, as written. */
    static String time(Observation observation) {
        return switch (observation.getEffective()) {
            case DateTimeType at -> at.getValueAsString();
            case Period period ->
                    period.getStartElement().getValueAsString()
                            + " to "
                            + period.getEndElement().getValueAsString();
            default -> throw new AssertionError("neither dateTime nor Period");
        };
    }
}
