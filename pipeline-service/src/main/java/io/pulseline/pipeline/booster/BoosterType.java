package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.setting.Values;
import java.util.Optional;

/** A kind of booster a user may choose. */
public interface BoosterType extends Part {
    /**
     * The booster with these values, which are right as far as the settings can tell. What the
     * booster alone can see is noted in the form; the booster is then of no use.
     */
    Booster configured(Values values, Form form);

    /** The booster with what a user sent; empty if that is wrong, which the form then says. */
    default Optional<Booster> read(Form configuration) {
        return settings().made(configuration, this::configured);
    }
}
