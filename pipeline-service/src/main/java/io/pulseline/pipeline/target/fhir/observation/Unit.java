package io.pulseline.pipeline.target.fhir.observation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hl7.fhir.r4.model.Quantity;

/** Units: for people as {@code unit}, for machines as {@code code} of UCUM. */
enum Unit {
    BEATS_PER_MINUTE("beats/min", "/min"),
    BREATHS_PER_MINUTE("breaths/min", "/min"),
    MILLISECONDS("ms", "ms"),
    PERCENT("%", "%"),
    KILOGRAMS("kg", "kg"),
    KILOGRAMS_PER_SQUARE_METRE("kg/m2", "kg/m2"),
    MINUTES("min", "min"),
    METRES("m", "m"),
    KILOCALORIES("kcal", "kcal"),
    KILOCALORIES_PER_DAY("kcal per day", "kcal/d"),
    STEPS("steps", "{steps}"),
    /** As the guide for physical activity wants it. */
    PER_DAY("steps per day", "/d"),
    STEPS_PER_DAY("steps per day", "{steps}/d"),
    MILLILITRES_PER_KILOGRAM_MINUTE("mL/kg/min", "mL/kg/min");

    static final String SYSTEM = "http://unitsofmeasure.org";

    /** More digits than any sensor has; fewer than what a division leaves behind. */
    private static final int DECIMALS = 3;

    private final String words;
    private final String code;

    Unit(String words, String code) {
        this.words = words;
        this.code = code;
    }

    /** That much of it, rounded half up to three decimals. */
    Quantity of(double value) {
        return new Quantity()
                .setValue(rounded(value, DECIMALS))
                .setUnit(words)
                .setSystem(SYSTEM)
                .setCode(code);
    }

    /** Without zeros at the end and without an exponent. */
    static BigDecimal rounded(double value, int decimals) {
        BigDecimal rounded =
                BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
