package io.pulseline.pipeline.booster.heart;

import io.pulseline.pipeline.setting.Word;

/** Which of the two sets of coefficients of a formula a user wants. */
public enum Sex implements Word {
    FEMALE("female"),
    MALE("male");

    private final String word;

    Sex(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
