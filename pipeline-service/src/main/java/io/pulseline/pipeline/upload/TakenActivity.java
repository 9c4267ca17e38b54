package io.pulseline.pipeline.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pulseline.contracts.health.Activity;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a file: Kafka has it.
 *
 * @param further the other activities of a file that holds several; left out when there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "TakenActivity")
record TakenActivity(
        @Schema(description = "Id of the activity; the same whenever the file is sent")
                String recordId,
        @Schema(description = "Of one id the highest revision is the truth") long revision,
        @Schema(description = "The other activities of a file that holds several")
                List<TakenActivity> further) {

    /** The first of them, with the others beside it. */
    static TakenActivity of(List<Activity> activities) {
        Activity first = activities.getFirst();
        return new TakenActivity(
                first.getRecordId(),
                first.getRevision(),
                activities.stream()
                        .skip(1)
                        .map(other ->
                                new TakenActivity(
                                        other.getRecordId(), other.getRevision(), List.of()))
                        .toList());
    }
}
