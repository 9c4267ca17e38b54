package io.pulseline.pipeline.booster.criterion;

import io.pulseline.contracts.health.Activity;
import java.util.List;

/**
 * A text fits at least one match. Always judged: a text that is absent fits nothing.
 *
 * @param anyOf at least one
 */
public record TextIs(TextField field, List<TextMatch> anyOf) implements Criterion {
    public TextIs {
        anyOf = List.copyOf(anyOf);
    }

    /** The text contains at least one of these words. */
    public static TextIs containing(TextField field, List<String> words) {
        return new TextIs(field, words.stream().<TextMatch>map(TextMatch.Contains::new).toList());
    }

    @Override
    public Verdict judge(Activity activity) {
        String text = field.in(activity);
        return Verdict.of(text != null && anyOf.stream().anyMatch(match -> match.fits(text)));
    }

    @Override
    public String asked() {
        return "the "
                + field.spoken()
                + " "
                + Listed.either(anyOf.stream().map(TextMatch::asked).toList());
    }
}
