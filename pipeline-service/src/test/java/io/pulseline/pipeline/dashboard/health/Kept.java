package io.pulseline.pipeline.dashboard.health;

import static java.util.Objects.requireNonNull;

import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.MetricDays;
import io.pulseline.pipeline.booster.metric.Metric;
import io.pulseline.pipeline.dashboard.Chart;
import io.pulseline.pipeline.database.Packed;
import io.pulseline.pipeline.record.KeptMetric;
import io.pulseline.pipeline.record.ReceivedRecord;
import org.apache.avro.specific.SpecificRecord;

/** Records as they lie in the database. */
final class Kept {
    private Kept() {}

    static KeptMetric of(SpecificRecord metric) {
        ReceivedRecord received = MetricDays.received(metric);
        return new KeptMetric(
                received.recordId(), received.recordType(), Packed.of(RecordJson.write(metric)));
    }

    /** What a panel draws; fails where it draws nothing. */
    static Chart drawn(Panel panel) {
        return requireNonNull(panel.chart(), "nothing is drawn");
    }

    static Metric metric(SpecificRecord metric) {
        return HealthKept.metric(of(metric));
    }
}
