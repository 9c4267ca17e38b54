package io.pulseline.pipeline.target.fhir.observation;

import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * Codes of LOINC that we use, after US Core, the HL7 guides for physical activity (1.0.1) and
 * personal health records. A display that was not confirmed is left out: servers compare it.
 */
enum Loinc {
    HEART_RATE("8867-4", "Heart rate"),
    RESTING_HEART_RATE("40443-4", "Heart rate --resting"),
    EXERCISE_MEAN_HEART_RATE("55425-3", "Heart rate unspecified time mean by Pedometer"),
    EXERCISE_MAXIMUM_HEART_RATE("55426-1", "Heart rate unspecified time maximum by Pedometer"),
    OXYGEN_BY_PULSE_OXIMETRY("59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry"),
    OXYGEN("2708-6", "Oxygen saturation in Arterial blood"),
    RESPIRATORY_RATE("9279-1", "Respiratory rate"),
    BODY_WEIGHT("29463-7", "Body weight"),
    BODY_MASS_INDEX("39156-5", "Body mass index (BMI) [Ratio]"),
    BODY_FAT("41982-0", null),
    STEPS_OF_DAY("41950-7", "Number of steps in 24 hour Measured"),
    STEPS("55423-8", "Number of steps in unspecified time Pedometer"),
    ENERGY_OF_DAY("41979-6", "Calories burned in 24 hour Calculated"),
    ENERGY_OF_EXERCISE("55424-6", "Calories burned in unspecified time Pedometer"),
    MODERATE_MINUTES("77592-4", "Moderate physical activity [IPAQ]"),
    VIGOROUS_MINUTES("77593-2", "Vigorous physical activity [IPAQ]"),
    SLEEP_DURATION("93832-4", "Sleep duration"),
    DEEP_SLEEP_DURATION("93831-6", "Deep sleep duration"),
    LIGHT_SLEEP_DURATION("93830-8", "Light sleep duration"),
    REM_SLEEP_DURATION("93829-0", "REM sleep duration"),
    EXERCISE("73985-4", "Exercise activity"),
    EXERCISE_DURATION("55411-3", "Exercise duration"),
    /** Seen in one place only, as the next two: sent where the user asks for such codes. */
    WALKING_DISTANCE_OF_DAY("41953-1", null),
    DISTANCE("55430-3", null),
    OXYGEN_UPTAKE("94122-9", null);

    static final String SYSTEM = "http://loinc.org";

    private final String code;
    private final @Nullable String display;

    Loinc(String code, @Nullable String display) {
        this.code = code;
        this.display = display;
    }

    Coding coding() {
        return new Coding(SYSTEM, code, display);
    }
}
