package io.pulseline.normalizer.fitbit;

import io.pulseline.normalizer.record.PayloadMapper;
import java.util.List;

/** Everything that is read of Fitbit. */
public final class FitbitMappers {
    private FitbitMappers() {}

    /** One mapper for each kind of payload. */
    public static List<PayloadMapper> all() {
        return List.of(
                new FitbitActivities(),
                new FitbitHeartRate(),
                new FitbitSteps(),
                new FitbitSleep(),
                new FitbitHeartRateVariability(),
                new FitbitRespiratoryRate(),
                new FitbitOxygenSaturation(),
                new FitbitDailySummary());
    }
}
