package io.pulseline.pipeline.booster.criterion;

import static java.util.Objects.requireNonNull;

/** What a criterion says of an activity. */
public sealed interface Verdict {
    /** The activity is as asked. */
    record Yes() implements Verdict {}

    /** It is not. */
    record No() implements Verdict {}

    /**
     * The activity lacks what the question is about.
     *
     * @param lacking for people, for example {@code no GPS}
     */
    record Unknown(String lacking) implements Verdict {
        public Unknown {
            requireNonNull(lacking, "lacking is null");
        }
    }

    static Verdict of(boolean asAsked) {
        return asAsked ? new Yes() : new No();
    }
}
