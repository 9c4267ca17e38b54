package io.pulseline.simulator.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;

/** What an Observation must have to be taken: more than FHIR asks, as care teams need it. */
final class ObservationCheck {
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final Set<String> STATUS =
            Set.of("final", "amended", "corrected", "entered-in-error", "preliminary");

    /** A date, or a time with an offset. */
    private static final Pattern TIME =
            Pattern.compile(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}"
                            + "(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2}))?");

    private final Set<String> patients;

    /**
     * @param patients references, for example {@code Patient/123}
     */
    ObservationCheck(Set<String> patients) {
        this.patients = patients;
    }

    void check(JsonNode one) {
        must(one.path("resourceType").asText().equals("Observation"), "no Observation", "");
        must(STATUS.contains(one.path("status").asText()), "no such status", "status");
        checkIdentifiers(one.path("identifier"));
        must(isConcept(one.path("code")), "a code with codings and text is missing", "code");
        must(!one.path("category").isEmpty(), "a category is missing", "category");
        one.path("category")
                .forEach(category ->
                        must(
                                isConcept(category) || !category.path("coding").isEmpty(),
                                "a category has no coding",
                                "category"));
        checkSubject(one.path("subject").path("reference").asText());
        checkTime(one);
        checkValues(one);
        checkContained(one);
    }

    private static void checkIdentifiers(JsonNode identifiers) {
        must(!identifiers.isEmpty(), "an identifier is missing", "identifier");
        for (JsonNode identifier : identifiers) {
            must(
                    identifier.path("system").asText().contains(":")
                            && !identifier.path("value").asText().isEmpty(),
                    "an identifier has no system or value",
                    "identifier");
        }
    }

    private void checkSubject(String reference) {
        must(!reference.isEmpty(), "a subject is missing", "subject");
        if (!patients.contains(reference)) {
            throw FhirAnswers.refused(404, "not-found", "No such patient", "Observation.subject");
        }
    }

    private static void checkTime(JsonNode one) {
        JsonNode period = one.path("effectivePeriod");
        if (period.isObject()) {
            must(isTime(period.path("start")), "a period has no start", "effective");
            must(isTime(period.path("end")), "a period has no end", "effective");
        } else {
            must(isTime(one.path("effectiveDateTime")), "a time is missing", "effective");
        }
        must(!one.path("issued").asText().isEmpty(), "issued is missing", "issued");
    }

    private static void checkValues(JsonNode one) {
        boolean hasValue =
                one.has("valueQuantity")
                        || one.has("valueCodeableConcept")
                        || one.has("valueSampledData")
                        || one.has("valueRange");
        must(
                hasValue || !one.path("component").isEmpty() || !one.path("hasMember").isEmpty(),
                "neither value, components nor members",
                "value");
        checkValue(one, "");
        for (JsonNode component : one.path("component")) {
            must(isConcept(component.path("code")), "a component has no code", "component");
            checkValue(component, "component");
        }
    }

    private static void checkValue(JsonNode holder, String place) {
        checkQuantity(holder.path("valueQuantity"), place);
        checkQuantity(holder.path("valueRange").path("low"), place);
        checkQuantity(holder.path("valueRange").path("high"), place);
        JsonNode sampled = holder.path("valueSampledData");
        if (sampled.isObject()) {
            checkQuantity(sampled.path("origin"), place);
            must(sampled.path("period").isNumber(), "sampled data without period", place);
            must(
                    sampled.path("data").asText().matches("(E|[0-9.]+)( (E|[0-9.]+))*"),
                    "sampled data that are none",
                    place);
        }
    }

    private static void checkQuantity(JsonNode quantity, String place) {
        if (quantity.isObject()) {
            must(quantity.path("value").isNumber(), "a quantity without a value", place);
            must(
                    quantity.path("system").asText().equals(UCUM)
                            && !quantity.path("code").asText().isEmpty(),
                    "a quantity without a unit of UCUM",
                    place);
        }
    }

    private static void checkContained(JsonNode one) {
        String device = one.path("device").path("reference").asText("");
        for (JsonNode contained : one.path("contained")) {
            must(
                    !contained.path("id").asText().isEmpty(),
                    "a contained one has no id",
                    "contained");
            if (contained.path("resourceType").asText().equals("Device")) {
                must(
                        device.equals("#" + contained.path("id").asText())
                                && !contained.path("deviceName").isEmpty(),
                        "a device without a name, or that is not referred to",
                        "contained");
            }
        }
    }

    private static boolean isConcept(JsonNode concept) {
        for (JsonNode coding : concept.path("coding")) {
            if (coding.path("system").asText().isEmpty()
                    || coding.path("code").asText().isEmpty()) {
                return false;
            }
        }
        return !concept.path("coding").isEmpty() && !concept.path("text").asText().isEmpty();
    }

    private static boolean isTime(JsonNode time) {
        return TIME.matcher(time.asText()).matches();
    }

    private static void must(boolean holds, String otherwise, String place) {
        if (!holds) {
            throw FhirAnswers.refused(
                    422, "invariant", otherwise, place.isEmpty() ? "" : "Observation." + place);
        }
    }
}
