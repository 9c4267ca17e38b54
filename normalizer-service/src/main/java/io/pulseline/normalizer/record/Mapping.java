package io.pulseline.normalizer.record;

import java.util.List;
import java.util.Map;

/**
 * What one payload says.
 *
 * @param records in the order in which they are to be published; none where the payload covers
 *     nothing
 * @param oddities what was left out or settled by a rule on the way
 */
public record Mapping(List<MappedRecord> records, Map<Oddity, Integer> oddities) {
    public Mapping {
        records = List.copyOf(records);
        oddities = Map.copyOf(oddities);
    }
}
