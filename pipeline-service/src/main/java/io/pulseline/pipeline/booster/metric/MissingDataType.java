package io.pulseline.pipeline.booster.metric;

import io.pulseline.pipeline.form.Form;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Setting;
import io.pulseline.pipeline.setting.Settings;
import io.pulseline.pipeline.setting.Tier;
import io.pulseline.pipeline.setting.Values;
import java.util.Set;

/** Missing Data: for how long the device was worn, and whether it still syncs. */
final class MissingDataType implements MetricBoosterType {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int USUAL_MINUTES = 45;
    private static final int HOURS_PER_DAY = 24;
    private static final int USUAL_HOURS = 10;
    private static final int TWO_WEEKS_HOURS = 336;

    private static final Setting<Integer> MINUTES_OF_VALID_HOUR =
            Setting.wholeNumber("minutesOfValidHour", 1, MINUTES_PER_HOUR)
                    .describedAs("An hour with heart rate in so many of its minutes is valid.")
                    .byDefault(USUAL_MINUTES);

    private static final Setting<Integer> VALID_DAY_HOURS =
            Setting.wholeNumber("validDayHours", 1, HOURS_PER_DAY)
                    .describedAs("A date on which the device was worn for so many hours is valid.")
                    .byDefault(USUAL_HOURS);

    private static final Setting<Integer> NO_SYNC_HOURS =
            Setting.wholeNumber("noSyncHours", 1, TWO_WEEKS_HOURS)
                    .describedAs("When nothing has been synced for so many hours, that is said.")
                    .byDefault(HOURS_PER_DAY);

    private static final Settings SETTINGS =
            Settings.of(MINUTES_OF_VALID_HOUR, VALID_DAY_HOURS, NO_SYNC_HOURS);

    @Override
    public String id() {
        return "missing-data";
    }

    @Override
    public String title() {
        return "Missing Data";
    }

    @Override
    public String description() {
        return "Tells beside every daily value how long the device was worn on its date, by the"
                + " minutes with heart rate, whether that makes a valid day, and when the device"
                + " has not synced for long.";
    }

    @Override
    public Set<String> recordTypes() {
        return DailyFigure.recordTypes();
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
    public MetricBooster configured(Values values, Form form) {
        return new MissingData(
                values.of(MINUTES_OF_VALID_HOUR),
                values.of(VALID_DAY_HOURS),
                values.of(NO_SYNC_HOURS));
    }
}
