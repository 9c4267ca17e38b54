package io.pulseline.pipeline.run;

import io.pulseline.contracts.Ids;
import io.pulseline.pipeline.pipeline.Pipeline;
import io.pulseline.pipeline.record.ReceivedRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a record that goes through a pipeline.
 *
 * @param name what the record is called until the boosters call it otherwise; null for a deletion
 * @param onlyIfBegun for a pipeline that no longer takes such records: whoever was told of the
 *     record is told of its correction, and nobody else
 */
public record Start(
        Pipeline pipeline, ReceivedRecord record, @Nullable RunName name, boolean onlyIfBegun) {
    /** Of its run. */
    public UUID runId() {
        return Ids.run(pipeline.id(), record.recordId());
    }
}
