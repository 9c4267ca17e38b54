package io.pulseline.normalizer.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What stored payloads say by the present mapping. Of one record only the newest reading counts.
 */
final class Rereadings {
    /** Kind of payloads whose bytes are none. */
    static final String UNREADABLE = "unreadable";

    private final Map<String, Integer> payloads = new TreeMap<>();
    private final Map<UUID, Reread> newest = new LinkedHashMap<>();
    private final Set<Place> places = new LinkedHashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int passedOver;

    /** A payload that is not asked for. */
    void passedOver() {
        passedOver++;
    }

    void refused(Refusal refusal) {
        count(refusal.payloadKind());
        refusals.add(refusal);
    }

    void read(String payloadKind, Place payload, List<Reread> records) {
        count(payloadKind);
        places.add(payload);
        for (Reread record : records) {
            newest.merge(
                    record.recordId(),
                    record,
                    (before, now) -> now.revision() > before.revision() ? now : before);
        }
    }

    private void count(String payloadKind) {
        payloads.merge(payloadKind, 1, Integer::sum);
    }

    /** How many payloads of each kind were asked for, in alphabetical order. */
    Map<String, Integer> payloads() {
        return payloads;
    }

    /** The newest reading of each record. */
    Collection<Reread> records() {
        return newest.values();
    }

    /** Where the payloads lie that could be read. */
    Set<Place> places() {
        return places;
    }

    /** How many of them could not be read. */
    Map<String, Integer> refused() {
        Map<String, Integer> refused = new TreeMap<>();
        refusals.forEach(refusal -> refused.merge(refusal.payloadKind(), 1, Integer::sum));
        return refused;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** How many payloads lie in the same stretch of time and were not asked for. */
    int othersInRange() {
        return passedOver;
    }
}
