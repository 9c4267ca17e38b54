package io.pulseline.normalizer.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of the payloads that were sent.
 *
 * @param payloads how many
 * @param taken whether the normalizer took all of them in time
 * @param arrived how many records of each kind of payload consumers have now, as expected or newer
 * @param missing those they do not have
 */
record Sent(int payloads, boolean taken, Map<String, Integer> arrived, List<Reread> missing) {
    static Sent judged(
            int payloads, boolean taken, Comparison comparison, PublishedRecords published) {
        Map<String, Integer> arrived = new TreeMap<>();
        List<Reread> missing = new ArrayList<>();
        for (Reread record : comparison.readings().records()) {
            if (comparison.of(record).isWorthSending()) {
                if (isThere(record, published)) {
                    arrived.merge(record.payloadKind(), 1, Integer::sum);
                } else {
                    missing.add(record);
                }
            }
        }
        return new Sent(payloads, taken, arrived, missing);
    }

    private static boolean isThere(Reread record, PublishedRecords published) {
        return switch (Verdict.of(record, published.newest(record.recordId()))) {
            case EQUAL, OLDER -> true;
            case CHANGED, NEW, UNVERSIONED -> false;
        };
    }

    boolean isComplete() {
        return taken && missing.isEmpty();
    }
}
