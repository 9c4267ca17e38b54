package io.pulseline.pipeline.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pulseline.pipeline.setting.Need;
import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.setting.Tier;
import java.util.List;
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
        @Schema(description = "What an activity must have; one that lacks it is passed.")
                List<Need> needs,
        @Schema(
                        description =
                                "JSON Schema (draft 2020-12) of its configuration, with titles,"
                                        + " descriptions and defaults; secrets are writeOnly.",
                        type = SchemaType.OBJECT,
                        implementation = Object.class)
                ObjectNode schema) {

    static Entry of(Part part) {
        return new Entry(
                part.id(),
                part.title(),
                part.description(),
                part.tier(),
                part.needs().stream().sorted().toList(),
                part.settings().schema());
    }

    static List<Entry> of(List<? extends Part> parts) {
        return parts.stream().map(Entry::of).toList();
    }
}
