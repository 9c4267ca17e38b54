package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Route Thumbnail: a small picture of the route. */
final class RouteThumbnailType implements BoosterType {
    private static final Settings SETTINGS = Settings.of();

    @Override
    public String id() {
        return "route-thumbnail";
    }

    @Override
    public String title() {
        return "Route Thumbnail";
    }

    @Override
    public String description() {
        return "Draws the route as a small SVG picture, its start and end marked; it"
                + " travels among the images of the boost, under the name `route`.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.TRACK);
    }

    @Override
    public Tier tier() {
        return Tier.ATHLETE;
    }

    @Override
    public Settings settings() {
        return SETTINGS;
    }

    @Override
    public Booster configured(Values values, Form form) {
        return new RouteThumbnail();
    }
}
