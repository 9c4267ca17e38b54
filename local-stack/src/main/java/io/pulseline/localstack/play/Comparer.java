package io.pulseline.localstack.play;

import io.pulseline.contracts.OpenSets.PayloadKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what is on the topics with the truth, value by value, one person after the other. Every
 * record is looked at once, so all of a person's records must be handed in together.
 */
final class Comparer {
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    Comparer() {
        // A type of which nothing is expected and nothing came has its line too.
        PayloadKind.all().forEach(this::tally);
    }

    /**
     * One person.
     *
     * @param owner their id at Fitbit
     * @param truth all that must be there, read once
     * @param found by record type
     * @param margins which records may be there though the truth has no line for them
     */
    void compare(
            String owner,
            Iterator<ExpectedRecord> truth,
            Map<String, Collection<FoundRecord>> found,
            Margins margins) {
        Map<String, Map<RecordKey, List<FoundRecord>>> left = new HashMap<>();
        found.forEach((type, records) -> left.put(type, byKey(type, records)));
        while (truth.hasNext()) {
            ExpectedRecord expected = truth.next();
            margins.seen(expected.line());
            compare(owner, expected, taken(left, expected), tally(expected.recordType()));
        }
        left.forEach((type, records) ->
                records.values().forEach(same -> unknown(owner, type, same, margins)));
    }

    /** Also makes sure that the type has its line. */
    private Map<RecordKey, List<FoundRecord>> byKey(String type, Collection<FoundRecord> records) {
        Map<RecordKey, List<FoundRecord>> byKey = new LinkedHashMap<>();
        for (FoundRecord record : records) {
            byKey.computeIfAbsent(record.key(), _ -> new ArrayList<>()).add(record);
        }
        tally(type);
        return byKey;
    }

    private static List<FoundRecord> taken(
            Map<String, Map<RecordKey, List<FoundRecord>>> left, ExpectedRecord expected) {
        List<FoundRecord> taken =
                left.getOrDefault(expected.recordType(), new HashMap<>()).remove(expected.key());
        return taken == null ? List.of() : taken;
    }

    private static void compare(
            String owner, ExpectedRecord expected, List<FoundRecord> records, Tally tally) {
        List<FoundRecord> living = records.stream().filter(record -> !record.deleted()).toList();
        if (expected.isGone()) {
            living.forEach(record -> tally.doubled(Difference.notDeleted(owner, record)));
            return;
        }
        tally.expected();
        if (living.isEmpty()) {
            tally.missing(
                    records.isEmpty()
                            ? Difference.missing(owner, expected.key())
                            : Difference.deleted(owner, expected.key()));
            return;
        }
        living.stream().skip(1).forEach(record -> tally.doubled(Difference.second(owner, record)));
        Optional<ValueDifference> value = expected.difference(living.getFirst().content().get());
        value.ifPresent(
                difference -> tally.wrong(Difference.wrong(owner, expected.key(), difference)));
    }

    private void unknown(String owner, String type, List<FoundRecord> records, Margins margins) {
        records.stream()
                .filter(record -> !record.deleted() && !margins.mayHave(type, record))
                .forEach(record -> tally(type).doubled(Difference.unknown(owner, record)));
    }

    private Tally tally(String recordType) {
        return tallies.computeIfAbsent(recordType, Tally::new);
    }

    /** One line for each record type. */
    List<Comparison> results() {
        return tallies.values().stream().map(Tally::result).toList();
    }
}
