package io.pulseline.pipeline.target.fhir.observation;

/**
 * Profiles of US Core for vital signs. All of them ask for the category, the code, a patient, a
 * time to the day at least and a quantity with its unit in UCUM.
 */
enum UsCoreProfile {
    HEART_RATE("us-core-heart-rate"),
    PULSE_OXIMETRY("us-core-pulse-oximetry"),
    RESPIRATORY_RATE("us-core-respiratory-rate"),
    BODY_WEIGHT("us-core-body-weight"),
    BODY_MASS_INDEX("us-core-bmi");

    private static final String BASE = "http://hl7.org/fhir/us/core/StructureDefinition/";

    private final String name;

    UsCoreProfile(String name) {
        this.name = name;
    }

    String url() {
        return BASE + name;
    }
}
