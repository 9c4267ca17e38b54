package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.setting.Word;

/** Whether a booster adds to the description. */
enum TextStyle implements Word {
    TEXT("text"),
    NONE("none");

    private final String word;

    TextStyle(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
