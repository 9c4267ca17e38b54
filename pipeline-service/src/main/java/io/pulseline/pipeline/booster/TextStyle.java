package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Word;

/** Whether a booster adds to the description. */
enum TextStyle implements Word {
    TEXT("text"),
    NONE("none");

    /** The setting of every booster that may be asked for figures only. */
    static final Setting<TextStyle> SETTING =
            Setting.choice("style", TextStyle.class)
                    .describedAs(
                            "Whether the description gets a `text`, or `none`; the figures are among"
                                    + " the values in any case.")
                    .byDefault(TEXT);

    private final String word;

    TextStyle(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
