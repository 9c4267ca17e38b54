package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Source Link: back to the page of the activity. */
final class SourceLinkType implements BoosterType {
    private static final Settings SETTINGS = Settings.of();

    @Override
    public String id() {
        return "source-link";
    }

    @Override
    public String title() {
        return "Source Link";
    }

    @Override
    public String description() {
        return "Adds a link to the page that the provider has for the activity. Fitbit"
                + " has one, Google Health has none.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public Tier tier() {
        return Tier.HOBBYIST;
    }

    @Override
    public Settings settings() {
        return SETTINGS;
    }

    @Override
    public Booster configured(Values values, Form form) {
        return new SourceLink();
    }
}
