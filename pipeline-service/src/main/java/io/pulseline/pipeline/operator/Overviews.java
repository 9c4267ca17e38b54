package io.pulseline.pipeline.operator;

import io.pulseline.pipeline.connection.Connections;
import io.pulseline.pipeline.tier.Tiers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Puts together how the street stands. */
@ApplicationScoped
public class Overviews {
    private final Connections connections;
    private final WorkReads work;
    private final Tiers tiers;
    private final Cluster cluster;
    private final Clock clock;

    Overviews(Connections connections, WorkReads work, Tiers tiers, Cluster cluster, Clock clock) {
        this.connections = connections;
        this.work = work;
        this.tiers = tiers;
        this.cluster = cluster;
        this.clock = clock;
    }

    /** What the database knows; Kafka is not asked. To be called inside a transaction. */
    public Uni<Overview> now() {
        Instant now = clock.instant();
        return connections
                .countsByState()
                .chain(states ->
                        connections
                                .countsByProvider()
                                .chain(providers ->
                                        work.due(now)
                                                .chain(due ->
                                                        tiers.counts(now)
                                                                .map(tiers ->
                                                                        new Overview(
                                                                                states, providers,
                                                                                due, tiers, null,
                                                                                null)))));
    }

    /** The same with what Kafka tells; to be called when the transaction is over. */
    public Uni<Overview> withKafka(Overview overview) {
        return cluster.state()
                .map(kafka ->
                        new Overview(
                                overview.connectionsByState(),
                                overview.connectionsByProvider(),
                                overview.work(),
                                overview.tiers(),
                                kafka.lag(),
                                kafka.deadLetters()));
    }
}
