package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.pipeline.setting.Word;

/** UCUM code of the steps of a day. */
public enum StepsUnit implements Word {
    /** As the guide for physical activity fixes it. */
    PER_DAY("/d", Unit.PER_DAY),
    STEPS_PER_DAY("{steps}/d", Unit.STEPS_PER_DAY);

    private final String word;
    private final Unit unit;

    StepsUnit(String word, Unit unit) {
        this.word = word;
        this.unit = unit;
    }

    @Override
    public String word() {
        return word;
    }

    Unit unit() {
        return unit;
    }
}
