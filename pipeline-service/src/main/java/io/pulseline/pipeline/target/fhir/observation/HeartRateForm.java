package io.pulseline.pipeline.target.fhir.observation;

import io.pulseline.pipeline.setting.Word;

/** How an hour of heart rate is written. */
public enum HeartRateForm implements Word {
    /** One Observation with the means of all minutes. */
    SAMPLED_DATA("sampled-data"),
    /** An Observation for each span of minutes: its first sample. */
    SAMPLES("samples");

    private final String word;

    HeartRateForm(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
