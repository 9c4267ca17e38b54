package io.pulseline.pipeline.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.pipeline.pipeline.StartAnswer;
import io.pulseline.pipeline.run.Rehearsed;
import io.pulseline.pipeline.run.Step;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline would make of an activity.
 *
 * @param starts whether the activity would start the pipeline if it came now
 * @param startReason why not; null if it would
 * @param waits of boosters that would wait; what follows is without what they wait for
 * @param end how the way through the boosters ends
 * @param reason why it does not go on to the targets; null if it does
 * @param activity after the boosters, in our JSON, without series
 * @param steps of the boosters, as the history shows them
 * @param targets what they would be sent; empty if nothing would go out
 */
record Preview(
        UUID recordId,
        boolean starts,
        @Nullable String startReason,
        List<Rehearsed.Wait> waits,
        Rehearsed.End end,
        @Nullable String reason,
        @Schema(type = SchemaType.OBJECT) JsonNode activity,
        List<Step> steps,
        List<Rehearsed.Image> images,
        List<TargetPreview> targets) {
    private static final Set<String> SERIES = Set.of("heartRate", "track");

    /**
     * What one target would be sent.
     *
     * @param id its kind
     * @param event in a word, as if it heard of the activity for the first time
     * @param status DUE, or SKIPPED for one that does without it
     * @param reason why it does without, or why the content is not shown; null for neither
     * @param contentBytes size of the content
     * @param content JSON, or a text; null if it is not shown
     */
    record TargetPreview(
            String id,
            String event,
            String status,
            @Nullable String reason,
            int contentBytes,
            @Schema(type = SchemaType.OBJECT) @Nullable JsonNode content) {

        private static TargetPreview of(Rehearsed.Parcel parcel) {
            if (parcel.sparing() != null) {
                return new TargetPreview(
                        parcel.target(), parcel.event(), "SKIPPED", parcel.sparing(), 0, null);
            }
            ShownContent shown = ShownContent.of(parcel.content());
            return new TargetPreview(
                    parcel.target(),
                    parcel.event(),
                    "DUE",
                    shown.reason(),
                    parcel.content().length,
                    shown.content());
        }
    }

    static Preview of(UUID recordId, StartAnswer answer, Rehearsed rehearsed) {
        return new Preview(
                recordId,
                answer == StartAnswer.STARTED,
                inWords(answer),
                rehearsed.waits(),
                rehearsed.end(),
                rehearsed.reason(),
                RecordJson.tree(rehearsed.activity(), SERIES),
                rehearsed.steps(),
                rehearsed.images(),
                rehearsed.parcels().stream().map(TargetPreview::of).toList());
    }

    private static @Nullable String inWords(StartAnswer answer) {
        return switch (answer) {
            case STARTED -> null;
            case DISABLED -> "the pipeline is disabled";
            case OTHER_RECORD -> "the trigger names another kind of record";
            case EARLIER -> "it ended before the pipeline was created";
            case OTHER_PROVIDER -> "the trigger names other providers";
            case OTHER_ACTIVITY_TYPE -> "the trigger names other types of activities";
            case OTHER_RECORDING_METHOD -> "the trigger names other recording methods";
        };
    }
}
