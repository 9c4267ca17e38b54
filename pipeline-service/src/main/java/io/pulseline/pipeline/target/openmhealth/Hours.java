package io.pulseline.pipeline.target.openmhealth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.health.HeartRateSeries;
import io.pulseline.contracts.health.Steps;
import java.util.List;

/** Records of one hour: heart rate and steps. */
final class Hours {
    private static final long MINUTE_MILLISECONDS = 60_000;

    private Hours() {}

    static List<ObjectNode> of(HeartRateSeries hour) {
        int offset = hour.getStartOffsetSeconds();
        DataPoints points =
                new DataPoints(
                        hour.getRecordId(),
                        hour.getUser(),
                        hour.getProvenance(),
                        TimeFrame.local(hour.getStartEpochMillis(), offset).getOffset());
        if (!hour.getDeleted()) {
            points.addSeries(SchemaId.HEART_RATE, HeartBeats.samples(hour.getHeartRate(), offset));
        }
        return points.all();
    }

    /**
     * A sum for each unbroken row of known minutes: a sum over an interval in which some are
     * unknown would count them as 0.
     */
    static List<ObjectNode> of(Steps hour) {
        DataPoints points =
                new DataPoints(
                        hour.getRecordId(),
                        hour.getUser(),
                        hour.getProvenance(),
                        TimeFrame.local(hour.getStartEpochMillis(), hour.getStartOffsetSeconds())
                                .getOffset());
        List<Integer> minutes = hour.getStepsPerMinute();
        int from = 0;
        for (int minute = 0; minute <= minutes.size(); minute++) {
            if (minute == minutes.size() || minutes.get(minute) == null) {
                if (minute > from) {
                    points.add(SchemaId.PHYSICAL_ACTIVITY, sum(hour, from, minute));
                }
                from = minute + 1;
            }
        }
        return points.all();
    }

    private static Body sum(Steps hour, int from, int until) {
        long steps =
                hour.getStepsPerMinute().subList(from, until).stream()
                        .mapToLong(Integer::longValue)
                        .sum();
        long start = hour.getStartEpochMillis();
        int offset = hour.getStartOffsetSeconds();
        TimeFrame when =
                TimeFrame.between(
                        TimeFrame.local(start + from * MINUTE_MILLISECONDS, offset),
                        TimeFrame.local(start + until * MINUTE_MILLISECONDS, offset));
        return Body.of(when)
                .word("activity_name", "steps")
                .measure("base_movement_quantity", steps, "steps")
                .word(Body.STATISTIC, "sum");
    }
}
