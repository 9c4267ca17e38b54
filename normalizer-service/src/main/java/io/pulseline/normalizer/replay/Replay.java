package io.pulseline.normalizer.replay;

import io.pulseline.normalizer.intake.PayloadReader;
import io.pulseline.normalizer.intake.RecordCodecs;
import java.util.List;
import java.util.Set;

/**
 * Reads stored payloads by the present mapping, compares with what is published, and on request
 * sends the payloads on their way again. Payload id and capture time stay, so a revision rises by a
 * newer mapping only, and doing it twice changes nothing.
 */
final class Replay implements AutoCloseable {
    private final ReplayOptions options;
    private final Cluster cluster;
    private final TopicReader topics;
    private final RecordCodecs codecs;
    private final PayloadReader reader;

    Replay(ReplayOptions options) {
        this.options = options;
        this.cluster = new Cluster(options.kafka());
        this.topics = new TopicReader(options.kafka());
        this.codecs = RecordCodecs.of(options.registry());
        this.reader = PayloadReader.of(options.registry(), codecs);
    }

    Report run() {
        StoredPayloads stored = new StoredPayloads(cluster, topics, reader, options.selection());
        Rereadings readings = stored.read();
        if (readings.payloads().isEmpty()) {
            throw nothingFound(readings);
        }
        // Payloads first: a record that comes meanwhile can only be newer than what was read.
        PublishedRecords published =
                new PublishedRecords(cluster, topics, codecs, readings.records());
        published.catchUp();
        Comparison comparison = new Comparison(readings, published);
        List<Difference> differences =
                Differences.first(options.differences(), comparison, stored, published);
        Set<Place> places = options.all() ? readings.places() : comparison.worthSending();
        return new Report(
                options,
                comparison,
                differences,
                places.size(),
                options.send() ? send(places, stored, comparison, published) : null);
    }

    private Sent send(
            Set<Place> places,
            StoredPayloads stored,
            Comparison comparison,
            PublishedRecords published) {
        if (places.isEmpty()) {
            return Sent.judged(0, true, comparison, published);
        }
        try (BackfillLane lane =
                new BackfillLane(cluster, reader, options.kafka(), options.registry())) {
            stored.fetch(places, lane::send);
            lane.flush();
            boolean taken = lane.awaitTaken(options.patience());
            published.catchUp();
            return Sent.judged(places.size(), taken, comparison, published);
        }
    }

    private ReplayException nothingFound(Rereadings readings) {
        return new ReplayException(
                Exit.NOTHING_FOUND,
                ("nothing to replay: there are no %s (others in that time: %d). The time is when"
                                + " ingest stored the payload, not the day it tells of; user ids"
                                + " are the keys of source.payloads.v1. Payloads are kept for 30"
                                + " days by default; what is older has to be read from the"
                                + " provider again, by a backfill")
                        .formatted(options.selection(), readings.othersInRange()));
    }

    @Override
    public void close() {
        reader.close();
        codecs.close();
        topics.close();
        cluster.close();
    }
}
