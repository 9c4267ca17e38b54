package io.pulseline.pipeline.run;

import io.micrometer.core.instrument.MeterRegistry;
import io.pulseline.contracts.Ids;
import io.pulseline.contracts.OpenSets.PayloadKind;
import io.pulseline.contracts.Topics;
import io.pulseline.contracts.source.SourceRequest;
import io.pulseline.contracts.source.SyncRequested;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.contracts.wire.CloudEvent;
import io.pulseline.pipeline.booster.past.LocalOffset;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Asks the ingest service to read now what a run waits for. A request that Kafka does not take is
 * not repeated: the next try of the run asks again, and ingest reads by the hour anyway. {@code
 * pulseline.source.requests} counts them by whether they were taken.
 */
@ApplicationScoped
class SourceRequests {
    private static final Logger LOG = Logger.getLogger(SourceRequests.class);
    private static final String EVENT_TYPE = "io.pulseline.source.request.v1";
    private static final String SOURCE = "/pulseline/pipeline";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MutinyEmitter<byte[]> topic;
    private final AvroCodec<SourceRequest> codec;
    private final MeterRegistry metrics;

    SourceRequests(
            @Channel("source-requests") MutinyEmitter<byte[]> topic,
            @ConfigProperty(name = "pulseline.registry.url") String registryUrl,
            MeterRegistry metrics) {
        this.topic = topic;
        this.codec = new AvroCodec<>(registryUrl, Topics.SOURCE_REQUESTS, SourceRequest.class);
        this.metrics = metrics;
    }

    void prepare(@Observes StartupEvent event) {
        Thread.ofVirtual().name("prepare requests").start(codec::prepare);
    }

    /** Asks for what the run's waypoint awaits. Blocks. */
    void ask(ClaimedRun run, Waypoint waypoint, Instant now) {
        SourceRequest request = new SourceRequest();
        UUID id = Ids.request(run.id(), run.revision(), now.toEpochMilli());
        request.setRequestId(id.toString());
        request.setUser(run.user().toString());
        request.setRequestedEpochMillis(now.toEpochMilli());
        request.setSync(new SyncRequested(List.of(PayloadKind.HEART_RATE), localDate(waypoint)));
        boolean taken = send(id, run.user(), request, now);
        metrics.counter("pulseline.source.requests", "taken", Boolean.toString(taken)).increment();
    }

    private static String localDate(Waypoint waypoint) {
        return waypoint.awaits()
                .from()
                .atOffset(LocalOffset.of(waypoint.activity().getStartOffsetSeconds()))
                .toLocalDate()
                .toString();
    }

    private boolean send(UUID id, UUID user, SourceRequest request, Instant now) {
        CloudEvent event = new CloudEvent(id, EVENT_TYPE, SOURCE, now, user.toString());
        try {
            topic.sendMessage(
                            Message.of(codec.encode(request))
                                    .addMetadata(
                                            OutgoingKafkaRecordMetadata.<String>builder()
                                                    .withKey(user.toString())
                                                    .withHeaders(event.headers())
                                                    .build()))
                    .await()
                    .atMost(PATIENCE);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "request for heart rate of user %s not sent, the next try asks again: %s",
                    user, e.getClass().getSimpleName());
            return false;
        }
    }
}
