package io.pulseline.ingest.request;

import io.pulseline.contracts.source.SourceRequest;
import io.pulseline.contracts.wire.AvroCodec;
import io.pulseline.ingest.intake.Patience;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads {@code source.requests.v1}, one after the other. */
@ApplicationScoped
class RequestConsumer {
    private final AvroCodec<SourceRequest> codec;
    private final RequestRules rules;
    private final Patience patience;
    private final RequestMetrics metrics;

    RequestConsumer(
            AvroCodec<SourceRequest> codec,
            RequestRules rules,
            Patience patience,
            RequestMetrics metrics) {
        this.codec = codec;
        this.rules = rules;
        this.patience = patience;
        this.metrics = metrics;
    }

    @Incoming("requests-in")
    Uni<Void> consume(Message<byte[]> message) {
        return patience.take(
                "requests",
                message,
                value -> rules.apply(codec.decode(value)),
                metrics::request,
                () -> metrics.request(RequestMetrics.Outcome.DEAD_LETTER));
    }
}
