package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.localstack.client.ProviderSide;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One record that must be on its topic. Of somebody who moved from one provider to the other, it is
 * as the provider has it that told it last; which one that is, the record itself says.
 *
 * @param told by the provider; at least one, all of the same type and key
 */
record ExpectedRecord(Map<ProviderSide, TruthLine> told) {
    private static final String ORIGIN = "provenance.provider";
    private static final String THING = "thingKey";

    ExpectedRecord {
        told = Map.copyOf(told);
    }

    /** Type and key of a line: what it is of. */
    private record Of(String recordType, RecordKey key) {
        static Of line(TruthLine line) {
            return new Of(line.recordType(), line.key());
        }
    }

    /** Everything that one provider tells, read as it is consumed. */
    static Iterator<ExpectedRecord> of(ProviderSide side, Iterator<TruthLine> lines) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public ExpectedRecord next() {
                return new ExpectedRecord(Map.of(side, lines.next()));
            }
        };
    }

    /** Everything that either of several tells, each record once. */
    static Iterator<ExpectedRecord> of(Map<ProviderSide, Iterator<TruthLine>> lines) {
        Map<Of, Map<ProviderSide, TruthLine>> all = new LinkedHashMap<>();
        lines.forEach((side, own) ->
                own.forEachRemaining(line ->
                        all.computeIfAbsent(Of.line(line), _ -> new LinkedHashMap<>())
                                .put(side, line)));
        return all.values().stream().map(ExpectedRecord::new).iterator();
    }

    /** One of the lines, for what all of them have alike. */
    TruthLine line() {
        return told.values().iterator().next();
    }

    String recordType() {
        return line().recordType();
    }

    RecordKey key() {
        return line().key();
    }

    /** Whether it was there and must not be there any more. */
    boolean isGone() {
        return told.values().stream().allMatch(TruthLine::isGone);
    }

    /** The first value that the record does not have. */
    Optional<ValueDifference> difference(JsonNode record) {
        String origin = record.path("provenance").path("provider").asText();
        for (Map.Entry<ProviderSide, TruthLine> teller : told.entrySet()) {
            if (teller.getKey().provider().equals(origin)) {
                return strangeThing(record)
                        .or(() -> ValueDifference.first(teller.getValue(), record));
            }
        }
        return Optional.of(new ValueDifference(ORIGIN, tellers(), "\"" + origin + "\""));
    }

    /** A thing's key must be of a provider at whom the person is or was. */
    private Optional<ValueDifference> strangeThing(JsonNode record) {
        String key = record.path(THING).asText();
        boolean isKnown =
                key.isEmpty()
                        || told.keySet().stream()
                                .anyMatch(side -> key.startsWith(side.provider() + ":"));
        return isKnown
                ? Optional.empty()
                : Optional.of(new ValueDifference(THING, "a key of " + tellers(), key));
    }

    private String tellers() {
        return String.join(
                " or ", told.keySet().stream().map(ProviderSide::provider).sorted().toList());
    }
}
