package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;

/** A kind of booster a user may choose. */
public interface BoosterType {
    /** As pipelines, runs and targets call it, for example {@code type-mapper}. */
    String id();

    /**
     * The booster with these settings. What is wrong with them is noted in the form; the booster is
     * then of no use.
     */
    Booster configured(Form configuration);
}
