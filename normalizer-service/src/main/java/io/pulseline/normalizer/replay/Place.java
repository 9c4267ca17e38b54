package io.pulseline.normalizer.replay;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where one value lies in Kafka. Kept instead of the value, which may have 8 MiB. */
record Place(TopicPartition partition, long offset) {
    static Place of(ConsumerRecord<?, ?> record) {
        return new Place(new TopicPartition(record.topic(), record.partition()), record.offset());
    }

    @Override
    public String toString() {
        return partition.topic() + "/" + partition.partition() + "/" + offset;
    }
}
