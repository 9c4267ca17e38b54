package io.pulseline.pipeline.target.fhir.observation;

/** Styles for tests. */
public final class Styles {
    public static final Systems SYSTEMS =
            new Systems(
                    "https://pulseline.io/fhir/record",
                    "https://pulseline.io/fhir/CodeSystem/wearable-metric");

    private Styles() {}

    /** As a target is without further settings. */
    public static Style plain() {
        return new Style(
                "Patient/123",
                SYSTEMS,
                HeartRateForm.SAMPLED_DATA,
                5,
                StepsUnit.PER_DAY,
                false,
                false);
    }

    /** Single samples, and whatever else can be asked for. */
    public static Style full() {
        return new Style(
                "Patient/123",
                SYSTEMS,
                HeartRateForm.SAMPLES,
                5,
                StepsUnit.STEPS_PER_DAY,
                true,
                true);
    }
}
