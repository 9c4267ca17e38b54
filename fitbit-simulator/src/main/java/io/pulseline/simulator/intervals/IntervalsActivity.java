package io.pulseline.simulator.intervals;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pulseline.simulator.fit.FitActivity;
import org.jspecify.annotations.Nullable;

/**
 * An activity as its athlete sees it.
 *
 * @param id {@code i} and digits
 * @param athlete whose it is
 * @param externalId as the uploader named it
 * @param type its word for the sport
 * @param file what was uploaded
 * @param changes how many times it was changed afterwards
 */
public record IntervalsActivity(
        String id,
        String athlete,
        @Nullable String externalId,
        @Nullable String name,
        @Nullable String description,
        String type,
        FitActivity file,
        int changes) {

    /** What a change may say; null leaves a thing as it is. */
    record Change(
            @Nullable String name,
            @Nullable String description,
            @Nullable String type,
            @JsonProperty("external_id") @Nullable String externalId) {}

    IntervalsActivity changed(Change change) {
        return new IntervalsActivity(
                id,
                athlete,
                change.externalId() == null ? externalId : change.externalId(),
                change.name() == null ? name : change.name(),
                change.description() == null ? description : change.description(),
                change.type() == null ? type : change.type(),
                file,
                changes + 1);
    }
}
