// Prints every activity on the topic as it comes, newest revision of each record only.
// KAFKA (localhost:9092) and REGISTRY (http://localhost:8085) say where; COUNT ends it after so many.
import { Kafka, logLevel } from 'kafkajs';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';

const kafka = new Kafka({
  clientId: 'read-activities',
  brokers: [process.env.KAFKA ?? 'localhost:9092'],
  logLevel: logLevel.WARN,
});
// The registry speaks Confluent's API here; the bytes on the topic are in Confluent's format.
const registry = new SchemaRegistry({
  host: `${process.env.REGISTRY ?? 'http://localhost:8085'}/apis/ccompat/v7`,
});
const consumer = kafka.consumer({ groupId: process.env.GROUP ?? 'read-activities' });
const revisions = new Map();
let left = Number(process.env.COUNT ?? Infinity);

await consumer.connect();
await consumer.subscribe({ topics: ['health.activities.v1'], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    const activity = await registry.decode(message.value);
    // Revisions exceed 2^53 never, but compare them as numbers only within one record.
    if ((revisions.get(activity.recordId) ?? -1) >= activity.revision) return;
    revisions.set(activity.recordId, activity.revision);
    console.log(JSON.stringify({
      event: message.headers.ce_id?.toString(),
      user: message.key.toString(),
      record: activity.recordId,
      title: activity.title,
      type: activity.activityType,
      metres: activity.distanceMetres,
      heartRateSamples: activity.heartRate?.beatsPerMinute.length ?? 0,
      trackPoints: activity.track?.offsetMilliseconds.length ?? 0,
    }));
    if (--left <= 0) setImmediate(() => consumer.disconnect());
  },
});
