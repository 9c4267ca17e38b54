package io.pulseline.pipeline.target.openmhealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.Activity;
import io.pulseline.contracts.health.DailySummary;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.HeartRateVariability;
import io.pulseline.contracts.health.OxygenSaturation;
import io.pulseline.contracts.health.RespiratoryRate;
import io.pulseline.contracts.health.Sleep;
import io.pulseline.contracts.health.Steps;
import io.pulseline.pipeline.target.Result;
import java.time.ZoneId;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as data points of Open mHealth and IEEE 1752.1, each a header and a body, or a header
 * and a list of bodies where it is a series. Bodies and units after the published schemas; what a
 * record does not have gives no data point.
 */
public final class OpenMHealth {
    private OpenMHealth() {}

    /**
     * The data points of a record; the same ones with the same ids for the same record.
     *
     * @param withSeries the heart rate of an activity sample by sample; an hour of heart rate
     *     always has it
     * @param zoneOfDays zone of what has a local date and no offset of its own (nights and days);
     *     null where nobody knows: they then give no data point, because these formats know no date
     *     without an offset
     */
    public static List<ObjectNode> dataPoints(
            Result result, boolean withSeries, @Nullable ZoneId zoneOfDays) {
        return of(result.record(), withSeries, zoneOfDays);
    }

    private static List<ObjectNode> of(
            SpecificRecord record, boolean withSeries, @Nullable ZoneId zone) {
        return switch (record) {
            case Activity activity -> Workout.of(activity, withSeries);
            case HeartRateSeries hour -> Hours.of(hour);
            case Steps hour -> Hours.of(hour);
            case Sleep sleep -> Asleep.of(sleep);
            case HeartRateVariability night when zone != null -> Nights.of(night, zone);
            case OxygenSaturation night when zone != null -> Nights.of(night, zone);
            case RespiratoryRate night when zone != null -> Nights.of(night, zone);
            case DailySummary day when zone != null -> Days.of(day, zone);
            default -> List.of();
        };
    }
}
