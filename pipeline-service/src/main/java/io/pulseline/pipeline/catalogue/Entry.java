package io.pulseline.pipeline.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.pipeline.booster.Boosters;
import io.pulseline.pipeline.booster.metric.MetricBoosters;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.setting.Tier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One part that pipelines can be made of. */
@Schema(description = "One part that pipelines can be made of.")
record Entry(
        @Schema(description = "As pipelines and runs call it.", examples = "type-mapper") String id,
        @Schema(description = "For people.", examples = "Type Mapper") String title,
        @Schema(description = "For people, what it does; `code` stands between backticks.")
                String description,
        @Schema(description = "The lowest tier that may use it.") Tier tier,
        @Schema(
                        description =
                                "Records it is made for: `activity`, or types of metrics. A booster"
                                        + " stands in pipelines for its own records only.")
                List<String> records,
        @Schema(description = "What an activity must have; one that lacks it is passed.")
                List<Need> needs,
        @Schema(
                        description =
                                "JSON Schema (draft 2020-12) of its configuration, with titles,"
                                        + " descriptions and defaults; secrets are writeOnly.",
                        type = SchemaType.OBJECT,
                        implementation = Object.class)
                ObjectNode schema) {

    private static final List<String> EVERY_RECORD =
            Stream.concat(Stream.of(RecordType.ACTIVITY), RecordType.metrics().stream()).toList();

    /** Those for activities, then those for metrics. */
    static List<Entry> boosters() {
        Stream<Entry> activities =
                Boosters.all().stream().map(type -> of(type, Set.of(RecordType.ACTIVITY)));
        Stream<Entry> metrics =
                MetricBoosters.all().stream().map(type -> of(type, type.recordTypes()));
        return Stream.concat(activities, metrics).toList();
    }

    private static Entry of(Part part, Set<String> records) {
        return new Entry(
                part.id(),
                part.title(),
                part.description(),
                part.tier(),
                EVERY_RECORD.stream().filter(records::contains).toList(),
                part.needs().stream().sorted().toList(),
                part.settings().schema());
    }

    static List<Entry> of(List<? extends Part> parts) {
        return parts.stream().map(part -> of(part, Set.copyOf(EVERY_RECORD))).toList();
    }
}
