package io.pulseline.normalizer.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first records of each kind that read differently now, field by field. */
final class Differences {
    private Differences() {}

    static List<Difference> first(
            int ofEachKind,
            Comparison comparison,
            StoredPayloads stored,
            PublishedRecords published) {
        Map<String, Integer> shown = new HashMap<>();
        List<Difference> differences = new ArrayList<>();
        for (Reread record : comparison.readings().records()) {
            Verdict verdict = comparison.of(record);
            Published before = published.newest(record.recordId());
            if (before != null
                    && verdict.differs()
                    && shown.merge(record.payloadKind(), 1, Integer::sum) <= ofEachKind) {
                List<Difference.Field> fields =
                        Difference.fields(
                                published.fetch(record.kind(), before), stored.fetch(record));
                differences.add(new Difference(record, before, verdict, fields));
            }
        }
        return differences;
    }
}
