package io.pulseline.pipeline.target.archive;

import io.pulseline.contracts.pipeline.Boost;
import io.pulseline.pipeline.setting.Word;
import io.pulseline.pipeline.target.file.MetricCsv;
import io.pulseline.pipeline.target.file.RecordFile;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What the file of a metric is. */
enum MetricFormat implements Word {
    CSV("csv"),
    JSON("json");

    private final String word;

    MetricFormat(String word) {
        this.word = word;
    }

    /** Also the ending of the file's name. */
    @Override
    public String word() {
        return word;
    }

    byte[] write(SpecificRecord metric, List<Boost> boosts) {
        return switch (this) {
            case CSV -> MetricCsv.write(metric);
            case JSON -> RecordFile.json(metric, boosts);
        };
    }
}
