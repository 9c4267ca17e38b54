package io.pulseline.normalizer.googlehealth;

import io.pulseline.normalizer.record.PayloadMapper;
import java.util.List;

/** Everything that is read of Google Health. */
public final class GoogleMappers {
    private GoogleMappers() {}

    /** One mapper for each kind of payload. */
    public static List<PayloadMapper> all() {
        return List.of(
                new GoogleActivities(),
                new GoogleHeartRate(),
                new GoogleSteps(),
                new GoogleSleep(),
                new GoogleHeartRateVariability(),
                new GoogleRespiratoryRate(),
                new GoogleOxygenSaturation(),
                new GoogleDailySummary());
    }
}
