package io.pulseline.pipeline.booster.metric;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.setting.Values;
import java.util.Optional;
import java.util.Set;

/** A kind of booster for metrics a user may choose. */
public interface MetricBoosterType extends Part {
    /**
     * What it works on; it passes all others.
     *
     * @return words of {@link io.pulseline.contracts.OpenSets.RecordType}
     */
    Set<String> recordTypes();

    /**
     * The booster with these values, which are right as far as the settings can tell. What the
     * booster alone can see is noted in the form; the booster is then of no use.
     */
    MetricBooster configured(Values values, Form form);

    /** The booster with what a user sent; empty if that is wrong, which the form then says. */
    default Optional<MetricBooster> read(Form configuration) {
        return settings().made(configuration, this::configured);
    }
}
