package io.pulseline.localstack.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.pulseline.contracts.json.RecordJson;
import io.pulseline.contracts.wire.AvroCodec;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** All records of all people, as a consumer knows them that has read every topic to its end. */
final class FoundRecords implements AutoCloseable {
    /** Of the columns, which make up nearly all of a record, nothing is needed to tell it. */
    private static final Set<String> COLUMNS =
            Set.of("heartRate", "stepsPerMinute", "track", "intraday", "segments");

    private final RecordSpill spill;
    private final Map<String, Codec<?>> codecs = new HashMap<>();
    private final Map<String, Repetition> repetitions = new LinkedHashMap<>();

    /** The winner so far of one record id. */
    private record Latest(long revision, FoundRecord record) {}

    /** How to read one topic. */
    private record Codec<T extends SpecificRecord>(HealthTopic topic, AvroCodec<T> avro) {
        static <T extends SpecificRecord> Codec<T> of(
                String registry, HealthTopic topic, Class<T> type) {
            return new Codec<>(topic, new AvroCodec<>(registry, topic.name(), type));
        }

        JsonNode json(byte[] value, Set<String> leftOut) {
            return RecordJson.tree(avro.decode(value), leftOut);
        }
    }

    /**
     * @param registry base address of the schema registry
     * @param folder for what is put aside meanwhile
     */
    FoundRecords(String registry, Path folder) {
        this.spill = new RecordSpill(folder);
        for (HealthTopic topic : HealthTopic.all()) {
            codecs.put(topic.name(), Codec.of(registry, topic, topic.type()));
            repetitions.put(topic.name(), new Repetition(topic.recordType()));
        }
    }

    /** Reads all of them. */
    void readFrom(TopicReading topics) {
        topics.readAll(HealthTopic.all().stream().map(HealthTopic::name).toList(), this::add);
    }

    private void add(ConsumerRecord<String, byte[]> message) {
        String user = message.key() == null ? "" : message.key();
        spill.add(user, message.topic(), message.value());
    }

    /** Who has records. */
    Set<String> users() {
        return Set.copyOf(spill.keys());
    }

    /** One person's records by record type, of each the highest revision. To be asked once. */
    Map<String, Collection<FoundRecord>> of(String user) {
        Map<String, Map<String, Latest>> latest = new LinkedHashMap<>();
        spill.read(user, (topic, value) -> take(latest, topic, value));
        Map<String, Collection<FoundRecord>> found = new LinkedHashMap<>();
        latest.forEach((type, records) ->
                found.put(type, records.values().stream().map(Latest::record).toList()));
        return found;
    }

    private void take(Map<String, Map<String, Latest>> latest, String topic, byte[] value) {
        Codec<?> codec = codecs.get(topic);
        if (codec == null) {
            throw new IllegalStateException("nothing was to be read from " + topic);
        }
        JsonNode head = codec.json(value, COLUMNS);
        String id = head.path("recordId").asText();
        long revision = head.path("revision").asLong();
        repetitions.computeIfAbsent(topic, Repetition::new).add(id, head);
        latest.computeIfAbsent(codec.topic().recordType(), _ -> new LinkedHashMap<>())
                .compute(
                        id,
                        (_, before) ->
                                before != null && before.revision() > revision
                                        ? before
                                        : new Latest(revision, found(codec, value, head)));
    }

    private static FoundRecord found(Codec<?> codec, byte[] value, JsonNode head) {
        return new FoundRecord(
                head.path("recordId").asText(),
                RecordKey.ofRecord(head),
                head.path("deleted").asBoolean(),
                () -> codec.json(value, Set.of()));
    }

    /** How often the topics repeat themselves, of the people asked for so far. */
    List<Repetition> repetitions() {
        return List.copyOf(repetitions.values());
    }

    @Override
    public void close() {
        spill.close();
        codecs.values().forEach(codec -> codec.avro().close());
    }
}
