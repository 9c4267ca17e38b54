package io.pulseline.pipeline.booster;

import static io.pulseline.pipeline.booster.heart.BodySettings.OWN_MAXIMUM;
import static io.pulseline.pipeline.booster.heart.BodySettings.OWN_RESTING;
import static io.pulseline.pipeline.booster.heart.BodySettings.checkReserve;

import io.pulseline.pipeline.booster.heart.ZoneMethod;
import io.pulseline.pipeline.booster.heart.ZoneStyle;
import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import io.pulseline.pipeline.setting.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Heart Rate Zones: how long the heart was in each zone. */
final class HeartRateZonesType implements BoosterType {
    private static final int MOST_ZONES = 10;
    private static final int LONGEST_NAME = 40;

    private static final Setting<Method> METHOD =
            Setting.choice("method", Method.class)
                    .describedAs(
                            "Where the limits come from. `provider`: the source's own zones;"
                                    + " `maximum`: tenths of the maximum heart rate from 50 %;"
                                    + " `reserve`: the same of what lies between rest and"
                                    + " maximum; `custom`: `zones`.")
                    .byDefault(Method.PROVIDER);

    private static final Setting<Integer> FROM =
            Setting.wholeNumber("fromBeatsPerMinute", 30, 250)
                    .describedAs("Where the zone begins; it ends where the next one begins.");

    private static final Setting<Optional<String>> NAME =
            Setting.text("name", LONGEST_NAME)
                    .describedAs("What the zone is called; without it, by its number.")
                    .optional();

    private static final Setting<List<Values>> ZONES =
            Setting.list("zones", 0, MOST_ZONES, Settings.of(FROM, NAME))
                    .describedAs("For the method `custom`, lowest zone first.")
                    .byDefault(List.of());

    private static final Setting<ZoneStyle> STYLE =
            Setting.choice("style", ZoneStyle.class)
                    .describedAs(
                            "What is added to the description: a line for each zone with a bar"
                                    + " (`emoji`), its share (`percentage`), or time and share"
                                    + " (`text`); or nothing (`none`). The seconds are among the"
                                    + " values in any case.")
                    .byDefault(ZoneStyle.TEXT);

    private static final Settings SETTINGS =
            Settings.of(METHOD, OWN_MAXIMUM, OWN_RESTING, ZONES, STYLE)
                    .check(HeartRateZonesType::checkMethod);

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
                + " else, for its own zones, as the source says. Resting and maximum heart rate"
                + " that a method needs and that are not set are taken from your data and told"
                + " among the values.";
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
        ZoneStyle style = values.of(STYLE);
        Optional<Integer> maximum = values.of(OWN_MAXIMUM);
        return switch (values.of(METHOD)) {
            case PROVIDER -> new HeartRateZones(new ZoneMethod.OfSource(), style);
            case MAXIMUM -> new OwnHeartRateZones(OwnHeartRate.ofMaximum(maximum), style);
            case RESERVE ->
                    new OwnHeartRateZones(new OwnHeartRate(values.of(OWN_RESTING), maximum), style);
            case CUSTOM ->
                    new HeartRateZones(
                            ZoneMethod.Fixed.ofLimits(limits(values), names(values)), style);
        };
    }

    private static List<Integer> limits(Values values) {
        return values.of(ZONES).stream().map(zone -> zone.of(FROM)).toList();
    }

    private static List<Optional<String>> names(Values values) {
        return values.of(ZONES).stream().map(zone -> zone.of(NAME)).toList();
    }

    private static void checkMethod(Values values, Form form) {
        if (values.of(METHOD) == Method.CUSTOM) {
            checkRising(limits(values), form);
        }
        checkReserve(values.of(OWN_RESTING), values.of(OWN_MAXIMUM), form);
    }

    private static void checkRising(List<Integer> limits, Form form) {
        if (limits.isEmpty()) {
            form.complain(ZONES.name(), "must have at least one for the method custom");
        }
        for (int zone = 1; zone < limits.size(); zone++) {
            if (limits.get(zone) <= limits.get(zone - 1)) {
                form.complain(
                        ZONES.name() + "[" + zone + "]." + FROM.name(),
                        "must be more than in the zone before");
            }
        }
    }

    private enum Method implements Word {
        PROVIDER("provider"),
        MAXIMUM("maximum"),
        RESERVE("reserve"),
        CUSTOM("custom");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }
}
