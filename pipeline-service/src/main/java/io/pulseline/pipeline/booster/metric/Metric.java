package io.pulseline.pipeline.booster.metric;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The latest revision of a metric that is not deleted.
 *
 * @param recordType a word of {@link io.pulseline.contracts.OpenSets.RecordType}
 * @param localDate of the user; of a night, the date on which it ended
 * @param json the record in our JSON; nobody changes it
 */
public record Metric(String recordType, UUID recordId, LocalDate localDate, JsonNode json) {
    /** A number of the record; null where it is absent, null, or no finite number. */
    public @Nullable Double number(String field) {
        JsonNode value = json.path(field);
        return value.isNumber() && Double.isFinite(value.doubleValue())
                ? value.doubleValue()
                : null;
    }
}
