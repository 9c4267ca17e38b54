package io.pulseline.pipeline.dashboard.health;

import io.pulseline.pipeline.dashboard.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much time a page shows; weeks begin on Monday. */
public enum Span {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    static Optional<Span> ofWord(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** As it stands in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String title() {
        return Texts.say("health_span_" + name());
    }
}
