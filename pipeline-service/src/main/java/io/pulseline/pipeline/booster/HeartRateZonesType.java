package io.pulseline.pipeline.booster;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import io.pulseline.pipeline.setting.Word;
import java.util.Set;

/** Heart Rate Zones: how long the heart was in each zone. */
final class HeartRateZonesType implements BoosterType {
    private static final Setting<Method> METHOD =
            Setting.choice("method", Method.class)
                    .describedAs("Where the limits come from. `provider`: the source's own zones.")
                    .byDefault(Method.PROVIDER);

    private static final Setting<Style> STYLE =
            Setting.choice("style", Style.class)
                    .describedAs(
                            "What is added to the description: a line of `text` for each zone, or"
                                    + " `none`; the seconds are among the values in any case.")
                    .byDefault(Style.TEXT);

    private static final Settings SETTINGS = Settings.of(METHOD, STYLE);

    @Override
    public String id() {
        return "heart-rate-zones";
    }

    @Override
    public String title() {
        return "Heart Rate Zones";
    }

    @Override
    public String description() {
        return "Counts how long the heart was in each zone: from the samples where there are any,"
                + " else as the source says.";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.HEART_RATE);
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
        return new HeartRateZones(values.of(STYLE) == Style.TEXT);
    }

    private enum Method implements Word {
        PROVIDER("provider");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    private enum Style implements Word {
        TEXT("text"),
        NONE("none");

        private final String word;

        Style(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
