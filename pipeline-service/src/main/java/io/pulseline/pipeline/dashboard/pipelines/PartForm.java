package io.pulseline.pipeline.dashboard.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.pipeline.setting.Part;
import io.pulseline.pipeline.setting.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of one booster or target.
 *
 * @param path for example {@code boosters[0]}
 * @param booster true for boosters, false for targets
 * @param id of its kind
 * @param known false if this version no longer has that kind
 * @param athlete true if it needs the higher tier
 * @param when kind of record it stands with alone; empty for any
 * @param required of a booster: whether nothing may go out when it fails
 * @param targetId of a saved target; null for others
 * @param trouble why a saved target gets nothing; null if it does
 * @param consent what the user has allowed us there; null where that is not asked
 */
public record PartForm(
        String path,
        boolean booster,
        String id,
        String title,
        Help help,
        boolean known,
        boolean athlete,
        String when,
        boolean required,
        @Nullable String targetId,
        @Nullable String trouble,
        @Nullable Consent consent,
        List<Field> fields) {
    public PartForm {
        fields = List.copyOf(fields);
    }

    /**
     * A consent at the place of a target.
     *
     * @param active true if we may send there
     * @param name the user's name there, or why a new consent is needed; null for neither
     */
    public record Consent(boolean active, @Nullable String name, String connectPath) {}

    /**
     * The form of a part that the catalogue has.
     *
     * @param sent as in the JSON of a pipeline; empty for a new one
     */
    static PartForm of(
            Part part,
            String path,
            boolean booster,
            String when,
            JsonNode sent,
            @Nullable Consent consent) {
        return new PartForm(
                path,
                booster,
                part.id(),
                part.title(),
                Help.of(part.description()),
                true,
                part.tier() == Tier.ATHLETE,
                when,
                sent.path("required").asBoolean(false),
                sent.path("targetId").textValue(),
                trouble(sent),
                consent,
                Fields.of(
                        part.settings().schema(),
                        path + ".configuration",
                        sent.path("configuration")));
    }

    /** One that can only be removed. */
    static PartForm unknown(String path, boolean booster, JsonNode sent) {
        String id = sent.path("id").asText();
        return new PartForm(
                path,
                booster,
                id,
                id,
                Help.of(""),
                false,
                false,
                "",
                false,
                sent.path("targetId").textValue(),
                trouble(sent),
                null,
                List.of());
    }

    private static @Nullable String trouble(JsonNode sent) {
        String disabled = sent.path("disabledReason").textValue();
        return disabled == null ? sent.path("pausedReason").textValue() : disabled;
    }
}
