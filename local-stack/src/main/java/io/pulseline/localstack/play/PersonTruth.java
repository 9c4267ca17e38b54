package io.pulseline.localstack.play;

import io.pulseline.contracts.OpenSets.RecordType;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.localstack.client.ProviderSide;
import io.pulseline.localstack.client.Simulator;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What is true of one person now, for whoever looks at the records of single types. */
public final class PersonTruth {
    private final String owner;
    private final ProviderSide side;
    private final List<TruthLine> lines;

    private PersonTruth(String owner, ProviderSide side, List<TruthLine> lines) {
        this.owner = owner;
        this.side = side;
        this.lines = List.copyOf(lines);
    }

    /**
     * Asks the simulator.
     *
     * @param owner the person's id at Fitbit
     * @param side as read through that provider
     */
    public static PersonTruth read(Simulator simulator, String owner, ProviderSide side)
            throws Exception {
        try (Stream<TruthLine> lines = new Lives(simulator).truth(owner, side)) {
            return new PersonTruth(owner, side, lines.toList());
        }
    }

    /** How many records of that type there must be. */
    public long expected(String recordType) {
        return ofType(recordType).stream().filter(line -> !line.isGone()).count();
    }

    /**
     * Compares all records of a type, value by value.
     *
     * @param found of each record id the newest revision
     * @return the first differences as texts; empty if there is none
     */
    public List<String> differences(String recordType, Collection<? extends SpecificRecord> found) {
        Comparer comparer = new Comparer();
        Collection<FoundRecord> records =
                found.stream()
                        .map(record -> FoundRecord.of(RecordJson.tree(record, Set.of())))
                        .toList();
        comparer.compare(
                owner,
                ExpectedRecord.of(side, ofType(recordType).iterator()),
                Map.of(recordType, records),
                new Margins(null));
        return comparer.results().stream()
                .filter(result -> !result.isRight())
                .flatMap(result -> result.differences().stream())
                .map(Difference::toString)
                .toList();
    }

    /** Every heartbeat that is told now, in beats per minute, by its moment. */
    public NavigableMap<Instant, Integer> heartRate() {
        NavigableMap<Instant, Integer> beats = new TreeMap<>();
        for (TruthLine line : ofType(RecordType.HEART_RATE)) {
            beats.putAll(HeartRateColumns.of(line.fields().path("heartRate")));
        }
        return beats;
    }

    private List<TruthLine> ofType(String recordType) {
        return lines.stream().filter(line -> line.recordType().equals(recordType)).toList();
    }
}
