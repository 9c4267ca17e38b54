package io.pulseline.normalizer.replay;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Every record that was re-read, judged against what consumers have. */
final class Comparison {
    private final Rereadings readings;
    private final Map<UUID, Verdict> verdicts = new LinkedHashMap<>();

    Comparison(Rereadings readings, PublishedRecords published) {
        this.readings = readings;
        for (Reread record : readings.records()) {
            verdicts.put(
                    record.recordId(), Verdict.of(record, published.newest(record.recordId())));
        }
    }

    Rereadings readings() {
        return readings;
    }

    Verdict of(Reread record) {
        Verdict verdict = verdicts.get(record.recordId());
        if (verdict == null) {
            throw new IllegalArgumentException("no verdict on " + record.recordId());
        }
        return verdict;
    }

    /** How many records of each kind of payload got which verdict. */
    Map<String, Map<Verdict, Integer>> counts() {
        Map<String, Map<Verdict, Integer>> counts = new TreeMap<>();
        for (Reread record : readings.records()) {
            counts.computeIfAbsent(record.payloadKind(), _ -> new EnumMap<>(Verdict.class))
                    .merge(of(record), 1, Integer::sum);
        }
        return counts;
    }

    /** Where the payloads lie whose records would bring something. */
    Set<Place> worthSending() {
        Set<Place> places = new HashSet<>();
        for (Reread record : readings.records()) {
            if (of(record).isWorthSending()) {
                places.add(record.payload());
            }
        }
        return places;
    }

    boolean has(Verdict verdict) {
        return verdicts.containsValue(verdict);
    }
}
