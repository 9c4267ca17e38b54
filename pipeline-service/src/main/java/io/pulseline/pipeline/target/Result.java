package io.pulseline.pipeline.target;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.pipeline.Boost;
import io.pulseline.contracts.pipeline.BoostedActivity;
import io.pulseline.contracts.pipeline.BoostedMetric;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** A record after the boosters of one pipeline, as targets get it. */
public sealed interface Result {
    /** An activity, with title, type and texts as the boosters left them. */
    record OfActivity(BoostedActivity boosted) implements Result {
        @Override
        public String recordType() {
            return RecordType.ACTIVITY;
        }

        @Override
        public SpecificRecord record() {
            return boosted.getActivity();
        }

        @Override
        public List<Boost> boosts() {
            return boosted.getBoosts();
        }
    }

    /** A metric, as it came: boosters add to it beside it. */
    record OfMetric(BoostedMetric boosted) implements Result {
        @Override
        public String recordType() {
            return boosted.getRecordType();
        }

        @Override
        public SpecificRecord record() {
            return Stream.of(
                            boosted.getHeartRate(),
                            boosted.getHeartRateVariability(),
                            boosted.getSteps(),
                            boosted.getRespiratoryRate(),
                            boosted.getOxygenSaturation(),
                            boosted.getSleep(),
                            boosted.getDailySummary())
                    .filter(Objects::nonNull)
                    .map(SpecificRecord.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("a metric of no type"));
        }

        @Override
        public List<Boost> boosts() {
            return boosted.getBoosts();
        }
    }

    /** A word of {@link RecordType}. */
    String recordType();

    /** What went through the boosters. */
    SpecificRecord record();

    /** What each booster did, in their order. */
    List<Boost> boosts();
}
